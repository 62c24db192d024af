import type { NewRecord } from '../changes/buildChange'
import type { Hours } from '../records/hours'
import { err, ok, type Result } from '../result'
import { isoDateSchema } from '../time/values'
import { placeKeyOf, placeOfKey } from './costPlace'

/** A line of the time log as it is typed: every field is text until it is checked. */
export interface HoursForm {
  readonly on: string
  /** `1:30`, `1.5` or `1,5`: hours. */
  readonly duration: string
  readonly kind: Hours['kind']
  /** As `placeKeyOf` writes it. */
  readonly place: string
  /** Empty where nobody is named. */
  readonly staffId: string
  readonly customerId: string
  readonly note: string
}

/** What a checked form says; what is `undefined` is taken off a line that is edited. */
export type HoursFields = Pick<NewRecord<'hours'>, 'on' | 'minutes' | 'kind'> & {
  readonly [K in 'touchpointId' | 'channelId' | 'staffId' | 'customerId' | 'note']: Hours[K] | undefined
}

const MINUTES_IN_HOUR = 60
/** The record's own limit: about 69 days in one line is a slip of the keyboard. */
const MOST_MINUTES = 100_000
/** `1:30`, `12:05` */
const CLOCK = /^(\d{1,4}):([0-5]\d)$/
/** `2`, `1.5`, `0,25` */
const DECIMAL = /^\d{1,4}(?:[.,]\d{1,2})?$/

/**
 * Checks a line of the time log. Codes, each with its `field`: `hours.dayMissing`, `hours.badDuration` (neither `1:30`
 * nor `1.5`, or nothing at all).
 */
export function hoursFromForm(form: HoursForm): Result<HoursFields> {
  if (!isoDateSchema.safeParse(form.on).success) return err('hours.dayMissing', { field: 'on' })
  const minutes = minutesFromTyped(form.duration)
  if (minutes === undefined) return err('hours.badDuration', { field: 'duration' })
  return ok({
    on: form.on,
    minutes,
    kind: form.kind,
    ...placeOfKey(form.place),
    staffId: stated(form.staffId),
    customerId: stated(form.customerId),
    note: stated(form.note),
  })
}

/** Hours as a person types them, in whole minutes; undefined for what says no time of at least a minute. */
export function minutesFromTyped(entered: string): number | undefined {
  const typed = entered.trim()
  const clock = CLOCK.exec(typed)
  const minutes =
    clock !== null
      ? Number(clock[1]) * MINUTES_IN_HOUR + Number(clock[2])
      : DECIMAL.test(typed)
        ? Math.round(Number(typed.replace(',', '.')) * MINUTES_IN_HOUR)
        : 0
  return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : undefined
}

/** Minutes as hours and minutes: `1:30`. */
export function durationText(minutes: number): string {
  return `${Math.floor(minutes / MINUTES_IN_HOUR)}:${String(minutes % MINUTES_IN_HOUR).padStart(2, '0')}`
}

/** The form of a line that is there already, for editing it. */
export function formOfHours(line: Hours): HoursForm {
  return {
    on: line.on,
    duration: durationText(line.minutes),
    kind: line.kind,
    place: placeKeyOf(line),
    staffId: line.staffId ?? '',
    customerId: line.customerId ?? '',
    note: line.note ?? '',
  }
}

function stated(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim()
}
