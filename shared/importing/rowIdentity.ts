import { domainKey } from '../matching/emailKey'
import { NAME_MAX_CHARS } from '../records/record'
import { readHandles, serviceOf } from './handles'
import type { ImportCompany, ImportHandle, ImportPerson } from './importRecord'
import { addExtra, type Of, present, type RowContext, type RowValue, type Sinks } from './rowValues'
import type { Target } from './targets'
import { parseCountry } from './values/country'
import { fullNameOf, hasLetters, looksLossy } from './values/personName'

const HANDLE_TARGETS = new Set<Target>([
  'email',
  'phone',
  'mobile',
  'fax',
  'messaging',
  'whatsapp',
  'wechat',
  'line',
  'zalo',
  'linkedin',
  'skype',
  'qq',
  'telegram',
])

/** Names in parts or whole; other personal columns without any name stay in `extra`. */
export function readPerson(of: Of, sinks: Sinks): ImportPerson | undefined {
  const one = (target: Target) => {
    const [first, ...rest] = of(target)
    rest.forEach(sinks.keep)
    return first && cut(first, sinks)
  }
  const full = one('person.full')
  const first = one('person.first')
  const last = one('person.last')
  const middle = one('person.middle')
  const fullName = fullNameOf({
    ...(full ? { full } : {}),
    ...(first ? { first } : {}),
    ...(last ? { last } : {}),
    ...(middle ? { middle } : {}),
  }).slice(0, NAME_MAX_CHARS)
  const rest = {
    title: one('person.title'),
    department: one('person.department'),
    salutation: one('person.salutation'),
    suffix: one('person.suffix'),
    nickname: one('person.nickname'),
    language: one('person.language'),
  }
  if (fullName === '') {
    for (const value of of(
      'person.title',
      'person.department',
      'person.salutation',
      'person.suffix',
      'person.nickname',
      'person.language',
    ))
      sinks.keep(value)
    return undefined
  }
  const named = of('person.full', 'person.first', 'person.last')[0]
  if (!hasLetters(fullName)) sinks.warn('import.warn.nameWithoutLetters', named)
  if (looksLossy(fullName)) sinks.warn('import.warn.lostLetters', named)
  return { fullName, ...(first ? { first } : {}), ...(last ? { last } : {}), ...present(rest) }
}

/** A name cut to what a record holds; the whole of it goes to `extra`. */
function cut(value: RowValue, sinks: Sinks): string {
  const line = value.text.replace(/\s*\n\s*/g, ' ')
  if (line.length <= NAME_MAX_CHARS) return line
  sinks.keep(value)
  sinks.warn('import.warn.tooLong', value)
  return line.slice(0, NAME_MAX_CHARS).trim()
}

/** The first country that a column names; unclear and unknown ones are kept as text. */
export function readCountry(of: Of, sinks: Sinks): string | undefined {
  let found: string | undefined
  for (const value of of('country')) {
    const reading = parseCountry(value.text)
    if (reading.code && found === undefined) found = reading.code
    else if (reading.code !== found || reading.code === undefined) sinks.keep(value)
    if (reading.ambiguous) sinks.warn('import.warn.countryUnclear', value)
    else if (!reading.code) sinks.warn('import.warn.countryUnknown', value)
  }
  return found
}

/** Every way to reach somebody, without repetition, in the order of the columns. */
export function readAllHandles(
  values: readonly RowValue[],
  country: string | undefined,
  context: RowContext,
  sinks: Sinks & { extra: Record<string, string> },
): ImportHandle[] {
  const handles: ImportHandle[] = []
  const phone = {
    ...(country ? { country } : {}),
    ...(context.preset.internationalDigits ? { international: true } : {}),
  }
  for (const value of values) {
    const { target } = value.column
    const service = target === 'labelled' ? serviceOf(value.label ?? '') : undefined
    if (target === 'labelled' && service === undefined) {
      addExtra(sinks.extra, value.label ?? value.column.header, value.text)
      continue
    }
    if (service === undefined && !HANDLE_TARGETS.has(target)) continue
    const label = value.label ?? (target === 'labelled' ? undefined : value.column.header)
    const reading = readHandles(value.text, (service ?? target) as Target, label, phone)
    if (reading.problem) {
      sinks.keep(value)
      sinks.warn(reading.problem, value)
    }
    for (const handle of reading.handles) {
      if (!handles.some((have) => have.kind === handle.kind && have.value === handle.value))
        handles.push(handle)
    }
    if (reading.handles.some((handle) => handle.flags?.includes('noCountry')))
      sinks.warn('import.warn.phoneWithoutCountry', value)
    if (reading.handles.some((handle) => handle.flags?.includes('digitsDoubtful')))
      sinks.warn('import.warn.digitsDoubtful', value)
  }
  return handles
}

/** The company with website and address. Without a name, sites become handles and addresses stay in `extra`. */
export function readCompany(
  of: Of,
  input: Sinks & { handles: ImportHandle[]; country: string | undefined },
): ImportCompany | undefined {
  const [named, ...others] = of('company.name')
  const distinct = others.filter((value) => value.text !== named?.text)
  distinct.forEach(input.keep)
  const sites = of('web')
  const addresses = of('address')
  if (!named) {
    for (const site of sites)
      input.handles.push(...readHandles(site.text, webTarget(site.text), site.label, {}).handles)
    addresses.forEach(input.keep)
    return undefined
  }
  const name = cut(named, input)
  if (!hasLetters(name)) input.warn('import.warn.nameWithoutLetters', named)
  const own = sites.find((site) => webTarget(site.text) === 'web')
  for (const site of sites) {
    if (site !== own)
      input.handles.push(...readHandles(site.text, webTarget(site.text), site.label, {}).handles)
  }
  const email = input.handles.find(
    (handle) => handle.kind === 'email' && domainKey(handle.value) !== undefined,
  )
  const domain = (own && domainKey(own.text)) ?? (email && domainKey(email.value))
  const address = addresses.map((value) => value.text).join(', ')
  return {
    name,
    ...(domain ? { domain } : {}),
    ...(own ? { website: own.text } : {}),
    ...(input.country ? { country: input.country } : {}),
    ...(address ? { address } : {}),
  }
}

function webTarget(url: string): Target {
  return /linkedin\.com\/(in|pub)\//i.test(url) ? 'linkedin' : 'web'
}
