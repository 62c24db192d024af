import 'fake-indexeddb/auto'
import readExcelFile from 'read-excel-file/node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createChange } from '#shared/changes/buildChange'
import { NOTHING } from '#shared/exporting/exportTally'
import { exportLog } from '../../../renderer/store/queries/exportLog'
import { countExport, dragExport, runExport } from '../../../renderer/store/runExport'
import { nextReversal, undoLast } from '../../../renderer/store/undo'
import { openReal, type RealNotebook } from '../importing/realNotebook'
import { forgetAllIndexes } from '../indexFixture'
import { addSample, codeOf, exportDesk, must, order, watch } from './exportFixture'

let real: RealNotebook
let desk: ReturnType<typeof exportDesk>
beforeEach(async () => {
  await forgetAllIndexes()
  real = await openReal()
  desk = exportDesk(real.notebook)
})
afterEach(async () => {
  desk.remove()
  await real.remove()
})

async function log() {
  await real.notebook.settled()
  const db = real.notebook.database()
  return db === undefined ? [] : exportLog(db)
}

test('what is counted is what is written, page by page, and the log keeps the numbers', async () => {
  await addSample(real.notebook, 260, 1)
  const counted = must(await countExport(desk.parts, order(), watch()))
  const watched = watch()
  const outcome = must(await runExport(desk.parts, order(), watched))
  // 250 customers are read at a time.
  expect(watched.seen).toEqual([250, 260])
  expect(outcome?.tally).toEqual(counted)
  expect(desk.files()).toEqual(['Orchard Customers and people 2026-11-28.xlsx'])
  const [sheet] = await readExcelFile(Buffer.from(desk.read(outcome?.file.fileName ?? '')))
  expect(sheet?.data).toHaveLength((counted?.rows ?? 0) + 1)
  const lines = await log()
  expect(lines.map(({ run, by }) => ({ ...run, by }))).toMatchObject([
    {
      subject: 'contacts',
      format: 'xlsx',
      scope: 'all',
      counts: { rows: counted?.rows, withEmail: 0, withPhone: 0, photos: 0, leftOut: 0 },
      by: expect.stringContaining('Shen Yulan'),
    },
  ])
  // Nothing in the log says whose the data were.
  const { id, staffId, ...said } = lines[0]?.run ?? { id: '', staffId: '' }
  expect([id, staffId, JSON.stringify(said)]).toEqual([
    expect.any(String),
    expect.any(String),
    expect.not.stringMatching(/@|example|Ltd/),
  ])
})

test('every sheet of what happened holds the rows that its table has', async () => {
  await addSample(real.notebook, 20)
  const outcome = must(await runExport(desk.parts, order({ subject: 'history' }), watch()))
  const sheets = await readExcelFile(Buffer.from(desk.read(outcome?.file.fileName ?? '')))
  const db = real.notebook.database()
  const [interactions, quotes, orders] = await Promise.all(
    (['interactions', 'quotes', 'orders'] as const).map(async (table) => db?.rows(table).toArray()),
  )
  const lines = [...(quotes ?? []), ...(orders ?? [])].reduce(
    (sum, { body }) => sum + (body.lines as unknown[]).length,
    0,
  )
  expect(sheets.map(({ sheet, data }) => [sheet, data.length - 1])).toEqual([
    ['Talks', interactions?.length],
    ['Quotes', quotes?.length],
    ['Orders', orders?.length],
    ['Lines', lines],
  ])
})

test('only those who were listed leave, in the order of the list', async () => {
  await addSample(real.notebook, 20)
  const db = real.notebook.database()
  const ids = ((await db?.rows('customers').toCollection().primaryKeys()) ?? []).slice(0, 2).reverse()
  const outcome = must(await runExport(desk.parts, order({ format: 'csvPlain' }, 'en', ids), watch()))
  const text = new TextDecoder().decode(desk.read(outcome?.file.fileName ?? ''))
  const rows = await db?.rows('customers').bulkGet(ids)
  const names = rows?.map((row) => String(row?.body.name)) ?? []
  expect(names.map((name) => text.indexOf(name) > 0)).toEqual([true, true])
  expect(text.indexOf(names[0] ?? '')).toBeLessThan(text.indexOf(names[1] ?? ''))
  expect((await log()).map(({ run }) => run.scope)).toEqual(['listed'])
})

test('an audience says how many agreed, and how many are left out and why', async () => {
  await addSample(real.notebook, 40)
  const audience = { subject: 'audience', format: 'google', hashed: true } as const
  const outcome = must(await runExport(desk.parts, order(audience), watch()))
  const { rows, leftOut } = outcome?.tally ?? NOTHING
  expect(rows).toBeGreaterThan(0)
  expect(leftOut.noConsent).toBeGreaterThan(0)
  const text = new TextDecoder().decode(desk.read(outcome?.file.fileName ?? ''))
  expect(text).not.toContain('@')
  expect(text.trim().split('\r\n')).toHaveLength(rows + 1)
  expect((await log()).map(({ run }) => [run.hashed, run.counts.rows])).toEqual([[true, rows]])
})

