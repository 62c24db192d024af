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
  readonly filled: readonly FilledField[]
}

/** `[[optional part]]` or `{field}`; the optional part holds no brackets of its own. */
const PIECE = /\[\[((?:(?!\[\[|\]\]).)*)\]\]|\{([A-Za-z]+)\}/gs
const FIELD = /\{([A-Za-z]+)\}/g
/** C0 and C1 controls but tab and line feed: they have no place in a letter, and break mail headers. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g

/**
 * Fills a letter. Values are text and nothing but text: one that looks like a field or a bracket is not
 * looked at again, control characters vanish, and a subject stays one line whatever a value holds.
 * Unknown fields stay as they are written, so that a typing mistake in a template is seen.
 */
export function fillLetter(
  template: LetterTemplate,
  values: Readonly<Partial<Record<LetterField, string | undefined>>>,
): FilledLetter {
  const missing = new Set<LetterField>()
  const subject = fillPart(template.subject, template, values, 'subject', missing)
  const body = fillPart(template.body, template, values, 'body', missing)
  return {
    subject: subject.text,
    body: body.text,
    missing: [...missing],
    filled: [...subject.filled, ...body.filled],
  }
}

type Values = Readonly<Partial<Record<LetterField, string | undefined>>>

function fillPart(
  source: string,
  template: LetterTemplate,
  values: Values,
  part: 'subject' | 'body',
  missing: Set<LetterField>,
): { text: string; filled: FilledField[] } {
  const writer = new Writer(part)
  writeAll(source.replace(/\r\n?/g, '\n'), PIECE, writer, (optional, field) => {
    if (optional === undefined) {
      writeField(writer, field, template, values, missing)
      return
    }
    const absent = fieldsIn(optional).filter((name) => cleanValue(name, values, part) === '')
    for (const name of absent) missing.add(name)
    if (absent.length > 0) return
    writeAll(optional, FIELD, writer, (name) => writeField(writer, name, template, values, missing))
  })
  return { text: writer.text, filled: writer.filled }
}

function writeAll(
  source: string,
  pattern: RegExp,
  writer: Writer,
  write: (first: string | undefined, second: string | undefined) => void,
): void {
  let end = 0
  for (const match of source.matchAll(pattern)) {
    writer.literal(source.slice(end, match.index))
    write(match[1], match[2])
    end = match.index + match[0].length
  }
  writer.literal(source.slice(end))
}

function writeField(
  writer: Writer,
  name: string | undefined,
  template: LetterTemplate,
  values: Values,
  missing: Set<LetterField>,
): void {
  const field = LETTER_FIELDS.find((known) => known === name)
  if (field === undefined) {
    writer.literal(`{${name}}`)
    return
  }
  const value = cleanValue(field, values, writer.part)
  if (value !== '') {
    writer.value(field, value)
    return
  }
  missing.add(field)
  const fallback = template.fallbacks[field]
  if (fallback === undefined) writer.literal(`{${field}}`)
  else if (fallback === '') writer.dropSpace()
  else writer.literal(fallback)
}

function cleanValue(field: LetterField, values: Values, part: 'subject' | 'body'): string {
  const raw = values[field] ?? ''
  const lines = raw.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(CONTROLS, '')
  return (part === 'subject' ? lines.replace(/\s+/g, ' ') : lines).trim()
}

function fieldsIn(text: string): LetterField[] {
  const names = [...text.matchAll(FIELD)].map((match) => match[1])
  return LETTER_FIELDS.filter((field) => names.includes(field))
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
