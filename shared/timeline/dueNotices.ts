import type { Appointment } from '../records/appointment'
import type { EpochMs, IsoDate } from '../time/values'

/** So long before it an appointment is said. */
const AHEAD_MS = 10 * 60_000
/** One that began longer ago is no news any more. */
const PAST_MS = 5 * 60_000

/** Something to be said outside the window, once. */
export type DueNotice =
  | {
      readonly kind: 'appointment'
      /** Names it for ever: another time of the same appointment is another notice. */
      readonly key: string
      readonly appointment: Appointment
      /** Whole minutes until it begins; 0 when it has. */
      readonly minutes: number
    }
  | { readonly kind: 'look'; readonly key: string; readonly count: number }

/** What is known when it is asked. */
export interface NoticeMoment {
  /** Open ones. */
  readonly appointments: readonly Appointment[]
  /** How many people are to be written to today; undefined while that is not known. */
  readonly toWrite: number | undefined
  readonly today: IsoDate
  readonly now: EpochMs
  /** Keys of what was said before. */
  readonly noticed: ReadonlySet<string>
}

/** What is to be said now: appointments that begin, the earliest first, then the first look at the day. */
export function dueNotices({ appointments, toWrite, today, now, noticed }: NoticeMoment): DueNotice[] {
  const begins = appointments
    .filter(({ startsAt }) => startsAt - now <= AHEAD_MS && now - startsAt <= PAST_MS)
    .sort((a, b) => a.startsAt - b.startsAt)
    .map((appointment) => ({
      kind: 'appointment' as const,
      key: `appointment/${appointment.id}/${appointment.startsAt}`,
      appointment,
      minutes: Math.max(0, Math.ceil((appointment.startsAt - now) / 60_000)),
    }))
  const look =
    toWrite === undefined || toWrite === 0
      ? []
      : [{ kind: 'look' as const, key: `look/${today}`, count: toWrite }]
  return [...begins, ...look].filter(({ key }) => !noticed.has(key))
}

/** How many keys are kept: more than a day brings, and no list that grows for ever. */
export const KEPT_NOTICES = 100

/** The keys with those that were said now, the newest last. */
export function withNoticed(noticed: readonly string[], said: readonly string[]): string[] {
  return [...noticed, ...said].slice(-KEPT_NOTICES)
}
