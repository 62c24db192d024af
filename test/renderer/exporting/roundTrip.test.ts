import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createChange, replaceFields } from '#shared/changes/buildChange'
import type { ExportFormat } from '#shared/exporting/exportRequest'
import type { LanguageChoice } from '#shared/i18n/languages'
import type { OwnField, OwnValue } from '#shared/ownFields/ownField'
import { liveRecords } from '../../../renderer/store/rows'
import { runExport } from '../../../renderer/store/runExport'
import { planImport, runImport } from '../../../renderer/store/runImport'
import { openReal, type RealNotebook, readFileBytes } from '../importing/realNotebook'
import { forgetAllIndexes } from '../indexFixture'
import { addSample, exportDesk, must, order, watch } from './exportFixture'

const CUSTOMERS = 60

const field = (
  at: number,
  table: 'customers' | 'people',
  more: Omit<OwnField, 'id' | 'table'>,
): OwnField => ({
  id: `0190b6f2-7b1c-7c33-8f5e-0000000000a${at}`,
  table,
  ...more,
})
const OWN = [
  field(1, 'customers', { name: 'Colour', kind: 'choice', options: ['sand', 'slate'] }),
  field(2, 'customers', { name: 'Pallets', kind: 'number' }),
  field(3, 'customers', { name: 'Founded', kind: 'date' }),
  field(4, 'customers', { name: 'Own brand', kind: 'yesNo' }),
  field(5, 'people', { name: 'Hobby', kind: 'text' }),
]
const VALUES: readonly OwnValue[] = ['slate', 1250.5, '2001-02-03', false, '+golf; "chess"']
const valuesOf = (table: OwnField['table']) =>
  Object.fromEntries(OWN.flatMap((one, at) => (one.table === table ? [[one.id, VALUES[at] ?? '']] : [])))

/** Own fields, with values in every third customer and person. */
async function addOwnFields({ notebook }: RealNotebook): Promise<void> {
  const committed = await notebook.commit({ label: { key: 'change.settings' } }, async (at) => {
    const db = notebook.database()
    if (db === undefined) throw new Error('no index')
    const live = async <T extends 'customers' | 'people' | 'settings'>(table: T) =>
      liveRecords(table, await db.rows(table).toArray())
    const third = (_record: unknown, place: number) => place % 3 === 0
    const [settings] = await live('settings')
    const customers = (await live('customers')).filter(third)
    const people = (await live('people')).filter(third)
    const fresh = { id: notebook.sources.newId(), baseCurrency: 'USD', workingDays: [1], customFields: OWN }
    return [
      settings === undefined
        ? createChange('settings', fresh, at)
        : replaceFields('settings', settings, { customFields: OWN }),
      ...customers.map((one) => replaceFields('customers', one, { custom: valuesOf('customers') })),
      ...people.map((one) => replaceFields('people', one, { custom: valuesOf('people') })),
    ]
  })
  must(committed)
  await notebook.settled()
}

let real: RealNotebook
beforeAll(async () => {
  await forgetAllIndexes()
  real = await openReal()
  await addSample(real.notebook, CUSTOMERS)
  await addOwnFields(real)
}, 60_000)
afterAll(() => real.remove())

async function planOfOwnExport(format: ExportFormat, language: LanguageChoice, delimiter: ',' | ';' = ',') {
  const desk = exportDesk(real.notebook, delimiter)
  try {
    const outcome = must(await runExport(desk.parts, order({ format }, language), watch()))
    const fileName = outcome?.file.fileName ?? ''
    const { summary, calls } = await readFileBytes(desk.read(fileName), fileName, { own: OWN })
    const planned = must(
      await planImport({ calls, notebook: real.notebook }, summary, { duplicates: 'hold' }, {}),
    )
    return { summary, tally: planned.tally, rows: outcome?.tally.rows }
  } finally {
    desk.remove()
  }
}

const FILES: readonly [ExportFormat, LanguageChoice, ',' | ';'][] = [
  ['xlsx', 'en', ','],
  ['xlsx', 'zh-Hans', ','],
  ['csvExcel', 'en', ','],
  ['csvExcel', 'zh-Hans', ';'],
  ['csvPlain', 'en', ','],
  ['vcard3', 'en', ','],
  ['vcard4', 'zh-Hans', ','],
]

