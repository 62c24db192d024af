import type { NewRecord } from '../changes/buildChange'
import { currencyCodeSchema } from '../money/values'
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

/** `Linh, Minh` or `Linh、Minh` or one a line. */
function splitList(text: string): string[] {
  return text
    .split(/[,，、;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
