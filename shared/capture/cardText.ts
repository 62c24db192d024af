import { fold } from '../matching/fold'
import { findEmails, findWeb } from './cardAddresses'
import { findCountry } from './cardCountry'
import { type CardContext, guessKind, isTitle } from './cardGuess'
import { type Label, labelsOf, leadingLabel } from './cardLabels'
import type { CardLine, CardLineKind, CardReading, Find } from './cardLine'
import { findNumbers } from './cardNumbers'
import { countryNamed } from './countryNames'
import { readStructuredCard } from './structuredCard'
import { innerRange, trimEdges, trimValue } from './trimEdges'

/** A card has a few dozen lines; whatever follows is a document that landed here by mistake. */
const MAX_CHARS = 20_000
/** What separates two things on one line: bars, bullets, tabs, wide gaps. */
const PIECE = /[^\n\r\u2028|｜•·●\t]+/g

/**
 * Takes the text of a business card, an email signature or a messenger profile apart, line by line.
 * Addresses and labelled numbers are sure; company, person, title, address and country are suggestions.
 * vCard and MECARD texts are read by their own rules. Nothing is invented: every `entered` stands in the
 * text, and what is not understood comes back as `other`. Never throws.
 * @param country ISO 3166-1 alpha-2, if it is known from elsewhere (the form, the fair): reads local numbers.
 */
export function readCardText(text: string, country?: string): CardReading {
  const structured = readStructuredCard(text.slice(0, MAX_CHARS), country)
  if (structured) return structured
  const cut = text.slice(0, MAX_CHARS)
  const pieces = [...cut.matchAll(PIECE)].map((match) => ({ start: match.index, text: match[0] }))
  const addresses = pieces.map((piece) => findAddresses(piece.text))
  const hint = findCountry(cut, addresses.flat(), country)
  const context = contextOf(addresses.flat())
  const lines: CardLine[] = []
  for (const [at, piece] of pieces.entries()) {
    for (const line of readPiece(piece.text, addresses[at] ?? [], hint?.country, context)) {
      lines.push({ ...line, start: piece.start + line.start })
    }
  }
  return { lines: onePerson(lines), ...(hint && { country: hint }) }
}

function findAddresses(text: string): Find[] {
  const emails = findEmails(text)
  const web = findWeb(text).filter(
    (find) => !emails.some((email) => find.start < email.end && email.start < find.end),
  )
  return [...emails, ...web].sort((a, b) => a.start - b.start)
}

function contextOf(finds: readonly Find[]): CardContext {
  const emails = finds.filter((find) => find.kind === 'email').map((find) => fold(find.value).split('@'))
  const hosts = finds
    .filter((find) => find.kind === 'web')
    .map((find) => find.value.replace(/^https?:\/\/(?:www\.)?/, ''))
  return {
    locals: emails.map(([local = '']) => local.replace(/[^\p{L}]/gu, '')),
    owners: [...emails.map(([, domain = '']) => domain), ...hosts]
      .map((host) => (host.split('.')[0] ?? '').replace(/[^\p{L}\p{N}]/gu, ''))
      .filter((owner) => owner.length >= 3),
  }
}

/** One piece: what is sure first, then what is left between. */
function readPiece(
  text: string,
  addresses: readonly Find[],
  country: string | undefined,
  context: CardContext,
): CardLine[] {
  const finds = [...addresses, ...findNumbers(text, addresses, country)].sort((a, b) => a.start - b.start)
  const lines: CardLine[] = []
  let from = 0
  for (const find of finds) {
    if (find.start < from) {
      // A second reading of the same stretch (a phone that is on WhatsApp, too).
      const twin = lines.at(-1)
      if (twin) lines.push({ ...twin, kind: find.kind, value: find.value, sure: find.sure })
      continue
    }
    const before = text.slice(from, find.start)
    const label = labelsOf(trimEdges(before, true)).length > 0 || !/[\p{L}\p{N}]/u.test(before)
    if (!label) lines.push(...guess(text, from, find.start, context))
    const start = label ? from : find.start
    lines.push(cutLine(text, start, find.end, find.kind, find.value, find.sure))
    from = find.end
  }
  lines.push(...guess(text, from, text.length, context))
  return lines.filter((line) => line.entered !== '')
}

/** Suggestions for a stretch without addresses; two if a name and a title share it. */
function guess(text: string, from: number, to: number, context: CardContext): CardLine[] {
  const rest = text.slice(from, to)
  if (!/[\p{L}\p{N}]/u.test(rest) || labelsOf(trimEdges(rest, true)).length > 0) return []
  const labelled = leadingLabel(rest.trimStart())
  if (labelled) return [fromLabel(text, from, to, rest, labelled, context)]
  const split = splitNameAndTitle(rest, context)
  if (split !== undefined)
    return [...guess(text, from, from + split, context), ...guess(text, from + split, to, context)]
  const trimmed = trimValue(rest)
  const kind = guessKind(trimmed, context)
  return [
    cutLine(text, from, to, kind, kind === 'country' ? (countryNamed(trimmed) ?? trimmed) : trimmed, false),
  ]
}

function fromLabel(
  text: string,
  from: number,
  to: number,
  rest: string,
  labelled: { labels: Label[]; valueStart: number },
  context: CardContext,
): CardLine {
  const offset = rest.length - rest.trimStart().length
  const value = trimValue(rest.slice(offset + labelled.valueStart))
  const [label] = labelled.labels
  const suggested: readonly Label[] = ['company', 'person', 'title', 'address', 'taxNumber', 'country']
  const kind =
    label !== undefined && suggested.includes(label) ? (label as CardLineKind) : guessKind(value, context)
  const country = kind === 'country' ? countryNamed(value) : undefined
  if (kind === 'country' && country === undefined) return cutLine(text, from, to, 'other', value, false)
  return cutLine(text, from, to, kind, country ?? value, false)
}

/** Where `John Smith, Purchasing Manager` or `王思远 总经理` falls into a name and a title. */
function splitNameAndTitle(rest: string, context: CardContext): number | undefined {
  if (rest.length > 120) return undefined
  for (const separator of rest.matchAll(
    /[,，/]|\s[-–—]\s|(?<=[\p{Script=Han}\p{Script=Hangul}])\s+(?=[\p{Script=Han}\p{Script=Hangul}])/gu,
  )) {
    const left = trimValue(rest.slice(0, separator.index))
    const right = trimValue(rest.slice(separator.index + separator[0].length))
    if (left === '' || right === '') continue
    const [one, other] = [guessKind(left, context), guessKind(right, context)]
    if (
      (one === 'person' && isTitle(right) && other === 'title') ||
      (one === 'title' && other === 'person')
    ) {
      return separator.index + separator[0].length
    }
  }
  return undefined
}

/** The first likely name is the person; a card rarely has two, and slogans look like names. */
function onePerson(lines: readonly CardLine[]): CardLine[] {
  const first = lines.findIndex((line) => line.kind === 'person')
  return lines.map((line, at) =>
    line.kind === 'person' && at !== first ? { ...line, kind: 'other' as const } : line,
  )
}

function cutLine(
  text: string,
  from: number,
  to: number,
  kind: CardLineKind,
  value: string,
  sure: boolean,
): CardLine {
  const raw = text.slice(from, to)
  const inner = innerRange(raw)
  return { kind, value, entered: raw.slice(inner.from, inner.to), start: from + inner.from, sure }
}
