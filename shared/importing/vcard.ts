import { domainKey } from '../matching/emailKey'
import { NAME_MAX_CHARS } from '../records/record'
import type { Card, CardProperty, CardSource } from './card'
import { cardHandles, groupLabels, SOCIAL } from './cardHandles'
import { cleanText } from './cell'
import { readHandles } from './handles'
import type { ImportCompany, ImportHandle, ImportMoment, ImportPerson, ImportRecord } from './importRecord'
import { OWN_PRODUCT, withoutRole } from './ownIds'
import type { ImportOverrides, ReadHints, ReadResult, Rejection } from './reading'
import { headerFingerprint } from './rowHash'
import { addExtra } from './rowValues'
import type { Target } from './targets'
import { parseCountry } from './values/country'
import { parseDate } from './values/date'
import { linkedinSlug } from './values/linkedin'
import { fullNameOf, hasLetters } from './values/personName'
import { countWarnings, type WarningCounter } from './warnings'

const SKIPPED = new Set([
  'BEGIN',
  'END',
  'VERSION',
  'PRODID',
  'PROFILE',
  'X-ABADR',
  'X-ABLABEL',
  'X-ABUID',
  'KIND',
  'X-ADDRESSBOOKSERVER-KIND',
  'FN',
  'N',
  'ORG',
  'PHOTO',
  'LOGO',
  'SOUND',
  'KEY',
  'SORT-STRING',
  'CLASS',
  'CLIENTPIDMAP',
  'X-IMAGETYPE',
  'X-MS-OL-DEFAULT-POSTAL-ADDRESS',
  'X-EVOLUTION-FILE-AS',
])

/** Cards between two words on how far it is; the records of so many are handed over together. */
const PROGRESS_EVERY = 500

/** Reads cards into records, one after another. The counterpart of `readTable` for vCard files. */
export function readCards(
  cards: CardSource,
  hints: ReadHints = {},
  overrides: ImportOverrides = {},
): ReadResult {
  const warnings = countWarnings()
  let records: ImportRecord[] = []
  const rejected: Rejection[] = []
  let count = 0
  let pictures = 0
  for (const card of cards) {
    const row = count
    count += 1
    if (row % PROGRESS_EVERY === 0) {
      hints.onProgress?.(row, cards.expected(row))
      if (hints.takeRecords !== undefined) {
        hints.takeRecords(records)
        records = []
      }
    }
    if (card.properties.some(({ name }) => name === 'PHOTO')) pictures += 1
    const record = readCard(card, row, { overrides, warnings })
    if (record) records.push(record)
    else rejected.push({ row, code: 'import.reject.noIdentity', cells: linesOf(card) })
  }
  return {
    format: 'vcard',
    kind: 'contacts',
    headerRow: null,
    dataRows: count,
    columns: [],
    records,
    rejected,
    warnings: [
      ...(count === 0 ? [{ code: 'import.warn.noRows' }] : []),
      ...(pictures > 0 ? [{ code: 'import.warn.photosSkipped', params: { count: pictures } }] : []),
      ...warnings.list(),
    ],
    decisions: [{ what: 'format', chosen: 'vcard', why: 'import.why.signature', alternatives: [] }],
    skipped: [],
    headerFingerprint: headerFingerprint(['vcard']),
    preview: [],
  }
}

interface CardContext {
  readonly overrides: ImportOverrides
  readonly warnings: WarningCounter
}

function readCard(card: Card, row: number, context: CardContext): ImportRecord | undefined {
  const all = (...names: string[]) => card.properties.filter((property) => names.includes(property.name))
  const extra: Record<string, string> = {}
  const country = cardCountry(all('ADR'))
  const labels = groupLabels(card)
  const handles = cardHandles(card, labels, country ?? context.overrides.country, {
    extra,
    note: (code, name) => context.warnings.note(code, row, name),
  })
  const isCompany =
    /^(org|organization)$/i.test(firstText(all('KIND', 'X-ADDRESSBOOKSERVER-KIND'))) ||
    /^company$/i.test(firstText(all('X-ABSHOWAS')))
  const company = cardCompany(all, { handles, country, isCompany, labels })
  const person = isCompany ? undefined : cardPerson(all, handles, company)
  if (!person) for (const title of all('TITLE', 'ROLE')) addExtra(extra, title.name, title.text)
  if (!company)
    for (const address of all('ADR'))
      addExtra(extra, 'ADR', address.parts.filter((part) => part !== '').join(', '))
  keepRest(card, extra)
  keepFurther(all, extra, { person, company })
  if (!person && !company && handles.length === 0) return undefined
  const tags = all('CATEGORIES', 'X-CATEGORIES')
    .flatMap((property) => property.text.split(','))
    .map(cleanText)
    .filter((tag) => tag !== '' && !/^(mycontacts|starred)$/i.test(tag))
  const note = all('NOTE')
    .map((property) => property.text.trim())
    .join('\n')
  const uid = firstText(all('UID'))
  // In a card of ours the account is an address like all others, and the card's own id says who it is.
  const linkedin = isOwnCard(all) ? [] : handles.filter((handle) => handle.kind === 'linkedin')
  const updatedAt = revision(firstText(all('REV')))
  return {
    row,
    ...(person ? { person } : {}),
    ...(company ? { company } : {}),
    handles: isOwnCard(all) && person ? handles.map(withoutRole) : handles,
    ...(country ? { country } : {}),
    ...(tags.length > 0 ? { tags: [...new Set(tags)] } : {}),
    ...(note ? { note } : {}),
    channel: 'address-book',
    ...(uid || linkedin.length > 0
      ? {
          externalIds: [
            ...(uid ? [{ scheme: 'vcard', value: uid }] : []),
            ...linkedin.map(({ value }) => ({ scheme: 'linkedin', value })),
          ],
        }
      : {}),
    ...(updatedAt === undefined ? {} : { updatedAt }),
    extra,
  }
}