test('giving up leaves no file and no line in the log', async () => {
  await addSample(real.notebook, 260, 1)
  expect(must(await runExport(desk.parts, order(), watch(1)))).toBeUndefined()
  expect([desk.files(), await log()]).toEqual([[], []])
})

test('choosing no place is no fault and leaves nothing', async () => {
  await addSample(real.notebook, 5)
  desk.refuse()
  expect(must(await runExport(desk.parts, order(), watch()))).toBeUndefined()
  expect([desk.files(), await log()]).toEqual([[], []])
})

test('undo passes over what has left: it takes back what was done before', async () => {
  await addSample(real.notebook, 5)
  must(await runExport(desk.parts, order(), watch()))
  expect(must(await nextReversal(real.notebook, 'undo')).label).toEqual({ key: 'change.sample' })
  must(await undoLast(real.notebook))
  // An export between an undo and its redo does not forget what could be redone.
  must(await runExport(desk.parts, order(), watch()))
  expect(must(await nextReversal(real.notebook, 'redo')).label).toEqual({ key: 'change.sample' })
  expect((await log()).map(({ run }) => run.counts.rows > 0)).toEqual([false, true])
})

test('an export that another one overtook ends with an error, not with half a file', async () => {
  await addSample(real.notebook, 260, 1)
  const first = runExport(desk.parts, order(), {
    signal: new AbortController().signal,
    onProgress: () => {
      void real.notebook.gatherer.gatherBegin({ ...order(), countOnly: true })
    },
  })
  expect(codeOf(await first)).toBe('index.fault')
  expect(desk.files()).toEqual([])
})

test('the photo of a meeting is on the card of the person who was met', async () => {
  await addSample(real.notebook, 2, 1)
  const db = real.notebook.database()
  const [person] = (await db?.rows('people').toArray()) ?? []
  const { newId, now } = real.notebook.sources
  const attachment = {
    id: newId(),
    hash: 'ab'.repeat(32),
    mediaType: 'image/jpeg',
    sizeBytes: 6,
    purpose: 'card' as const,
  }
  const talk = {
    id: newId(),
    customerId: String(person?.body.customerId),
    personIds: [person?.id ?? ''],
    kind: 'met' as const,
    direction: 'both' as const,
    at: now(),
    attachmentIds: [attachment.id],
  }
  must(
    await real.notebook.commit({ label: { key: 'change.lead' } }, (at) => [
      createChange('attachments', attachment, at),
      createChange('interactions', talk, at),
    ]),
  )
  const picture = Uint8Array.from([0xff, 0xd8, 0xff, 1, 2, 3])
  const withPhoto = exportDesk(real.notebook, ',', picture)
  try {
    const cards = order({ format: 'vcard4', photos: true })
    const outcome = must(await runExport(withPhoto.parts, cards, watch()))
    const text = new TextDecoder().decode(withPhoto.read(outcome?.file.fileName ?? ''))
    expect(outcome?.tally.photos).toBe(1)
    const [, card] = /PHOTO:data:image\/jpeg;base64,(\S+)/.exec(text) ?? []
    expect(card).toBe(Buffer.from(picture).toString('base64'))
  } finally {
    withPhoto.remove()
  }
})

test('what is dragged out is handed over whole under its own name, and the log has a line about it', async () => {
  await addSample(real.notebook, 20)
  const db = real.notebook.database()
  const ids = ((await db?.rows('customers').toCollection().primaryKeys()) ?? []).slice(0, 2)
  const cards = order({ format: 'vcard3', photos: true }, 'en', ids)
  desk.refuse()
  const outcome = must(await dragExport(desk.parts, cards, 'Orchard Two of them', watch()))
  expect(desk.dragged).toEqual(['dragged/Orchard Two of them.vcf'])
  const text = new TextDecoder().decode(desk.read('dragged/Orchard Two of them.vcf'))
  expect(text.match(/BEGIN:VCARD/g)).toHaveLength(outcome?.tally.rows ?? 0)
  expect((await log()).map(({ run }) => [run.format, run.scope, run.counts.rows])).toEqual([
    ['vcard3', 'listed', outcome?.tally.rows],
  ])
})

test('a button that is let go before the file is there: nothing is handed over, left or logged', async () => {
  await addSample(real.notebook, 5)
  const cards = order({ format: 'vcard3' })
  expect(must(await dragExport(desk.parts, cards, 'Orchard All', watch(1)))).toBeUndefined()
  expect([desk.dragged, desk.files(), await log()]).toEqual([[], ['dragged'], []])
})
