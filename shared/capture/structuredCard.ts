import { parseEmail } from '../matching/emailKey'
import { phoneKeys } from '../matching/phoneKey'
import type { CardLine, CardLineKind, CardReading } from './cardLine'

/** Properties of vCard and MECARD that a lead has a place for. */
const KINDS: Readonly<Record<string, CardLineKind>> = {
  FN: 'person',
  N: 'person',
  ORG: 'company',
  TITLE: 'title',
  ROLE: 'title',
  TEL: 'phone',
  EMAIL: 'email',
  URL: 'web',
  ADR: 'address',
  'X-WECHAT': 'wechat',
  'X-WHATSAPP': 'whatsapp',
  'X-LINE': 'line',
  'X-ZALO': 'zalo',
  'X-LINKEDIN': 'linkedin',
}
const SKIPPED =
  /^(?:BEGIN|END|VERSION|PRODID|REV|UID|PHOTO|LOGO|SOUND|KEY|SORT-STRING|X-AB.*|KIND|PROFILE|CLASS)$/

/**
 * Reads the first card of a text that is a vCard or a MECARD (what a QR code on a card says); undefined for
 * any other text. Simple on purpose: files with many cards go through the import.
 */
export function readStructuredCard(text: string, country?: string): CardReading | undefined {
  const vcard = text.search(/BEGIN:VCARD/i)
  const mecard = text.search(/MECARD:/i)
  if (vcard < 0 && mecard < 0) return undefined
  const lines = vcard >= 0 ? vcardLines(text, vcard) : mecardLines(text, mecard + 'MECARD:'.length)
  const known = lines.flatMap((line) => readProperty(line, country))
  const named = known.some((line) => line.kind === 'person' && /^(?:\w+\.)?FN/i.test(line.entered))
  const kept = known.filter(
    (line) => !(named && line.kind === 'person' && /^(?:\w+\.)?N[;:]/i.test(line.entered)),
  )
  return { lines: kept, ...(country !== undefined && { country: { country, from: 'given' as const } }) }
}

interface Property {
  readonly name: string
  readonly params: string
  readonly value: string
  readonly entered: string
  readonly start: number
  readonly nameOrder: 'family first' | 'mecard'
}

/** Logical lines: a line that begins with a space continues the one before. */
function vcardLines(text: string, from: number): Property[] {
  const end = text.slice(from).search(/END:VCARD/i)
  const body = text.slice(from, end < 0 ? text.length : from + end)
  const properties: Property[] = []
  for (const match of body.matchAll(/[^\r\n]+(?:\r?\n[ \t][^\r\n]*)*/g)) {
    const unfolded = match[0].replace(/\r?\n[ \t]/g, '')
    const colon = unfolded.indexOf(':')
    if (colon < 1) continue
    const [head = '', ...params] = unfolded.slice(0, colon).split(';')
    const name = (head.split('.').at(-1) ?? '').trim().toUpperCase()
    const all = params.join(';').toUpperCase()
    const raw = unfolded.slice(colon + 1)
    const value = all.includes('QUOTED-PRINTABLE') ? decoded(raw) : raw
    properties.push({
      name,
      params: all,
      value,
      entered: match[0],
      start: from + match.index,
      nameOrder: 'family first',
    })
  }
  return properties
}

function mecardLines(text: string, from: number): Property[] {
  const properties: Property[] = []
  for (const match of text.slice(from).matchAll(/(?:[^;\\]|\\.)+/gs)) {
    const colon = match[0].indexOf(':')
    if (colon < 1) continue
    const name = match[0].slice(0, colon).trim().toUpperCase()
    const value = match[0].slice(colon + 1)
    const lead = match[0].length - match[0].trimStart().length
    properties.push({
      name,
      params: '',
      value,
      entered: match[0].trim(),
      start: from + match.index + lead,
      nameOrder: 'mecard',
    })
  }
  return properties
}

function readProperty(property: Property, country: string | undefined): CardLine[] {
  const kind = KINDS[property.name] ?? 'other'
  if (SKIPPED.test(property.name)) return []
  const { entered, start } = property
  const text = plainText(property, kind)
  if (text === '') return []
  const line = (as: CardLineKind, value: string, sure: boolean): CardLine[] => [
    { kind: as, value, entered, start, sure },
  ]
  if (kind === 'email') {
    const email = parseEmail(text)
    return email ? line('email', email.value, true) : line('other', text, false)
  }
  if (kind === 'phone' || kind === 'whatsapp') {
    if (/FAX/.test(property.params)) return line('other', text, false)
    const number = text.replace(/^tel:/i, '').trim()
    const keys = phoneKeys(number, country)
    return keys ? line(kind, keys.e164 ?? number, true) : line('other', text, false)
  }
  if (kind === 'web' && /linkedin\.com\/(?:in|pub)\//i.test(text)) {
    return line('linkedin', /\/(?:in|pub)\/([^/?#\s]+)/i.exec(text)?.[1] ?? text, true)
  }
  return line(kind, text, kind !== 'other')
}

function plainText(property: Property, kind: CardLineKind): string {
  const structured = property.name === 'N' || property.name === 'ADR' || property.name === 'ORG'
  const separator = property.nameOrder === 'mecard' ? ',' : ';'
  if (!structured) return unescaped(property.value)
  const parts = splitUnescaped(property.value, separator)
    .map(unescaped)
    .filter((part) => part !== '')
  if (kind === 'company') return parts[0] ?? ''
  if (kind === 'address') return parts.join(', ')
  const [family = '', given = '', ...more] = parts
  // Han and Hangul names stand family first and without a space.
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(family + given)) return family + given
  return [given, ...more.slice(0, 1), family].filter((part) => part !== '').join(' ')
}

function splitUnescaped(value: string, separator: string): string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < value.length; at++) {
    const char = value.charAt(at)
    if (char === '\\') part += char + value.charAt(++at)
    else if (char === separator) {
      parts.push(part)
      part = ''
    } else part += char
  }
  return [...parts, part]
}

function unescaped(value: string): string {
  return value.replace(/\\n/gi, ' ').replace(/\\(.)/g, '$1').trim()
}

/** Quoted-printable UTF-8; text in another character set stays as it came. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(
      value
        .replace(/%/g, '%25')
        .replace(/=\r?\n?$/g, '')
        .replace(/=([0-9A-F]{2})/gi, '%$1'),
    )
  } catch {
    return value
  }
}
