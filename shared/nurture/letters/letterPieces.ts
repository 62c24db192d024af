import { LETTER_FIELDS, type LetterField, type LetterTemplate } from './letterTemplate'

/** What a letter is made of: words, a value to be merged, or a part that goes when a value in it is not known. */
export type LetterPiece =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'field'
      readonly field: LetterField
      /** As it stands in the template: what is shown where there is neither value nor fallback. */
      readonly written: string
      /** What stands in for an unknown value; empty words vanish with their space. */
      readonly fallback: string | undefined
    }
  | { readonly kind: 'optional'; readonly pieces: readonly LetterPiece[] }

/** `[[optional part]]`; it holds no double brackets of its own. */
const OPTIONAL = /\[\[((?:(?!\[\[|\]\]).)*)\]\]/gs
/** `{product}`, as shipped letters write it. */
const SHIPPED_FIELD = /\{([A-Za-z]+)\}/g
/** `{{product|our pieces}}`, as a person writes it; spaces around the name are forgiven. */
const OWN_FIELD = /\{\{\s*([A-Za-z]+)\s*(?:\|([^{}]*))?\}\}/g

/**
 * The pieces of a shipped text. In an optional part fallbacks do not count: an unknown value takes the part with it.
 * A field that nobody knows stays as it is written, so that a typing mistake is seen.
 */
export function shippedPieces(text: string, fallbacks: LetterTemplate['fallbacks']): LetterPiece[] {
  return piecesOf(text, SHIPPED_FIELD, (field, _own, isOptional) =>
    isOptional ? undefined : fallbacks[field],
  )
}

/** The pieces of a text that a person wrote; each field carries its own fallback. */
export function ownPieces(text: string): LetterPiece[] {
  return piecesOf(text, OWN_FIELD, (_field, own) => own)
}

/** A shipped text as a person would have written it: fills to the same letter whatever is known. */
export function asOwnText(text: string, fallbacks: LetterTemplate['fallbacks']): string {
  return shippedPieces(text, fallbacks).map(writtenOwn).join('')
}

/** Why a text can't be kept as a template. `written` is the place as the person wrote it. */
export interface TemplateFault {
  readonly reason: 'unknownField' | 'openBrace' | 'openBracket'
  readonly written: string
}

/** How much of an unclosed place is shown: enough to find it. */
const SHOWN_CHARS = 24

/**
 * What is wrong with the merge fields of a text: names that are no field, braces or double brackets that don't close.
 * Empty for a text that may be kept.
 */
export function templateFaults(text: string): TemplateFault[] {
  const faults: TemplateFault[] = []
  const withoutFields = text.replace(/\{\{([^{}]*)\}\}/g, (written: string, inner: string) => {
    const name = (inner.split('|', 1)[0] ?? '').trim()
    if (knownField(name) === undefined) faults.push({ reason: 'unknownField', written })
    return ''
  })
  const brace = /\{\{|\}\}/.exec(withoutFields)
  if (brace !== null) faults.push({ reason: 'openBrace', written: from(withoutFields, brace.index) })
  const withoutParts = withoutFields.replace(OPTIONAL, '')
  const bracket = /\[\[|\]\]/.exec(withoutParts)
  if (bracket !== null) faults.push({ reason: 'openBracket', written: from(withoutParts, bracket.index) })
  return faults
}

/** The fields that stand in a text as `{{field}}`, each once: in a finished letter none may. */
export function openFields(text: string): LetterField[] {
  const found = ownPieces(text).flatMap((piece) => (piece.kind === 'optional' ? piece.pieces : [piece]))
  return LETTER_FIELDS.filter((field) =>
    found.some((piece) => piece.kind === 'field' && piece.field === field),
  )
}

function from(text: string, start: number): string {
  return text.slice(start, start + SHOWN_CHARS)
}

function piecesOf(
  text: string,
  pattern: RegExp,
  fallbackOf: (field: LetterField, own: string | undefined, isOptional: boolean) => string | undefined,
): LetterPiece[] {
  const read = (source: string, isOptional: boolean) =>
    split(source, pattern, (match): LetterPiece => {
      const field = knownField(match[1] ?? '')
      return field === undefined
        ? { kind: 'words', text: match[0] }
        : { kind: 'field', field, written: match[0], fallback: fallbackOf(field, match[2], isOptional) }
    })
  return split(text, OPTIONAL, (match) => ({ kind: 'optional', pieces: read(match[1] ?? '', true) })).flatMap(
    (piece) => (piece.kind === 'words' ? read(piece.text, false) : [piece]),
  )
}

function split(
  text: string,
  pattern: RegExp,
  pieceOf: (match: RegExpExecArray) => LetterPiece,
): LetterPiece[] {
  const pieces: LetterPiece[] = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) pieces.push({ kind: 'words', text: text.slice(end, match.index) })
    pieces.push(pieceOf(match))
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ kind: 'words', text: text.slice(end) })
  return pieces
}

function writtenOwn(piece: LetterPiece): string {
  switch (piece.kind) {
    case 'words':
      return piece.text
    case 'field':
      return piece.fallback === undefined
        ? `{{${piece.field}}}`
        : `{{${piece.field}|${piece.fallback.replace(/[{}]/g, '')}}}`
    case 'optional':
      return `[[${piece.pieces.map(writtenOwn).join('')}]]`
  }
}

function knownField(name: string): LetterField | undefined {
  return LETTER_FIELDS.find((field) => field === name)
}
