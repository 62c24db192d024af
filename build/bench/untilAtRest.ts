import { setTimeout as delay } from 'node:timers/promises'
import { processesOf, readOf } from '../processes'

const EVERY_MS = 1000
/** So many looks one after another must find it at rest. */
const LOOKS = 3
/** Hundredths of a second of processor time between two looks: a twentieth of one processor. */
const RESTING_TICKS = 5
/** For a hang, not for speed. */
const LIMIT_MS = 900_000

/**
 * Waits until an app that was started on a user-data folder works no more behind its window: search, "met before?" and
 * duplicates are read after it is ready, and whoever measures what comes later must not measure these. Where the system
 * does not tell, nothing is waited for. Rejects when it never rests.
 */
export async function untilAtRest(userData: string): Promise<void> {
  let before = ticksOf(userData)
  let rested = 0
  for (const limit = Date.now() + LIMIT_MS; rested < LOOKS; ) {
    if (before === undefined) return
    if (Date.now() > limit) throw new Error('the app does not come to rest')
    await delay(EVERY_MS)
    const now = ticksOf(userData) ?? before
    rested = now - before <= RESTING_TICKS ? rested + 1 : 0
    before = now
  }
}

/** Processor time of all its processes, in hundredths of a second. */
function ticksOf(userData: string): number | undefined {
  return processesOf(userData)?.reduce((sum, pid) => {
    // Fields 14 and 15, behind the name, which may hold blanks itself.
    const [user = 0, system = 0] =
      readOf(pid, 'stat').split(') ').at(-1)?.split(' ').slice(11, 13).map(Number) ?? []
    return sum + user + system
  }, 0)
}
