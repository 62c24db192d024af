import type { Patch } from '../changes/buildChange'
import type { Appointment } from '../records/appointment'
import { err, ok, type Result } from '../result'
import { isoDateSchema, type ZoneName } from '../time/values'
import { instantOf, isKnownZone } from '../time/zoneOffset'
import { clockAt } from './clock'

/** An appointment as it is being written: day and clock as native fields give them, by the clock of `zone`. */
export interface AppointmentForm {
  readonly kind: Appointment['kind']
  readonly title: string
  readonly day: string
  /** `14:30`. */
  readonly time: string
  /** Whole minutes as typed; empty for "not said". */
  readonly minutes: string
  readonly zone: ZoneName
  readonly place: string
  readonly note: string
}

/** What a form decides of the record. */
export type AppointmentFields = Pick<
  Patch<'appointments'>,
  'kind' | 'title' | 'startsAt' | 'minutes' | 'zone' | 'place' | 'note'
> & { readonly title: string; readonly kind: Appointment['kind']; readonly startsAt: number }

/** `09:05`, as a native time field writes it. */
const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/
/** Whole minutes without a sign. */
const MINUTES = /^\d{1,6}$/
/** The longest that the record takes: ten weeks and more, which nobody agrees by the hour. */
const MOST_MINUTES = 100_000

/** The instant that day and clock of a form name; undefined while they are not whole. */
export function startOf({
  day,
  time,
  zone,
}: Pick<AppointmentForm, 'day' | 'time' | 'zone'>): number | undefined {
  const clock = CLOCK.exec(time)
  if (clock === null || !isoDateSchema.safeParse(day).success || !isKnownZone(zone)) return undefined
  return instantOf(day, Number(clock[1]), zone, Number(clock[2]))
}

/**
 * What the form says, as fields of the record; `untitled` is its title where none was written.
 * Codes: `appointment.timeMissing`, `appointment.minutesWrong`.
 */
export function appointmentFields(form: AppointmentForm, untitled: string): Result<AppointmentFields> {
  const startsAt = startOf(form)
  if (startsAt === undefined) return err('appointment.timeMissing')
  const typed = form.minutes.trim()
  const minutes = typed === '' ? undefined : Number(typed)
  if (minutes !== undefined && !(MINUTES.test(typed) && minutes >= 1 && minutes <= MOST_MINUTES))
    return err('appointment.minutesWrong')
  return ok({
    kind: form.kind,
    title: form.title.trim() || untitled,
    startsAt,
    minutes,
    zone: form.zone,
    place: form.place.trim() || undefined,
    note: form.note.trim() || undefined,
  })
}

/** The form of an appointment that is kept, by the clock of the zone in which it was agreed, else of `zone`. */
export function formOf(kept: Appointment, zone: ZoneName): AppointmentForm {
  const agreedIn = kept.zone !== undefined && isKnownZone(kept.zone) ? kept.zone : zone
  const { day, time } = clockAt(agreedIn, kept.startsAt)
  return {
    kind: kept.kind,
    title: kept.title,
    day,
    time,
    minutes: kept.minutes === undefined ? '' : String(kept.minutes),
    zone: agreedIn,
    place: kept.place ?? '',
    note: kept.note ?? '',
  }
}

/** The same moment by the clock of another zone; a form that is not whole keeps its words. */
export function inZone(form: AppointmentForm, zone: ZoneName): AppointmentForm {
  const startsAt = startOf(form)
  return startsAt === undefined ? { ...form, zone } : { ...form, ...clockAt(zone, startsAt), zone }
}
