import { launchApp } from '../launchApp'
import { type PlaceTimes, placeTimes } from './benchPlaces'
import { keptLocked, launchLocked } from './keptLocked'
import { keptNotebook } from './keptNotebook'
import { type Ratio, ratioOf } from './statistics'
import { untilAtRest } from './untilAtRest'
import { untilReady } from './windowTimes'

const ROUNDS = 5

/** List, page and search of a notebook under a lock against the same one in the open, in two windows in turn. */
export async function benchLock(customers: number, say: (line: string) => void): Promise<Ratio[]> {
  const { userData } = await keptNotebook(customers)
  const lockedData = await keptLocked(customers)
  const locked = await launchLocked(lockedData)
  const open = await launchApp(userData)
  await untilReady(open.page)
  await untilReady(locked.page)
  await untilAtRest(userData)
  await untilAtRest(lockedData)
  // The first time each place is read and its code made ready.
  await placeTimes(open.page)
  await placeTimes(locked.page)
  const rounds: { measured: PlaceTimes; control: PlaceTimes }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const control = await placeTimes(open.page)
    const measured = await placeTimes(locked.page)
    rounds.push({ measured, control })
    say(`round ${round + 1}: open ${inWords(control)}; under the lock ${inWords(measured)}`)
  }
  await open.app.close()
  await locked.app.close()
  const of = (what: keyof PlaceTimes) =>
    rounds.map(({ measured, control }) => ({ measured: measured[what], control: control[what] }))
  return [
    ratioOf(`the list of ${customers} customers, under a lock against in the open`, of('list')),
    ratioOf('a customer’s page, under a lock against in the open', of('page')),
    ratioOf('words in the search to their lines, under a lock against in the open', of('search')),
  ]
}

function inWords({ list, page, search }: PlaceTimes): string {
  return `list ${list.toFixed(1)} ms, page ${page.toFixed(1)}, search ${search.toFixed(1)}`
}
