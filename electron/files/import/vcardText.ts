import type { Card, CardProperty, CardSource } from '#shared/importing/card'
import { type Decoded, encodingName, findEncoding, isWide } from './charset'
import { ImportFailure, LIMITS } from './limits'
import { byteChunks, LineWindow, wholeLines } from './textLines'
import { parseProperty } from './vcardProperty'

/** How the text of a file of cards was understood. */
interface CardText {
  readonly encoding: string
  readonly bom: boolean
  readonly why: Decoded['why']
}

/** The cards of a file. */
export interface VCardReading extends CardText {
  readonly cards: readonly Card[]
  /** Lines that belong to no property. */
  readonly strayLines: number
  /** Cards that another card's BEGIN or the end of the file closed. */
  readonly unclosed: number
}

/** The cards of a file, to be gone through once. Throws `ImportFailure` on the way when there are too many. */
export interface VCardFile extends CardText {
  readonly cards: CardSource
  /** What was found besides cards, complete when all have been gone through. */
  readonly found: { strayLines: number; unclosed: number }
}

const BASE64_LINE = /^[A-Za-z0-9+/]{4,}={0,2}$/

/** All cards at once. */
export function readVCards(bytes: Uint8Array, chosen?: string): VCardReading {
  const { cards, found, ...text } = openVCards(bytes, chosen)
  return { ...text, cards: [...cards], ...found }
}

/**
 * Reads vCard 2.1, 3.0 and 4.0 as devices really write it, card by card: of the text only what the card at hand takes
 * is held. Own reader: 2.1 needs the bytes until a property's charset is known (ical.js works on text, has no 2.1 and
 * reads 139 of the 181 cards of our corpus), so they are carried as a string with one char per byte.
 */
export function openVCards(bytes: Uint8Array, chosen?: string, chunkBytes?: number): VCardFile {
  const whole = findEncoding(bytes, chosen)
  const wide = isWide(whole.encoding)
  const bom = whole.markBytes > 0
  const text = bytes.subarray(wide ? whole.markBytes : bom ? 3 : 0)
  const options = chunkBytes === undefined ? {} : { chunkBytes }
  const declared =
    wide || whole.why === 'import.why.validUtf8' || chosen
      ? undefined
      : declaredEncoding(byteChunks(text, whole.encoding, options))
  const fallback = declared ?? (wide ? 'utf8' : whole.encoding)
  const found = { strayLines: 0, unclosed: 0 }
  let taken = 0
  const onChunk = (bytesTaken: number) => {
    taken = bytesTaken
  }
  const chunks = byteChunks(text, whole.encoding, { ...options, onChunk })
  const scan = scanCards(new LineWindow(chunks), { fallback, forced: chosen !== undefined && !wide }, found)
  return {
    encoding: wide ? whole.encoding : fallback,
    bom,
    why: declared ? 'import.why.declared' : whole.why,
    cards: {
      [Symbol.iterator]: () => scan,
      expected: (read) => (taken === 0 ? read : Math.max(read, Math.round((read * text.length) / taken))),
    },
    found,
  }
}

/** The charset that most properties name, when the bytes are not UTF-8. */
function declaredEncoding(chunks: Iterable<string>): string | undefined {
  const counts = new Map<string, number>()
  for (const lines of wholeLines(chunks)) {
    for (const match of lines.matchAll(/;CHARSET="?([\w-]+)/gi)) {
      const name = encodingName(match[1] ?? '')
      if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  return best === 'utf8' ? undefined : best
}

function* scanCards(
  lines: LineWindow,
  text: { readonly fallback: string; readonly forced: boolean },
  found: VCardFile['found'],
): Generator<Card> {
  let open: { version: string; properties: CardProperty[] } | undefined
  let count = 0
  let nested = 0
  /** Ends the open card. One without properties is none. */
  const finish = (): Card[] => {
    const cards = open && open.properties.length > 0 ? [open] : []
    open = undefined
    count += cards.length
    if (count > LIMITS.rows) throw new ImportFailure('import.tooManyRows', { limit: LIMITS.rows })
    return cards
  }
  for (let at = 0; ; ) {
    lines.letGo(at)
    const line = lines.line(at)
    if (line === undefined) break
    if (/^\s*BEGIN\s*:\s*VCARD\s*$/i.test(line.replace(/^\u00ef\u00bb\u00bf/, ''))) {
      if (open?.properties.at(-1)?.name === 'AGENT' && open.properties.at(-1)?.text === '') nested += 1
      else {
        if (open) found.unclosed += 1
        yield* finish()
        open = { version: versionAhead(lines, at), properties: [] }
      }
      at += 1
    } else if (/^\s*END\s*:\s*VCARD\s*$/i.test(line)) {
      if (nested > 0) nested -= 1
      else yield* finish()
      at += 1
    } else {
      const { logical, next } = unfold(lines, at, open?.version ?? '3.0')
      at = next
      if (logical.trim() === '' || nested > 0) continue
      const property = open && parseProperty(logical, { version: open.version, ...text })
      if (property) open?.properties.push(property)
      else found.strayLines += 1
    }
  }
  if (open) found.unclosed += 1
  yield* finish()
}

function versionAhead(lines: LineWindow, from: number): string {
  for (let at = from + 1; at < from + 40; at += 1) {
    const line = lines.line(at)
    if (line === undefined) break
    const match = /^\s*VERSION\s*:\s*([\d.]+)/i.exec(line)
    if (match) return match[1] ?? '3.0'
    if (/^\s*(BEGIN|END)\s*:/i.test(line)) break
  }
  return '3.0'
}

/**
 * One logical line. 3.0 and 4.0 fold with one blank that goes away; 2.1 folds at blanks that stay,
 * continues quoted-printable after `=` and base64 until a blank line or the next property.
 */
function unfold(lines: LineWindow, from: number, version: string): { logical: string; next: number } {
  const parts = [lines.line(from) ?? '']
  let next = from + 1
  const head = (parts[0] ?? '').slice(0, Math.max(0, (parts[0] ?? '').indexOf(':')))
  const quoted = /QUOTED-PRINTABLE/i.test(head)
  const base64 =
    /(ENCODING=)?\b(BASE64|B)\b/i.test(head) && /PHOTO|LOGO|SOUND|KEY|BASE64|ENCODING=B\b/i.test(head)
  const old = version.startsWith('2')
  for (; ; next += 1) {
    const line = lines.line(next)
    if (line === undefined) break
    if (quoted && parts.at(-1)?.endsWith('=')) {
      parts[parts.length - 1] = parts.at(-1)?.slice(0, -1) ?? ''
      parts.push(line)
    } else if (base64 && (/^[ \t]+\S/.test(line) || BASE64_LINE.test(line.trim()))) parts.push(line.trim())
    else if (/^[ \t]/.test(line) && line.trim() !== '') parts.push(old ? line : line.slice(1))
    else break
  }
  return { logical: parts.join(''), next }
}