type All = (...names: string[]) => CardProperty[]

function cardPerson(
  all: All,
  handles: readonly ImportHandle[],
  company: ImportCompany | undefined,
): ImportPerson | undefined {
  const name = all('N')[0]
  const [last = '', first = '', middle = '', salutation = '', suffix = ''] = (name?.parts ?? []).map((part) =>
    cleanText(part).slice(0, NAME_MAX_CHARS),
  )
  const isUnsplit = isOwnCard(all) && last === '' && first === cleanText(firstText(all('FN')))
  const stated = cleanText(firstText(all('FN'))) || cleanText(firstText(all('NAME')))
  const nickname = cleanText(firstText(all('NICKNAME', 'X-NICKNAME')) || androidNickname(all))
  const full = (stated || fullNameOf({ first, middle, last }) || nickname)
    .replace(/\s*\n\s*/g, ' ')
    .slice(0, NAME_MAX_CHARS)
  // A card of ours says itself that it is a person's, also where the page is called like them.
  const isOurPerson = isOwnCard(all) && /^individual$/i.test(firstText(all('KIND')))
  // A card of a firm without a person repeats the firm, the number or the address as its name.
  const isPersonal =
    full !== '' &&
    !(
      !isOurPerson &&
      first === '' &&
      last === '' &&
      (full === company?.name || handles.some((handle) => handle.entered === full))
    )
  if (!isPersonal) return undefined
  const title = cleanText(all('TITLE')[0]?.text ?? '') || cleanText(all('ROLE')[0]?.text ?? '')
  const department = cleanText(all('ORG')[0]?.parts[1] ?? '')
  const language = firstText(all('LANG', 'LANGUAGE')) || (name?.params.LANGUAGE?.[0] ?? '')
  return {
    fullName: full,
    // We put a name that nobody has split whole into the place of the first one.
    ...(first && !isUnsplit ? { first } : {}),
    ...(last ? { last } : {}),
    ...(title ? { title } : {}),
    ...(department ? { department } : {}),
    ...(salutation ? { salutation } : {}),
    ...(suffix ? { suffix } : {}),
    ...(nickname && nickname !== full ? { nickname } : {}),
    ...(/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(language) ? { language } : {}),
  }
}

/** X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;nick0;1;;;... */
function androidNickname(all: All): string {
  const property = all('X-ANDROID-CUSTOM').find((candidate) => candidate.parts[0]?.endsWith('/nickname'))
  return property?.parts[1] ?? ''
}

