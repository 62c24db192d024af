import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createChange } from '#shared/changes/buildChange'
import type { CustomerFile } from '#shared/exporting/customerFile'
import type { ExportFormat } from '#shared/exporting/exportRequest'
import { inspectFile } from '../../../electron/files/import/inspectFile'
import { choiceOf, customer, fileOf, handle, NOW, person } from '../../shared/exporting/customerFiles'
import { PlainNotebook, planFile, tally } from '../../shared/importing/plan/planning'
import { fixtureBytes } from '../import/fixture'
import { written } from './written'

const FOLDER = path.join(import.meta.dirname, '../../fixtures/import')
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.includes('.') && !file.endsWith('.json'))
  .sort()

/** A notebook that holds what a fixture gives; undefined where the importer refuses the file. */
async function notebookOf(file: string): Promise<PlainNotebook | undefined> {
  const reading = await inspectFile(fixtureBytes(file), { fileName: path.basename(file), year: 2026 })
  if (!reading.ok) return undefined
  const { records, format } = reading.value
  const notebook = new PlainNotebook()
  notebook.apply(planFile(notebook, records, { format, fileName: file, duplicates: 'merge' }).changes)
  return notebook
}

function customerFiles(notebook: PlainNotebook): CustomerFile[] {
  const [people, consents] = [notebook.all('people'), notebook.all('consents')]
  return notebook.all('customers').map((customer) =>
    fileOf(customer, {
      people: people.filter(({ customerId }) => customerId === customer.id),
      consents: consents.filter(({ customerId }) => customerId === customer.id),
    }),
  )
}

/** Larger files hold more of the same. */
const MOST_CUSTOMERS = 40
const notebooks: { file: string; notebook: PlainNotebook; contents: CustomerFile[] }[] = []
for (const file of files) {
  const notebook = await notebookOf(file)
  const contents = notebook === undefined ? [] : customerFiles(notebook)
  if (notebook !== undefined && contents.length > 0 && contents.length <= MOST_CUSTOMERS)
    notebooks.push({ file, notebook, contents })
}
const FORMATS: readonly ExportFormat[] = ['xlsx', 'csvExcel', 'csvPlain', 'vcard3', 'vcard4']

test.each(FORMATS)('whatever came in, our own %s of it changes nothing on its way back', async (format) => {
  expect(notebooks.length).toBeGreaterThan(45)
  for (const { file, notebook, contents } of notebooks) {
    const bytes = await written(choiceOf({ format }), contents)
    const back = await inspectFile(bytes, { fileName: `export.${format}`, year: 2026 })
    if (!back.ok) throw new Error(`${file}: ${back.error.code}`)
    const { records, format: read } = back.value
    const { rows, changes } = planFile(notebook, records, { format: read, fileName: 'export' })
    expect({ file, changes, ...tally(rows) }).toEqual({ file, changes: [], same: records.length })
  }
})

test.each(FORMATS)('a page with everything that is unusual comes back from %s unchanged', async (format) => {
  const kinds = [
    'email',
    'phone',
    'whatsapp',
    'wechat',
    'line',
    'zalo',
    'linkedin',
    'telegram',
    'skype',
    'qq',
  ] as const
  const handles = [
    ...kinds.flatMap((kind) => [1, 2].map((number) => handle(kind, accountOf(kind, number)))),
    handle('email', 'info@one-man.example'),
    handle('phone', '010 1234'),
    handle('web', 'https://ana.example'),
  ]
  const page = customer(1, "=cmd|' /C calc'!A0", {
    city: 'Villarriba',
    language: 'es',
    tags: ['a, b', "'quoted"],
    externalIds: [{ scheme: 'badge', value: '0042' }],
  })
  const ana = person(2, page.name, { handles, salutation: 'Dr.', language: 'ca', firstName: '-Ana' })
  const notebook = new PlainNotebook()
  const { rev: _rev, ...pageFields } = page
  const { rev: __rev, ...anaFields } = ana
  notebook.apply([createChange('customers', pageFields, NOW), createChange('people', anaFields, NOW)])
  const bytes = await written(choiceOf({ format }), [fileOf(page, { people: [ana] })])
  const back = await inspectFile(bytes, { fileName: `export.${format}`, year: 2026 })
  if (!back.ok) throw new Error(back.error.code)
  const { records, format: read } = back.value
  const { changes } = planFile(notebook, records, { format: read, fileName: 'export' })
  const isCard = format === 'vcard3' || format === 'vcard4'
  // A card's list of tags has commas between them, so that one with a comma comes back as two: a row that adds
  // something is remembered by the person it is about.
  const twoTags = [
    ['customers', ['tags', 'updatedAt']],
    ['people', ['updatedAt']],
  ]
  expect(changes.map(({ table, before }) => [table, Object.keys(before ?? {})])).toEqual(
    isCard ? twoTags : [],
  )
})

function accountOf(kind: string, number: number): string {
  if (kind === 'email') return `Ana${number}@Example.com`
  if (kind === 'phone' || kind === 'whatsapp') return `+3460000000${number}`
  return `ana-${number}`
}
