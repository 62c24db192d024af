import type { Card, CardProperty } from '#shared/importing/card'
import { decode, decodeAs, encodingName } from './charset'
import { ImportFailure, LIMITS } from './limits'

/** The cards of a file, and how its text was understood. */
export interface VCardReading {
  readonly cards: readonly Card[]
  readonly encoding: string
  readonly bom: boolean
  readonly why: ReturnType<typeof decode>['why'] | 'import.why.declared'
  /** Lines that belong to no property. */
  readonly strayLines: number
  /** Cards that another card's BEGIN or the end of the file closed. */
  readonly unclosed: number
}

const BINARY = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY'])
const NAME_PART = /^(?:([\w.-]+)\.)?([A-Za-z][\w-]*)$/
const BASE64_LINE = /^[A-Za-z0-9+/]{4,}={0,2}$/
const ENCODINGS_2_1 = /^(QUOTED-PRINTABLE|BASE64|B|8BIT|7BIT)$/i

/**
 * Reads vCard 2.1, 3.0 and 4.0 as devices really write it. Own reader: 2.1 needs the bytes until a property's
 * charset is known (ical.js works on text, has no 2.1 and reads 139 of the 181 cards of our corpus).
 *
 * Bytes are carried as a string with one char per byte; each value is decoded on its own:
 * strict UTF-8 first, then what the property claims, then what the whole file looks like.
 */
export function readVCards(bytes: Uint8Array, chosen?: string): VCardReading {
  const whole = decode(bytes, chosen)
  const wide = whole.encoding.startsWith('utf16') || whole.encoding.startsWith('utf32')
  const raw = Buffer.from(
    wide ? new TextEncoder().encode(whole.text) : whole.bom ? bytes.subarray(3) : bytes,
  ).toString('latin1')
  const declared = wide || whole.why === 'import.why.validUtf8' || chosen ? undefined : declaredEncoding(raw)
  const fallback = declared ?? (wide ? 'utf8' : whole.encoding)
  const scan = scanCards(raw, fallback, chosen !== undefined && !wide)
  return {
    ...scan,
    encoding: wide ? whole.encoding : fallback,
    bom: whole.bom,
    why: declared ? 'import.why.declared' : whole.why,
  }
}

/** The charset that most properties name, when the bytes are not UTF-8. */
function declaredEncoding(raw: string): string | undefined {
  const counts = new Map<string, number>()
  for (const match of raw.matchAll(/;CHARSET="?([\w-]+)/gi)) {
    const name = encodingName(match[1] ?? '')
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  return best === 'utf8' ? undefined : best
}

function scanCards(
  raw: string,
  fallback: string,
  forced: boolean,
): Pick<VCardReading, 'cards' | 'strayLines' | 'unclosed'> {
  const lines = raw.split(/\r\n|\r|\n/)
  const cards: Card[] = []
  let open: { version: string; properties: CardProperty[] } | undefined
  let strayLines = 0
  let unclosed = 0
  let nested = 0
  const finish = () => {
    if (open && open.properties.length > 0) cards.push(open)
    open = undefined
    if (cards.length > LIMITS.rows) throw new ImportFailure('import.tooManyRows', { limit: LIMITS.rows })
  }
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    if (/^\s*BEGIN\s*:\s*VCARD\s*$/i.test(line.replace(/^\u00ef\u00bb\u00bf/, ''))) {
      if (open?.properties.at(-1)?.name === 'AGENT' && open.properties.at(-1)?.text === '') nested += 1
      else {
        if (open) unclosed += 1
        finish()
        open = { version: versionAhead(lines, at), properties: [] }
      }
      at += 1
    } else if (/^\s*END\s*:\s*VCARD\s*$/i.test(line)) {
      if (nested > 0) nested -= 1
      else finish()
      at += 1
    } else {
      const { logical, next } = unfold(lines, at, open?.version ?? '3.0')
      at = next
      if (logical.trim() === '' || nested > 0) continue
      const property = open && parseProperty(logical, { version: open.version, fallback, forced })
      if (property) open?.properties.push(property)
      else strayLines += 1
    }
  }
  if (open) unclosed += 1
  finish()
  return { cards, strayLines, unclosed }
}

function versionAhead(lines: readonly string[], from: number): string {
  for (let at = from + 1; at < Math.min(lines.length, from + 40); at += 1) {
    const match = /^\s*VERSION\s*:\s*([\d.]+)/i.exec(lines[at] ?? '')
    if (match) return match[1] ?? '3.0'
    if (/^\s*(BEGIN|END)\s*:/i.test(lines[at] ?? '')) break
  }
  return '3.0'
}

/**
 * One logical line. 3.0 and 4.0 fold with one blank that goes away; 2.1 folds at blanks that stay,
 * continues quoted-printable after `=` and base64 until a blank line or the next property.
 */
function unfold(lines: readonly string[], from: number, version: string): { logical: string; next: number } {
  const parts = [lines[from] ?? '']
  let next = from + 1
  const head = (parts[0] ?? '').slice(0, Math.max(0, (parts[0] ?? '').indexOf(':')))
  const quoted = /QUOTED-PRINTABLE/i.test(head)
  const base64 =
    /(ENCODING=)?\b(BASE64|B)\b/i.test(head) && /PHOTO|LOGO|SOUND|KEY|BASE64|ENCODING=B\b/i.test(head)
  const old = version.startsWith('2')
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? ''
    if (quoted && parts.at(-1)?.endsWith('=')) {
      parts[parts.length - 1] = parts.at(-1)?.slice(0, -1) ?? ''
      parts.push(line)
    } else if (base64 && (/^[ \t]+\S/.test(line) || BASE64_LINE.test(line.trim()))) parts.push(line.trim())
    else if (/^[ \t]/.test(line) && line.trim() !== '') parts.push(old ? line : line.slice(1))
    else break
  }
  return { logical: parts.join(''), next }
}

