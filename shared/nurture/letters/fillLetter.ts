import { type LetterPiece, ownPieces, shippedPieces } from './letterPieces'
import { LETTER_FIELDS, type LetterField, type LetterTemplate } from './letterTemplate'

/** A value in the finished letter, so that a view can mark it. Offsets count UTF-16 units. */
interface FilledField {
  readonly field: LetterField
  readonly value: string
  readonly part: 'subject' | 'body'
  readonly start: number
  readonly end: number
}

/** A letter ready to be read once more and sent. Plain text; lines end in `\n`. */
export interface FilledLetter {
  readonly subject: string
  readonly body: string
  /** Fields the template asks for without a value: each was replaced by its fallback or left out. */
  readonly missing: readonly LetterField[]
  /** Those of them that have no fallback either and stand in the letter as they were written: not to be sent so. */
  readonly open: readonly LetterField[]
  readonly filled: readonly FilledField[]
}

/** C0 and C1 controls but tab and line feed: they have no place in a letter, and break mail headers. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g

type Values = Readonly<Partial<Record<LetterField, string | undefined>>>

/**
 * Fills a shipped letter. Values are text and nothing but text: one that looks like a field or a bracket is not
 * looked at again, control characters vanish, and a subject stays one line whatever a value holds.
 * Unknown fields stay as they are written, so that a typing mistake in a template is seen.
 */
export function fillLetter(template: LetterTemplate, values: Values): FilledLetter {
  const pieces = (text: string) => shippedPieces(lines(text), template.fallbacks)
  return fill(pieces(template.subject), pieces(template.body), values)
}

/** Fills a letter of one's own, `{{field|fallback}}`, with the same care. */
export function fillOwnLetter(
  variant: { readonly subject?: string | undefined; readonly text: string },
  values: Values,
): FilledLetter {
  return fill(ownPieces(lines(variant.subject ?? '')), ownPieces(lines(variant.text)), values)
}

function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

function fill(
  subjectPieces: readonly LetterPiece[],
  bodyPieces: readonly LetterPiece[],
  values: Values,
): FilledLetter {
  const missing = new Set<LetterField>()
  const open = new Set<LetterField>()
  const subject = new Writer('subject')
  const body = new Writer('body')
  writePieces(subject, subjectPieces, values, missing, open)
  writePieces(body, bodyPieces, values, missing, open)
  return {
    subject: subject.text,
    body: body.text,
    missing: [...missing],
    open: [...open],
    filled: [...subject.filled, ...body.filled],
  }
}

function writePieces(
  writer: Writer,
  pieces: readonly LetterPiece[],
  values: Values,
  missing: Set<LetterField>,
  open: Set<LetterField>,
): void {
  for (const piece of pieces) {
    if (piece.kind === 'words') writer.literal(piece.text)
    else if (piece.kind === 'field') writeField(writer, piece, values, missing, open)
    else {
      const absent = absentFields(piece.pieces, values, writer.part)
      for (const field of absent) missing.add(field)
      if (absent.length === 0) writePieces(writer, piece.pieces, values, missing, open)
    }
  }
}

/** The fields that a part can't do without, in the order in which fields are listed everywhere. */
function absentFields(
  pieces: readonly LetterPiece[],
  values: Values,
  part: 'subject' | 'body',
): LetterField[] {
  const needed = pieces.flatMap((piece) =>
    piece.kind === 'field' && piece.fallback === undefined ? [piece.field] : [],
  )
  return LETTER_FIELDS.filter((field) => needed.includes(field) && cleanValue(field, values, part) === '')
}

function writeField(
  writer: Writer,
  { field, written, fallback }: Extract<LetterPiece, { kind: 'field' }>,
  values: Values,
  missing: Set<LetterField>,
  open: Set<LetterField>,
): void {
  const value = cleanValue(field, values, writer.part)
  if (value !== '') {
    writer.value(field, value)
    return
  }
  missing.add(field)
  if (fallback === undefined) {
    open.add(field)
    writer.literal(written)
  } else if (fallback === '') writer.dropSpace()
  else writer.literal(fallback)
}

function cleanValue(field: LetterField, values: Values, part: 'subject' | 'body'): string {
  const raw = values[field] ?? ''
  const lines = raw.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(CONTROLS, '')
  return (part === 'subject' ? lines.replace(/\s+/g, ' ') : lines).trim()
}

/** Collects the text and remembers where values landed. */
class Writer {
  text = ''
  readonly filled: FilledField[] = []

  constructor(readonly part: 'subject' | 'body') {}

  literal(text: string): void {
    // A template's own line break in a subject is a mistake that must not reach a mail header.
    this.text += this.part === 'subject' ? text.replace(/[\r\n]+/g, ' ') : text
  }

  value(field: LetterField, value: string): void {
    const start = this.text.length
    this.text += value
    this.filled.push({ field, value, part: this.part, start, end: this.text.length })
  }

  dropSpace(): void {
    if (this.text.endsWith(' ')) this.text = this.text.slice(0, -1)
  }
}
