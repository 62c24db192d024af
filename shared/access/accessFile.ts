import { groupedBy } from '../grouping/groupedBy'
import type { TableName } from '../records/tables'
import type { AccessRecord } from './accessRecords'

/** The words of the readable file, in the language of the person who writes it. */
export interface AccessWords {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  /** When it was written and from what, and what is not in it. */
  readonly notes: readonly string[]
  readonly section: (table: TableName) => string
  readonly field: (field: string) => string
  readonly value: (table: TableName, field: string, value: unknown) => string
  readonly alsoOthers: string
  readonly deleted: string
}

/** Numbers of our own that tell nothing about anybody; they stand in the JSON. */
const TECHNICAL = new Set(['id', 'rev', 'schema', 'createdBy'])

/** Everything as JSON, word for word as it is kept. */
export function accessJson(records: readonly AccessRecord[], at: number): string {
  return `${JSON.stringify({ made: new Date(at).toISOString(), records }, null, 2)}\n`
}

/** Everything as a page that any browser shows. What anybody wrote stays text: nothing of it becomes markup. */
export function accessHtml(records: readonly AccessRecord[], words: AccessWords): string {
  const body = [...groupedBy(records, ({ table }) => words.section(table))].map(([title, those]) => {
    const entries = those.map((each) => entry(each, words))
    return `<section><h2>${escaped(title)}</h2>${entries.join('')}</section>`
  })
  return [
    '<!doctype html>',
    `<html lang="${escaped(words.language)}" dir="${words.direction}"><head><meta charset="utf-8">`,
    // Nothing of the page may load or run, whatever it holds.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(words.title)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escaped(words.title)}</h1>`,
    ...words.notes.map((note) => `<p>${escaped(note)}</p>`),
    ...body,
    '</body></html>',
    '',
  ].join('\n')
}

const STYLE =
  'body{max-width:50rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 sans-serif}' +
  'dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:0 1rem;margin:0 0 1rem;padding:.5rem 0;' +
  'border-top:1px solid #ccc}dt{color:#555}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}'

function entry({ table, record, alsoOthers }: AccessRecord, words: AccessWords): string {
  const marks = [
    ...(alsoOthers ? [words.alsoOthers] : []),
    ...(record.deletedAt === undefined ? [] : [words.deleted]),
  ]
  const lines = Object.entries(record)
    .filter(([field]) => !TECHNICAL.has(field) && !/Ids?$/.test(field))
    .map(([field, value]) => [words.field(field), words.value(table, field, value)] as const)
  const cells = lines.map(([name, value]) => `<dt>${escaped(name)}</dt><dd dir="auto">${escaped(value)}</dd>`)
  const mark = marks.length === 0 ? '' : `<p><em>${escaped(marks.join(' · '))}</em></p>`
  return `${mark}<dl>${cells.join('')}</dl>`
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
}
