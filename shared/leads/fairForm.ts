import type { NewRecord, Patch } from '../changes/buildChange'
import { currencyCodeSchema } from '../money/values'
import type { Touchpoint } from '../records/touchpoint'
import { err, ok, type Result } from '../result'
import { isoDateSchema } from '../time/values'
import { DEFAULT_QUALIFIERS } from './defaultQualifiers'

/** The fair form as it is typed. */
export interface FairForm {
  readonly name: string
  readonly series: string
  readonly city: string
  readonly country: string
  readonly startsOn: string
  readonly endsOn: string
  readonly halls: string
  readonly booth: string
  readonly staff: string
  readonly currency: string
}

/** The staff names of the form, one each. */
export function staffNames(form: FairForm): string[] {
  return splitList(form.staff)
}

/**
 * Checks the form and makes the fair's record. Codes: `fair.nameMissing`, `fair.startMissing`,
 * `fair.endMissing`, `fair.endsBeforeStart`, `fair.currencyUnknown`; each names its field in `params.field`.
 */
export function fairFromForm(
  form: FairForm,
  id: string,
  staffIds: readonly string[],
  zone: string | undefined,
): Result<NewRecord<'touchpoints'>> {
  const name = form.name.trim()
  if (name === '') return err('fair.nameMissing', { field: 'name' })
  if (!isoDateSchema.safeParse(form.startsOn).success) return err('fair.startMissing', { field: 'startsOn' })
  if (!isoDateSchema.safeParse(form.endsOn).success) return err('fair.endMissing', { field: 'endsOn' })
  if (form.endsOn < form.startsOn) return err('fair.endsBeforeStart', { field: 'endsOn' })
  const currency = form.currency.trim().toUpperCase()
  if (!currencyCodeSchema.safeParse(currency).success)
    return err('fair.currencyUnknown', { field: 'currency' })
  const halls = splitList(form.halls)
  const optional = {
    series: form.series.trim(),
    city: form.city.trim(),
    country: form.country,
    booth: form.booth.trim(),
  }
  return ok({
    id,
    kind: 'fair',
    name,
    startsOn: form.startsOn,
    endsOn: form.endsOn,
    currency,
    qualifiers: [...DEFAULT_QUALIFIERS],
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== '')),
    ...(halls.length === 0 ? {} : { halls }),
    ...(staffIds.length === 0 ? {} : { staffIds: [...staffIds] }),
    ...(zone === undefined ? {} : { zone }),
  })
}

/** A fair as the form shows it; `staff` are the names of its people. */
export function formOfFair(fair: Touchpoint, staff: readonly string[]): FairForm {
  return {
    name: fair.name,
    series: fair.series ?? '',
    city: fair.city ?? '',
    country: fair.country ?? '',
    startsOn: fair.startsOn ?? '',
    endsOn: fair.endsOn ?? '',
    halls: (fair.halls ?? []).join(', '),
    booth: fair.booth ?? '',
    staff: staff.join(', '),
    currency: fair.currency ?? '',
  }
}

/**
 * What the edited form changes of a fair; an emptied field goes away. Its questions stay, and so does its clock unless
 * the country changed (`zone` is the new country's). Codes as `fairFromForm`.
 */
export function fairPatch(
  form: FairForm,
  current: Touchpoint,
  staffIds: readonly string[],
  zone: string | undefined,
): Result<Patch<'touchpoints'>> {
  const made = fairFromForm(form, current.id, staffIds, zone)
  if (!made.ok) return made
  const { id, kind, qualifiers, ...fields } = made.value
  const emptied = {
    series: undefined,
    city: undefined,
    country: undefined,
    booth: undefined,
    halls: undefined,
    staffIds: undefined,
    zone: undefined,
  }
  const sameCountry = (current.country ?? '') === form.country
  return ok({ ...emptied, ...fields, ...(sameCountry ? { zone: current.zone } : {}) })
}

/** `Linh, Minh` or `Linh、Minh` or one a line. */
function splitList(text: string): string[] {
  return text
    .split(/[,，、;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
