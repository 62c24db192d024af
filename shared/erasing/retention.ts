import { addMonths, compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'

/** Months without contact after which a customer is looked at again, unless the settings say otherwise. */
export const RETENTION_MONTHS = 36

/** What may have happened with a customer last; `begun` where nothing has since the page was begun. */
export const LAST_KINDS = ['talk', 'order', 'quote', 'sample', 'payment', 'begun'] as const
export type LastKind = (typeof LAST_KINDS)[number]

/** What there is of one customer, as far as it says whether they still are one. */
export interface RetentionTrace {
  /** The last day of each kind of thing; a kind that never was is absent. */
  readonly last: Readonly<Partial<Record<Exclude<LastKind, 'begun'>, IsoDate>>>
  /** An open promise, an appointment to come, or a running plan. */
  readonly isAwaited: boolean
}

/** What a page says itself. */
export interface RetentionPage {
  /** The day on which it was begun. */
  readonly begunOn: IsoDate
  readonly keptUntil?: IsoDate | undefined
  /** It is what an erasure left: there is nobody to ask about. */
  readonly isShell?: boolean | undefined
}

/** What happened last, and when. */
export interface LastSign {
  readonly kind: LastKind
  readonly on: IsoDate
}

/**
 * Why a customer is to be looked at, or `undefined` where they are not: `due` since nothing has happened for longer than
 * the term, `kept` where that is so and somebody has decided to keep them until a day that has not passed.
 */
export type RetentionWord =
  | { readonly state: 'due'; readonly last: LastSign }
  | { readonly state: 'kept'; readonly last: LastSign; readonly until: IsoDate }

/** Whether anything holds a customer's page whatever it says itself; what is left has to be asked for its page. */
export function isHeld(trace: RetentionTrace, today: IsoDate, months: number): boolean {
  const last = lastSign(trace)
  return trace.isAwaited || (last !== undefined && isWithinTerm(last.on, today, months))
}

/** The word on one customer on a day. The last day of the term still counts as within it, and so does `keptUntil`. */
export function retentionWord(
  trace: RetentionTrace,
  page: RetentionPage,
  today: IsoDate,
  months: number,
): RetentionWord | undefined {
  if (page.isShell === true || isHeld(trace, today, months)) return undefined
  // A page that was taken in yesterday with orders of ten years ago has rested since those.
  const last = lastSign(trace) ?? { kind: 'begun', on: page.begunOn }
  if (isWithinTerm(last.on, today, months)) return undefined
  const { keptUntil } = page
  return keptUntil !== undefined && compareDays(keptUntil, today) >= 0
    ? { state: 'kept', last, until: keptUntil }
    : { state: 'due', last }
}

function isWithinTerm(on: IsoDate, today: IsoDate, months: number): boolean {
  return compareDays(addMonths(on, months), today) >= 0
}

/** The latest of what happened; of one day the kind that stands first in `LAST_KINDS`. */
function lastSign({ last }: RetentionTrace): LastSign | undefined {
  let latest: LastSign | undefined
  for (const kind of LAST_KINDS) {
    const on = kind === 'begun' ? undefined : last[kind]
    if (on !== undefined && (latest === undefined || compareDays(on, latest.on) > 0)) latest = { kind, on }
  }
  return latest
}
