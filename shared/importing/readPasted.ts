import { enquiryPlatform } from './enquiryPlatform'
import { type FormField, formFields } from './formText'
import type { ImportInteraction, ImportMoment, ImportRecord } from './importRecord'
import { type PastedMail, pastedMail } from './pastedHeaders'
import type { ImportOverrides, ReadHints, ReadResult } from './reading'
import { readMail } from './readMail'
import { readTable } from './readTable'
import { type PastedField, readSignature } from './signature'
import type { Target } from './targets'
import { parseDate } from './values/date'

/**
 * Reads a text that somebody pasted: a mail with the lines that its program shows above it, the enquiry of a
 * marketplace or a web form, or somebody's words with their signature. What it says about the person stands in columns,
 * one row, so that each part can be sent elsewhere before anything is written; the words themselves are kept whole.
 */
export function readPasted(text: string, hints: ReadHints = {}, overrides: ImportOverrides = {}): ReadResult {
  const mail = pastedMail(text)
  const platform = enquiryPlatform(text)
  const sender = mail?.replyTo ?? mail?.from
  // What a marketplace or a form sends for somebody says in its text who that is.
  const isOwnLetter = sender !== undefined && enquiryPlatform(sender.address) === undefined
  const form = formFields(mail?.body ?? text)
  if (mail !== undefined && isOwnLetter && form === undefined)
    return fromLetter(mail, platform, { hints, overrides })
  return form === undefined
    ? fromWords(mail?.body ?? text, mail, platform, { hints, overrides })
    : fromFields(labelled(form), { hints, overrides }, (record) => ({
        ...record,
        ...(platform === undefined ? {} : { channel: platform }),
        interaction: enquiry(mail?.body ?? text, mail, hints),
      }))
}

interface How {
  readonly hints: ReadHints
  readonly overrides: ImportOverrides
}

/** A field as a column: the form's own label, or only where it goes. */
interface Column {
  readonly label: string
  readonly target?: Target
  readonly value: string
}

function labelled(fields: readonly FormField[]): Column[] {
  return fields.map(({ label, value }) => ({ label, value }))
}

/** Somebody's mail: who wrote to whom, completed by the signature. */
function fromLetter(mail: PastedMail, platform: string | undefined, how: How): ReadResult {
  const { hints, overrides } = how
  const reading = readMail({ ...mail, text: mail.body, isDraft: false, attachments: 0 }, hints, overrides)
  const [record] = reading.records
  if (record === undefined) return reading
  const at = momentOf(mail.date, hints)
  const interaction: ImportInteraction = {
    kind: 'message',
    ...record.interaction,
    ...(at === undefined ? {} : { at }),
  }
  const dated = { ...record, interaction, ...(platform === undefined ? {} : { channel: platform }) }
  // What stands below our own letter is our own signature.
  if (interaction.direction === 'out') return { ...reading, records: [dated] }
  const { fields } = readSignature(mail.body, overrides.country)
  const known = new Set(dated.handles.map(({ value }) => value))
  const columns: Column[] = [
    ...(record.person === undefined
      ? []
      : [{ label: '', target: 'person.full' as const, value: record.person.fullName }]),
    ...record.handles.map(({ entered }): Column => ({ label: '', target: 'email', value: entered })),
    ...fields
      .filter(({ target, value }) => target !== 'note' && target !== 'person.full' && !known.has(value))
      .map(unlabelled),
  ]
  const table = fromFields(columns, how, (each) => ({ ...each, ...dated, ...whoOf(each, dated) }))
  return {
    ...reading,
    columns: table.columns,
    preview: table.preview,
    records: table.records,
    warnings: table.warnings,
  }
}

/** From the signature what the mail's own lines do not say. */
function whoOf(signature: ImportRecord, mail: ImportRecord): Partial<ImportRecord> {
  const { person, company, country, handles } = signature
  return {
    handles: handles.length > 0 ? handles : mail.handles,
    ...(person === undefined ? {} : { person }),
    ...(company === undefined ? {} : { company }),
    ...(country === undefined ? {} : { country }),
    extra: { ...signature.extra, ...mail.extra },
  }
}

/** Words without a form: the signature says who, the rest is what they asked. */
function fromWords(
  body: string,
  mail: PastedMail | undefined,
  platform: string | undefined,
  how: How,
): ReadResult {
  const { fields, hasWords } = readSignature(body, how.overrides.country)
  const isTalk = hasWords || mail !== undefined
  return fromFields(fields.map(unlabelled), how, (record) => ({
    ...record,
    ...(platform === undefined ? {} : { channel: platform }),
    ...(isTalk ? { interaction: enquiry(body, mail, how.hints) } : {}),
  }))
}

function unlabelled({ target, value }: PastedField): Column {
  return { label: '', target, value }
}

/** One row of a table, whose columns the person may send elsewhere. */
function fromFields(
  columns: readonly Column[],
  { hints, overrides }: How,
  complete: (record: ImportRecord) => ImportRecord,
): ReadResult {
  const targets = Object.fromEntries(
    columns.flatMap(({ target }, index) => (target === undefined ? [] : [[index, target]])),
  )
  const { country } = overrides
  const rows = [
    columns.map(({ label, target }) => label || (target ?? '')),
    columns.map(({ value }) => value),
  ]
  const table = readTable({ rows }, hints, {
    headerRow: 0,
    format: 'pasted',
    columns: { ...targets, ...overrides.columns },
    ...(country === undefined ? {} : { country }),
  })
  return {
    ...table,
    headerRow: null,
    dataRows: 1,
    decisions: [{ what: 'format', chosen: 'pasted', why: 'import.why.pasted', alternatives: [] }],
    records: table.records.slice(0, 1).map((record) => complete({ ...record, row: 0 })),
    rejected: table.records.length > 0 ? [] : [{ row: 0, code: 'import.reject.noIdentity' }],
    warnings: table.warnings.filter(({ code }) => code !== 'import.warn.noRows'),
    preview: table.preview.slice(1, 2),
  }
}

function enquiry(body: string, mail: PastedMail | undefined, hints: ReadHints): ImportInteraction {
  const at = mail === undefined ? undefined : momentOf(mail.date, hints)
  const text = body.replace(/\r\n?/g, '\n').trim()
  return {
    kind: 'enquiry',
    ...(mail === undefined ? {} : { carrier: 'email' as const }),
    ...(at === undefined ? {} : { at }),
    ...(mail === undefined || mail.subject === '' ? {} : { subject: mail.subject }),
    ...(text === '' ? {} : { text }),
  }
}

/** `Mon, 5 Oct 2026 10:00:00 +0800`, `2026年10月5日 (周一) 10:00`; a day that can be read two ways is none. */
function momentOf(date: string, hints: ReadHints): ImportMoment | undefined {
  const plain = date
    .replace(/^\p{L}+\.?,\s*/u, '')
    .replace(/[(（]?(周|星期|週)[一二三四五六日天][)）]?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const reading = parseDate(plain, hints.year === undefined ? {} : { year: hints.year })
  if (reading?.kind === 'instant') return reading.epochMs
  return reading?.kind === 'date' || reading?.kind === 'local' ? reading.text : undefined
}
