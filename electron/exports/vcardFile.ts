import ICAL from 'ical.js'
import type { ContactCard } from '#shared/exporting/contactCard'
import type { ExportPart } from '#shared/exporting/exportFile'
import { OWN_PRODUCT } from '#shared/importing/ownIds'
import type { Handle } from '#shared/records/handle'
import { setFolding } from './folding'
import { oneLine, plainText, uriText } from './plainText'

export type CardVersion = '3.0' | '4.0'
/** Gives the bytes of an attachment; undefined when they are not there or damaged. */
export type ReadPhoto = (hash: string) => Promise<Uint8Array | undefined>

type Property = [name: string, params: Record<string, string | string[]>, type: string, ...values: unknown[]]

/** A URI is written as it is (RFC 6350 section 4.2): ical.js would put backslashes into `data:` and `tel:`. */
const VERSION_4 = { ...ICAL.design.vcard, value: { ...ICAL.design.vcard.value, uri: {} } }
const DESIGNS = { '3.0': ICAL.design.vcard3, '4.0': VERSION_4 } as const
const E164 = /^\+[1-9]\d{6,14}$/
const LINKEDIN_SLUG = /^[^\s/:?#]+$/
const URL = /^https?:\/\/\S+$/i

/** Cards as a vCard file. A photo that can't be read is left out; the card is not. */
export async function* vcardBytes(
  version: CardVersion,
  parts: AsyncIterable<ExportPart>,
  readPhoto: ReadPhoto,
): AsyncGenerator<Uint8Array> {
  setFolding()
  const encoder = new TextEncoder()
  for await (const part of parts) {
    if (part.kind !== 'cards') continue
    for (const card of part.cards) {
      const photo = card.photo === undefined ? undefined : await readPhoto(card.photo.hash)
      yield encoder.encode(cardText(card, version, photo))
    }
  }
}

function cardText(card: ContactCard, version: CardVersion, photo: Uint8Array | undefined): string {
  const properties = [
    text('version', version),
    text('prodid', OWN_PRODUCT),
    version === '4.0' && card.uid.startsWith('urn:')
      ? ['uid', {}, 'uri', uriText(card.uid)]
      : text('uid', card.uid),
    ...nameProperties(card, version),
    ['org', {}, 'text', [plainText(card.company)]],
    ...(card.title === undefined ? [] : [text('title', card.title)]),
    ...card.handles.flatMap((handle) => handleProperty(handle, version) ?? []),
    ...(card.website === undefined ? [] : [['url', { type: 'work' }, 'uri', uriText(card.website)]]),
    ...card.handles.flatMap(({ kind, value }) =>
      kind === 'web' ? [['url', { type: 'home' }, 'uri', uriText(value)]] : [],
    ),
    ...addressProperty(card),
    ...(card.tags.length === 0 ? [] : [['categories', {}, 'text', ...card.tags.map(plainText)]]),
    ...(card.language === undefined || version === '3.0'
      ? []
      : [['lang', {}, 'language-tag', plainText(card.language)]]),
    ...(card.photo === undefined || photo === undefined
      ? []
      : [photoProperty(card.photo.mediaType, photo, version)]),
    ['rev', {}, version === '4.0' ? 'timestamp' : 'date-time', revisionOf(card)],
  ]
  return `${ICAL.stringify.component(['vcard', properties, []], DESIGNS[version])}\r\n`
}

function nameProperties(card: ContactCard, version: CardVersion): Property[] {
  const { isCompany, fullName, firstName = '', lastName = '', salutation = '' } = card
  const kind = version === '4.0' ? [text('kind', isCompany ? 'org' : 'individual')] : []
  // What Apple's address book goes by in version 3, which knows no kinds.
  const showAs = version === '3.0' && isCompany ? [text('x-abshowas', 'COMPANY')] : []
  // A phone shows nothing for a card of version 3 without a name in parts: the whole then stands in the first one.
  const isUnsplit = version === '3.0' && !isCompany && firstName === '' && lastName === ''
  const parts = [lastName, isUnsplit ? fullName : firstName, '', salutation, ''].map(plainText)
  const isNeeded = version === '3.0' || parts.some((part) => part !== '')
  const name: Property[] = isNeeded ? [['n', {}, 'text', parts]] : []
  return [...kind, ...showAs, text('fn', fullName), ...name]
}

/** Each way to be reached, as the devices that take the card understand it; undefined for what is written elsewhere. */
function handleProperty(
  { kind, value, preferred, isFax }: ContactCard['handles'][number],
  version: CardVersion,
): Property[] | undefined {
  const preference: Record<string, string | string[]> = preferred && version === '4.0' ? { pref: '1' } : {}
  const preferredType = preferred && version === '3.0' ? ['pref'] : []
  switch (kind) {
    case 'web':
      return undefined
    case 'email':
      return [
        [
          'email',
          { ...preference, ...typed([...(version === '3.0' ? ['internet'] : []), ...preferredType]) },
          'text',
          plainText(value),
        ],
      ]
    case 'phone':
    case 'whatsapp': {
      // WhatsApp finds people by the numbers in the address book: it is a number first of all.
      const types = kind === 'whatsapp' ? ['cell', 'whatsapp'] : [isFax ? 'fax' : 'voice']
      const isUri = version === '4.0' && E164.test(value)
      const params = { ...preference, ...typed([...types, ...preferredType]) }
      if (isUri) return [['tel', { ...params, value: 'uri' }, 'uri', `tel:${value}`]]
      return [['tel', params, version === '4.0' ? 'text' : 'phone-number', oneLine(value)]]
    }
    case 'linkedin':
      return LINKEDIN_SLUG.test(value)
        ? [['url', {}, 'uri', `https://www.linkedin.com/in/${uriText(value)}`]]
        : URL.test(value)
          ? [['url', {}, 'uri', uriText(value)]]
          : [text('x-linkedin', value)]
    case 'other':
      return [['impp', {}, 'text', plainText(value)]]
    default:
      return [text(extension(kind), value)]
  }
}

function extension(
  kind: Exclude<Handle['kind'], 'web' | 'email' | 'phone' | 'whatsapp' | 'linkedin' | 'other'>,
): string {
  return `x-${kind}`
}

function typed(types: readonly string[]): { type?: string | string[] } {
  return types.length === 0 ? {} : { type: [...types] }
}

/** Addresses are kept as they were written: the whole stands in the part for the street. */
function addressProperty({ address = '', city = '', country = '' }: ContactCard): Property[] {
  if (address === '' && city === '' && country === '') return []
  return [['adr', { type: 'work' }, 'text', ['', '', address, city, '', '', country].map(plainText)]]
}

function photoProperty(mediaType: string, bytes: Uint8Array, version: CardVersion): Property {
  const base64 = Buffer.from(bytes).toString('base64')
  if (version === '4.0') return ['photo', {}, 'uri', `data:${mediaType};base64,${base64}`]
  return ['photo', { encoding: 'b', type: mediaType.replace('image/', '').toUpperCase() }, 'binary', base64]
}

function revisionOf({ changedAt }: ContactCard): string {
  return `${new Date(changedAt).toISOString().slice(0, 19)}Z`
}

function text(name: string, value: string): Property {
  return [name, {}, 'text', plainText(value)]
}