function cardCompany(
  all: All,
  input: {
    handles: ImportHandle[]
    country: string | undefined
    isCompany: boolean
    labels: ReadonlyMap<string, string>
  },
): ImportCompany | undefined {
  const org = cleanText(all('ORG')[0]?.parts[0] ?? '')
  const name = (org || (input.isCompany ? cleanText(firstText(all('FN'))) : '')).slice(0, NAME_MAX_CHARS)
  const sites = all('URL').map((property) => ({
    url: property.text.trim(),
    label: property.group ? input.labels.get(property.group) : undefined,
    isWork: (property.params.TYPE ?? []).some((type) => /^work$/i.test(type)),
    // In a card of ours the company's own site is marked as such.
    isPersonal: isOwnCard(all) && property.params.TYPE?.[0]?.toLowerCase() !== 'work',
  }))
  const candidates = sites.filter(
    (site) =>
      !site.isPersonal &&
      /^(https?:\/\/|www\.)?[^\s@]+\.[^\s@]+$/i.test(site.url) &&
      linkedinSlug(site.url) === undefined,
  )
  // The page that the card marks as that of the work, before one that it marks as a private one.
  const own = name ? (candidates.find(({ isWork }) => isWork) ?? candidates[0]) : undefined
  for (const site of sites) {
    if (site.url === '' || site.url === own?.url) continue
    const target: Target = linkedinSlug(site.url) === undefined ? 'web' : 'linkedin'
    input.handles.push(
      ...readHandles(site.url, target, site.label, {}).handles.filter(
        (handle) => !input.handles.some((have) => have.kind === handle.kind && have.value === handle.value),
      ),
    )
  }
  if (!name || !hasLetters(name)) return name ? { name } : undefined
  const mail = input.handles.find(
    (handle) => handle.kind === 'email' && domainKey(handle.value) !== undefined,
  )
  const domain = (own && domainKey(own.url)) ?? (mail && domainKey(mail.value))
  // We put the whole address into the street's part, so that it comes back as it was written.
  const parts = all('ADR')[0]?.parts ?? []
  const address = (isOwnCard(all) ? parts.slice(2, 3) : parts)
    .map(cleanText)
    .filter((part) => part !== '')
    .join(', ')
  return {
    name,
    ...(domain ? { domain } : {}),
    ...(own ? { website: own.url } : {}),
    ...(input.country ? { country: input.country } : {}),
    ...(address ? { address } : {}),
  }
}

function isOwnCard(all: All): boolean {
  return firstText(all('PRODID')) === OWN_PRODUCT
}

function cardCountry(addresses: readonly CardProperty[]): string | undefined {
  for (const address of addresses) {
    const { code } = parseCountry(cleanText(address.parts[6] ?? ''))
    if (code) return code
  }
  return undefined
}

function revision(text: string): ImportMoment | undefined {
  const iso = text.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})/, '$1-$2-$3T$4:$5:$6')
  const reading = parseDate(iso)
  if (reading?.kind === 'instant') return reading.epochMs
  return reading?.kind === 'date' || reading?.kind === 'local' ? reading.text : undefined
}

const READ = new Set([
  'EMAIL',
  'TEL',
  'IMPP',
  'X-SOCIALPROFILE',
  'URL',
  'NOTE',
  'CATEGORIES',
  'X-CATEGORIES',
  'UID',
  'REV',
  'TITLE',
  'ROLE',
  'ADR',
  'NICKNAME',
  'X-NICKNAME',
  'LANG',
  'LANGUAGE',
  'NAME',
  'X-ABSHOWAS',
])

function keepRest(card: Card, extra: Record<string, string>): void {
  for (const property of card.properties) {
    if (
      property.binary ||
      SKIPPED.has(property.name) ||
      READ.has(property.name) ||
      SOCIAL.test(property.name)
    )
      continue
    if (property.name === 'X-ANDROID-CUSTOM' && property.parts[0]?.endsWith('/nickname')) continue
    if (property.text.trim() !== '') addExtra(extra, property.name, property.text.trim())
  }
  const role = card.properties.find((property) => property.name === 'ROLE')
  if (role && card.properties.some((property) => property.name === 'TITLE'))
    addExtra(extra, 'ROLE', role.text)
}

/**
 * A page has one company, one address and one job: what a card says beyond that is kept beside them. Parts of an
 * organisation below the department count as such.
 */
function keepFurther(
  all: All,
  extra: Record<string, string>,
  {
    person,
    company,
  }: { readonly person: ImportPerson | undefined; readonly company: ImportCompany | undefined },
): void {
  const keep = (name: string, parts: readonly string[]) => {
    const text = parts
      .map(cleanText)
      .filter((part) => part !== '')
      .join(', ')
    if (text !== '') addExtra(extra, name, text)
  }
  const [organisation, ...others] = all('ORG')
  // A firm's card has nobody whose department it could be.
  keep('ORG', organisation?.parts.slice(person === undefined ? 1 : 2) ?? [])
  for (const { parts } of others) keep('ORG', parts)
  if (person !== undefined) for (const { text } of all('TITLE').slice(1)) keep('TITLE', [text])
  if (company !== undefined) for (const { parts } of all('ADR').slice(1)) keep('ADR', parts)
  for (const { text } of all('NICKNAME').slice(1)) keep('NICKNAME', [text])
}

function firstText(properties: readonly CardProperty[]): string {
  return properties.find((property) => property.text.trim() !== '')?.text.trim() ?? ''
}

/** What a card says, a line each, for the list of those that could not be used. */
function linesOf({ properties }: Card): string[] {
  return properties.filter(({ binary }) => binary !== true).map(({ name, text }) => `${name}: ${text}`)
}
