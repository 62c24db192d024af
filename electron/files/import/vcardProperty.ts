import type { CardProperty } from '#shared/importing/card'
import { decodeAs, encodingName } from './charset'

const BINARY = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY'])
const NAME_PART = /^(?:([\w.-]+)\.)?([A-Za-z][\w-]*)$/
const ENCODINGS_2_1 = /^(QUOTED-PRINTABLE|BASE64|B|8BIT|7BIT)$/i

/** What a property's text hangs on besides itself. */
export interface PropertyContext {
  readonly version: string
  readonly fallback: string
  /** The person chose the encoding: no UTF-8 attempt, no labels. */
  readonly forced: boolean
}

/**
 * Reads one property from its logical line, one char per byte; undefined for a line that is none. Its value is decoded on
 * its own: strict UTF-8 first, then what the property claims, then what the whole file looks like.
 */
export function parseProperty(line: string, context: PropertyContext): CardProperty | undefined {
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