interface PropertyContext {
  readonly version: string
  readonly fallback: string
  /** The person chose the encoding: no UTF-8 attempt, no labels. */
  readonly forced: boolean
}

function parseProperty(line: string, context: PropertyContext): CardProperty | undefined {
  const colon = colonOutsideQuotes(line)
  if (colon < 0) return undefined
  const [rawName = '', ...rawParams] = splitOutsideQuotes(line.slice(0, colon), ';')
  const match = NAME_PART.exec(rawName.trim())
  if (!match) return undefined
  const name = (match[2] ?? '').toUpperCase()
  const params = readParams(rawParams)
  const encoding = (params.ENCODING?.[0] ?? '').toUpperCase()
  const value = line.slice(colon + 1)
  const group = match[1] === undefined ? {} : { group: match[1].toLowerCase() }
  if (BINARY.has(name) || encoding === 'BASE64' || encoding === 'B' || /^data:/i.test(value)) {
    return { ...group, name, params, text: '', parts: [], binary: true }
  }
  const toText = (bytes: string) => decodeValue(bytes, params.CHARSET?.[0], context)
  const escapes = context.version.startsWith('2') ? /\\([;\\])/g : /\\([\s\S])/g
  const resolve = (text: string) =>
    text.replace(escapes, (_, char: string) =>
      context.version.startsWith('2') ? char : char === 'n' || char === 'N' ? '\n' : char,
    )
  // Quoted-printable hides no separator: split first, then decode each part.
  const isQuoted = encoding === 'QUOTED-PRINTABLE'
  const pieces = isQuoted
    ? splitUnescaped(value).map((part) => toText(fromQuotedPrintable(part)))
    : splitUnescaped(toText(value))
  const parts = pieces.map((part) => resolve(part).replace(/\r\n?/g, '\n'))
  return { ...group, name, params, text: parts.join(';'), parts }
}

/** `;CELL;PREF`, `;TYPE=CELL,VOICE`, `;TYPE="voice,cell"`, `;ENCODING=QUOTED-PRINTABLE`, RFC 6868 carets. */
function readParams(raw: readonly string[]): Record<string, string[]> {
  const params: Record<string, string[]> = Object.create(null) as Record<string, string[]>
  for (const part of raw) {
    const equals = part.indexOf('=')
    const bare = part.trim()
    if (bare === '') continue
    const name =
      equals < 0
        ? ENCODINGS_2_1.test(bare)
          ? 'ENCODING'
          : 'TYPE'
        : part.slice(0, equals).trim().toUpperCase()
    const value = equals < 0 ? bare : part.slice(equals + 1).trim()
    const values = splitOutsideQuotes(value, ',').flatMap((one) => {
      const plain = one
        .trim()
        .replace(/^"(.*)"$/s, '$1')
        .replace(/\^n/g, '\n')
        .replace(/\^'/g, '"')
        .replace(/\^\^/g, '^')
      return name === 'TYPE' ? plain.split(',') : [plain]
    })
    params[name] = [...(params[name] ?? []), ...values]
  }
  return { ...params }
}

function decodeValue(bytes: string, label: string | undefined, context: PropertyContext): string {
  if (/^[\t\n\r\x20-\x7e]*$/.test(bytes)) return bytes
  const buffer = Buffer.from(bytes, 'latin1')
  if (context.forced) return decodeAs(buffer, context.fallback).text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer)
  } catch {
    return decodeAs(buffer, (label === undefined ? undefined : encodingName(label)) ?? context.fallback).text
  }
}

function fromQuotedPrintable(text: string): string {
  return text
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/=$/, '')
}

function splitUnescaped(text: string): string[] {
  const parts: string[] = []
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === ';') {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = []
  let quoted = false
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted
    else if (text[at] === separator && !quoted) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}

function colonOutsideQuotes(line: string): number {
  let quoted = false
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') quoted = !quoted
    else if (line[at] === ':' && !quoted) return at
  }
  return line.indexOf(':')
}
