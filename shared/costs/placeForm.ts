import type { NewRecord } from '../changes/buildChange'
import { DEFAULT_QUALIFIERS } from '../leads/defaultQualifiers'
import { moneyToDecimal } from '../money/decimal'
import { currencyCodeSchema } from '../money/values'
import type { Channel, ChannelKind, Touchpoint } from '../records/touchpoint'
import { err, ok, type Result } from '../result'
import { isoDateSchema } from '../time/values'
import { moneyFromTyped } from './typedNumber'

export const TOUCHPOINT_KINDS = [
  'fair',
  'campaign',
  'page',
  'platform',
  'other',
] as const satisfies readonly Touchpoint['kind'][]
export const OWNERSHIPS = ['rented', 'owned'] as const satisfies readonly Channel['ownership'][]

/** A channel as it is typed. */
export interface ChannelForm {
  readonly name: string
  readonly ownership: Channel['ownership']
  /** Empty while nobody says. */
  readonly kind: ChannelKind | ''
}

/** What a checked channel form says; a name of our own takes the place of a shipped one. */
export type ChannelFields = Pick<NewRecord<'channels'>, 'name' | 'ownership'> & {
  readonly kind: ChannelKind | undefined
}

/** Checks the form. Code: `place.nameMissing`, with its `field`. */
export function channelFromForm(form: ChannelForm): Result<ChannelFields> {
  const name = form.name.trim()
  if (name === '') return err('place.nameMissing', { field: 'name' })
  return ok({ name, ownership: form.ownership, kind: form.kind === '' ? undefined : form.kind })
}

/** A touchpoint as it is typed. */
export interface TouchpointForm {
  readonly kind: Touchpoint['kind']
  readonly name: string
  readonly series: string
  /** Ids and codes of choices, empty where nothing is chosen. */
  readonly channelId: string
  readonly country: string
  readonly startsOn: string
  readonly endsOn: string
  readonly budget: string
  readonly currency: string
}

type Optional = 'series' | 'channelId' | 'country' | 'startsOn' | 'endsOn' | 'currency' | 'budget'

/** What a checked touchpoint form says; what is `undefined` is taken off one that is edited. */
export type TouchpointFields = Pick<NewRecord<'touchpoints'>, 'kind' | 'name'> & {
  readonly [K in Optional]: Touchpoint[K] | undefined
}

/**
 * Checks the form. Codes, each with its `field`: `place.nameMissing`, `place.startMissing` (a fair needs its days),
 * `place.endsBeforeStart`, `cost.currencyUnknown`, and those of `moneyFromTyped` for the budget.
 */
export function touchpointFromForm(form: TouchpointForm): Result<TouchpointFields> {
  const name = form.name.trim()
  if (name === '') return err('place.nameMissing', { field: 'name' })
  const isFair = form.kind === 'fair'
  if (isFair && !isoDateSchema.safeParse(form.startsOn).success)
    return err('place.startMissing', { field: 'startsOn' })
  if (isFair && !isoDateSchema.safeParse(form.endsOn).success)
    return err('place.startMissing', { field: 'endsOn' })
  if (form.startsOn !== '' && form.endsOn !== '' && form.endsOn < form.startsOn)
    return err('place.endsBeforeStart', { field: 'endsOn' })
  const currency = form.currency.trim().toUpperCase()
  const isPlain = currency === '' && form.budget.trim() === '' && !isFair
  if (!isPlain && !currencyCodeSchema.safeParse(currency).success)
    return err('cost.currencyUnknown', { field: 'currency' })
  const budget = isPlain ? undefined : moneyFromTyped(form.budget, currency)
  if (budget?.ok === false) return err(budget.error.code, { ...budget.error.params, field: 'budget' })
  return ok({
    kind: form.kind,
    name,
    series: stated(form.series),
    channelId: stated(form.channelId),
    country: stated(form.country),
    startsOn: stated(form.startsOn),
    endsOn: stated(form.endsOn),
    currency: stated(currency),
    // Nothing typed is no budget, not one of nothing.
    budget: budget === undefined || budget.value.minor === 0 ? undefined : budget.value,
  })
}

/** The form of a touchpoint that is there already. */
export function formOfTouchpoint(one: Touchpoint): TouchpointForm {
  return {
    kind: one.kind,
    name: one.name,
    series: one.series ?? '',
    channelId: one.channelId ?? '',
    country: one.country ?? '',
    startsOn: one.startsOn ?? '',
    endsOn: one.endsOn ?? '',
    budget: one.budget === undefined ? '' : moneyToDecimal(one.budget),
    currency: one.budget?.currency ?? one.currency ?? '',
  }
}

/** What a new touchpoint carries beside what its form says: a fair is ready for its first lead. */
export function freshTouchpoint(
  fields: TouchpointFields,
  id: string,
  zone: string | undefined,
): NewRecord<'touchpoints'> {
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const ofFair =
    fields.kind === 'fair'
      ? { qualifiers: [...DEFAULT_QUALIFIERS], ...(zone === undefined ? {} : { zone }) }
      : {}
  return { id, kind: fields.kind, name: fields.name, ...said, ...ofFair }
}

function stated(typed: string): string | undefined {
  return typed.trim() === '' ? undefined : typed.trim()
}
