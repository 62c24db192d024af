import type { NotebookDatabase } from '../store/database'
import { belongingTo, interactionsOf } from '../store/queries/ofCustomers'
import type { Work } from './work'

/**
 * The keys of those works that the notebook holds as done: the touch is done, the promise kept, or, where the work is
 * neither, something was written to the customer since `since` (epoch ms). What was undone is not among them.
 */
export async function loggedWork(
  db: NotebookDatabase,
  works: readonly Work[],
  since: number,
): Promise<ReadonlySet<string>> {
  const customerIds = [...new Set(works.map((work) => work.customerId))]
  const [touches, promises, talks] = await Promise.all([
    belongingTo(db, 'touches', customerIds),
    belongingTo(db, 'promises', customerIds),
    interactionsOf(db, customerIds),
  ])
  const doneTouches = new Set(touches.filter((touch) => touch.action === 'done').map(touchPlace))
  const keptPromises = new Set(
    promises.filter((promise) => promise.doneAt !== undefined).map((promise) => promise.id),
  )
  const writtenTo = new Set(
    talks
      .filter((talk) => talk.direction === 'out' && talk.at >= since)
      .map((talk) => talk.customerId as string),
  )
  const isLogged = ({ promiseId, touch, customerId }: Work) => {
    if (promiseId !== undefined) return keptPromises.has(promiseId)
    return touch === undefined ? writtenTo.has(customerId) : doneTouches.has(touchPlace(touch))
  }
  return new Set(works.filter(isLogged).map((work) => work.key))
}

function touchPlace(touch: { enrolmentId: string; stepKey: string; occurrence: number }): string {
  return `${touch.enrolmentId}/${touch.stepKey}/${touch.occurrence}`
}