test.each(FILES)('reading our own %s in %s back plans no change', async (format, language, delimiter) => {
  const { summary, tally, rows } = await planOfOwnExport(format, language, delimiter)
  const isCard = format === 'vcard3' || format === 'vcard4'
  expect(summary.format).toBe(isCard ? 'vcard' : 'orchard-contacts')
  expect(summary.records).toBe(rows)
  expect(tally).toEqual({
    new: 0,
    update: 0,
    same: rows,
    duplicate: 0,
    reasons: {},
    records: {},
    replaced: {},
  })
})

test('a cell that was changed in the spreadsheet program is one change', async () => {
  const desk = exportDesk(real.notebook)
  try {
    const outcome = must(await runExport(desk.parts, order({ format: 'csvPlain' }), watch()))
    const text = new TextDecoder().decode(desk.read(outcome?.file.fileName ?? ''))
    const lines = text.split('\r\n')
    const captions = (lines[0] ?? '').split(',')
    const [nameAt, salutationAt] = [captions.indexOf('Name'), captions.indexOf('Salutation')]
    const at = lines.findIndex((line, index) => {
      const cells = line.split(',')
      return index > 0 && !line.includes('"') && cells[nameAt] !== '' && cells[salutationAt] === ''
    })
    const cells = (lines[at] ?? '').split(',')
    cells[salutationAt] = 'Dr.'
    lines[at] = cells.join(',')
    const { summary, calls } = await readFileBytes(Buffer.from(lines.join('\r\n')), 'back.csv', { own: OWN })
    const planned = must(
      await planImport({ calls, notebook: real.notebook }, summary, { duplicates: 'hold' }, {}),
    )
    expect(planned.tally).toMatchObject({ new: 0, update: 1, duplicate: 0 })
  } finally {
    desk.remove()
  }
})

test('an empty notebook takes our table in: the same customers, people, addresses and refusals by e-mail', async () => {
  const desk = exportDesk(real.notebook)
  const outcome = must(await runExport(desk.parts, order(), watch()))
  const fileName = outcome?.file.fileName ?? ''
  const { summary, calls } = await readFileBytes(desk.read(fileName), fileName, { own: OWN })
  desk.remove()
  const wanted = await contentOf(real)
  expect(wanted.length).toBeGreaterThan(CUSTOMERS)
  const other = await openReal()
  try {
    const parts = { calls, notebook: other.notebook }
    const planned = must(await planImport(parts, summary, { duplicates: 'hold' }, {}))
    must(await runImport(parts, summary, planned, {}))
    expect(await contentOf(other)).toEqual(wanted)
  } finally {
    await other.remove()
  }
})

/** Names and addresses of a notebook, and who must not be mailed, in an order of their own. */
async function contentOf({ notebook }: RealNotebook) {
  await notebook.settled()
  const db = notebook.database()
  const [customers = [], people = [], consents = []] = await Promise.all(
    (['customers', 'people', 'consents'] as const).map((table) => db?.rows(table).toArray()),
  )
  const addresses = (handles: unknown) => (handles as { kind: string; value: string }[]).map(canonical).sort()
  const refused = new Set(
    consents
      .filter(({ body }) => body.state === 'withdrawn' && body.carrier === 'email')
      .map(({ body }) => body.personId ?? body.customerId),
  )
  const describe = ({ id, body }: (typeof people)[number]) => [
    body.name ?? body.fullName,
    addresses(body.handles),
    refused.has(id),
    Object.entries(body.custom ?? {}).sort(),
  ]
  return [...customers, ...people]
    .map(describe)
    .map((one) => JSON.stringify(one))
    .sort()
}

/** An address in the form that reading gives it: the sample has accounts as links, and numbers that no country has. */
function canonical({ kind, value }: { kind: string; value: string }): string {
  if (kind === 'linkedin') return `linkedin:${value.slice(value.lastIndexOf('/') + 1)}`
  // Its zeros go one with every reading.
  return `${kind}:${kind === 'phone' || kind === 'whatsapp' ? value.replace(/(?<=^\+\d{1,4}?)0+/, '') : value}`
}
