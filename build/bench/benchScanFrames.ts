import { launchApp } from '../launchApp'
import { endAtOnce } from './endAtOnce'
import { framesOf } from './frames'
import { keptNotebook } from './keptNotebook'
import { percentile, type Ratio, ratioOf } from './statistics'
import { untilAtRest } from './untilAtRest'
import { untilReady } from './windowTimes'

/** So long frames are noted; in a notebook of 50,000 customers the scan is not done sooner. */
const WATCHED_MS = 10_000

/**
 * Frames of the window from when it is ready on, while search, "met before?" and the scan for duplicates are read behind it,
 * against frames of the same window at rest. A scan runs once a start, so each round is one.
 */
export async function benchScanFrames(
  customers: number,
  count: number,
  say: (line: string) => void,
): Promise<Ratio[]> {
  const { userData } = await keptNotebook(customers)
  const rounds: { scanning: readonly number[]; idle: readonly number[] }[] = []
  for (let round = 0; round < count; round += 1) {
    const { app, page } = await launchApp(userData)
    await untilReady(page)
    const scanning = await framesOf(page, WATCHED_MS)
    await untilAtRest(userData)
    const idle = await framesOf(page, WATCHED_MS)
    rounds.push({ scanning, idle })
    const told = Object.entries({ scanning, idle }).map(
      ([name, all]) =>
        `${name} ${percentile(all, 0.5).toFixed(1)} / ${percentile(all, 0.99).toFixed(1)} / ${Math.max(...all).toFixed(1)} ms ` +
        `(${all.length} frames)`,
    )
    say(`round ${round + 1}, median / 99th percentile / longest of a frame: ${told.join(', ')}`)
    await endAtOnce(app, userData)
  }
  return [
    ratioOf(
      `a frame while everybody is compared against idle, ${customers} customers, 99th percentile`,
      rounds.map(({ scanning, idle }) => ({
        measured: percentile(scanning, 0.99),
        control: percentile(idle, 0.99),
      })),
    ),
  ]
}
