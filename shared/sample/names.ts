import type { Handle, HandleKind } from '../records/handle'
import type { Culture, Spelled } from './cultures/culture'
import { chance, pick, type Random } from './random'

/** Coprime to every table size, so that stepping by it visits each combination once. */
const STRIDE = 7919

/** A made-up company: its own spelling, the Latin one, and a domain under the reserved `.example`. */
export interface SampleCompany extends Spelled {
  readonly domain: string
  readonly city: Spelled
}

/**
 * The n-th company of a country: no two alike. When the table is used up, the town joins the name, then
 * a number, as with branches of one house.
 */
export function companyOf(random: Random, culture: Culture, ordinal: number): SampleCompany {
  const { stems, trades, forms, cities, joiner } = culture
  const combinations = stems.length * trades.length * forms.length
  const place = (ordinal * STRIDE + 11) % combinations
  const cycle = Math.floor(ordinal / combinations)
  const stem = at(stems, place)
  const trade = at(trades, Math.floor(place / stems.length))
  const form = at(forms, Math.floor(place / (stems.length * trades.length)))
  const city = cycle === 0 ? pick(random, cities) : at(cities, cycle - 1)
  const branch = cycle === 0 ? [] : cycle <= cities.length ? [city] : [city, spelledNumber(cycle)]
  const parts =
    culture.order === 'tradeFirst' ? [form, trade, stem, ...branch] : [stem, trade, ...branch, form]
  const latin = [stem, trade, ...branch, form].map((part) => part.latin).join(' ')
  return {
    native: parts.map((part) => part.native).join(joiner),
    latin,
    city,
    domain: `${slug(latin)}.example`,
  }
}

/** A made-up person. */
export interface SampleName extends Spelled {
  readonly given: Spelled
  readonly family: Spelled
  readonly woman: boolean
}

/** Someone with a name as it is written in the country. */
export function nameOf(random: Random, culture: Culture): SampleName {
  const woman = chance(random, 50)
  const given = pick(random, woman ? culture.women : culture.men)
  const family = pick(random, culture.families)
  const order = culture.familyFirst === true ? [family, given] : [given, family]
  const native = order.map((part) => part.native).join(culture.joiner)
  return { given, family, woman, native, latin: order.map((part) => part.latin).join(' ') }
}

/** The ways to reach someone. `serial` numbers all people of the notebook, so that no two share a number. */
export function handlesOf(
  random: Random,
  culture: Culture,
  name: SampleName,
  domain: string,
  serial: number,
): Handle[] {
  const [first, ...others] = culture.reach
  const kinds = first === undefined ? [] : [first, ...others.filter(() => chance(random, 55))]
  return kinds.map((kind, place) => {
    const handle = handleOf(kind, culture, name, domain, serial)
    return place === 0 ? { ...handle, preferred: true } : handle
  })
}

/** A phone number that nobody has, in E.164 and as somebody would write it. */
export function phoneOf(
  culture: Culture,
  serial: number,
): { readonly value: string; readonly entered: string } {
  const [prefix, first, last, width] = culture.phone
  // Where the reserved range is used up, an impossible area code of zeros keeps the numbers apart.
  const entered =
    serial <= last - first
      ? `${prefix}${String(first + serial).padStart(width, '0')}`
      : `${prefix.split(' ')[0]} 00 ${String(serial).padStart(8, '0')}`
  return { value: `+${entered.replace(/\D/g, '')}`, entered }
}

function handleOf(
  kind: HandleKind,
  culture: Culture,
  name: SampleName,
  domain: string,
  serial: number,
): Handle {
  const plain = slug(`${name.given.latin} ${name.family.latin}`)
  switch (kind) {
    case 'phone':
    case 'whatsapp':
    case 'zalo':
    case 'telegram':
      return { kind, ...phoneOf(culture, serial) }
    case 'email': {
      const value = `${plain.replace(/-/g, '.')}@${domain}`
      return { kind, value, entered: value, label: 'work' }
    }
    case 'linkedin': {
      const value = `https://www.linkedin.com/in/orchard-sample-${plain}-${serial}`
      return { kind, value, entered: value }
    }
    default: {
      const value = `${plain.replace(/-/g, '_')}_${serial}`
      return { kind, value, entered: value }
    }
  }
}

function slug(latin: string): string {
  return latin
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function at(list: readonly Spelled[], place: number): Spelled {
  return list[place % list.length] ?? { native: '', latin: '' }
}

function spelledNumber(value: number): Spelled {
  return { native: String(value), latin: String(value) }
}
