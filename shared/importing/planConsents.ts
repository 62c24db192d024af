import { createChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Consent } from '../records/consent'
import type { ImportRecord } from './importRecord'
import type { OnFill } from './planFields'
import type { PlanMaking } from './planSources'

/** Whose mailbox it is, and what was said about it before. */
export interface ConsentTarget {
  readonly customerId: string
  readonly personId: string | undefined
  readonly consents: readonly Consent[]
  /** Addresses closed by rows before this one; those closed here are added. */
  readonly closed: Set<string>
}

/**
 * The withdrawals that a row brings. There is no counterpart that gives consent: a file that says "subscribed", or
 * nothing, opens no mailbox that somebody has closed.
 */
export function planConsents(
  record: ImportRecord,
  target: ConsentTarget,
  making: PlanMaking,
  onFill: OnFill,
): Change[] {
  if (record.optOut !== true) return []
  const addresses = record.handles.filter(({ kind }) => kind === 'email').map(({ value }) => value)
  const wanted: (string | undefined)[] = addresses.length === 0 ? [undefined] : addresses
  return wanted.flatMap((address) => {
    const key = `${target.personId ?? ''}\n${address ?? ''}`
    if (target.closed.has(key) || isClosed(target, address)) return []
    target.closed.add(key)
    onFill('optOut')
    const { customerId, personId } = target
    return [
      createChange(
        'consents',
        {
          id: making.newId(),
          customerId,
          ...(personId === undefined ? {} : { personId }),
          carrier: 'email',
          ...(address === undefined ? {} : { address }),
          purpose: 'newsletter',
          state: 'withdrawn',
          at: making.at,
          // What was said is the file's status; its name says where to read it.
          wording: making.fileName,
        },
        making.at,
        'import',
      ),
    ]
  })
}

/** Whether the latest word about the mailbox is a no; of two at one instant the no counts. */
function isClosed({ consents, personId }: ConsentTarget, address: string | undefined): boolean {
  const covering = consents.filter(
    (consent) =>
      consent.deletedAt === undefined &&
      consent.carrier === 'email' &&
      (consent.purpose === 'newsletter' || consent.state === 'withdrawn') &&
      (consent.personId === undefined || consent.personId === personId) &&
      (consent.address === undefined || consent.address === address),
  )
  const latest = Math.max(...covering.map(({ at }) => at))
  return covering.some(({ at, state }) => at === latest && state === 'withdrawn')
}
