import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { recordLine } from '#shared/snapshot/lines'
import { nodeFs } from '../../../electron/files/fsPort'
import { AT, product } from '../../support/snapshotFiles'
import {
  codeOf,
  emptyPage,
  fullFor,
  MOMENT,
  products,
  sendAll,
  takeAlongDesk,
  valueIn,
  withRecord,
} from './folders'

const NAME = 'Orchard 2026-11-28'
let desk: ReturnType<typeof takeAlongDesk>
afterEach(() => desk.remove())

const dataOf = (table: string) =>
  desk
    .read(NAME, 'data', `${table}.ndjson`)
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))

test('records, history and pages become a folder whose manifest counts them', async () => {
  desk = takeAlongDesk()
  const taken = valueIn(await sendAll(desk.session, products(3), [emptyPage('Ana')]))
  expect(taken).toMatchObject({
    folderName: NAME,
    records: 3,
    pages: 1,
    attachments: 0,
    missingAttachments: 0,
  })
  expect(dataOf('products')).toEqual([product(1), product(2), product(3)])
  expect(dataOf('changeLog').map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect(dataOf('customers')).toEqual([])
  expect(JSON.parse(desk.read(NAME, 'manifest.json'))).toMatchObject({
    counts: { products: { rows: 3, live: 3 } },
    logRows: 3,
    lastSeq: 3,
    pages: 1,
  })
})

test('a record that was saved meanwhile stands once, as it was saved last; a deleted one in no table', async () => {
  desk = takeAlongDesk()
  const before = products(3)
  const gone = { ...product(3), rev: 2, deletedAt: AT }
  const content = {
    ...before,
    // As the end of a snapshot has it: what was touched since its beginning, once more.
    lines: [...before.lines, recordLine('products', product(2, 'Renamed')), recordLine('products', gone)],
    counts: { products: { rows: 3, live: 2 } },
  }
  valueIn(await sendAll(desk.session, content))
  expect(dataOf('products')).toEqual([product(1), product(2, 'Renamed'), gone])
  expect(desk.read(NAME, 'csv', 'products.csv').split('\r\n').slice(1, -1)).toHaveLength(2)
})

test('files have names of their own on every system, and links lead to attachments', async () => {
  const photo = Buffer.from('a photo')
  desk = takeAlongDesk({ readPhoto: async (hash) => (hash === 'a'.repeat(64) ? photo : undefined) })
  const attachment = {
    ...product(50),
    name: undefined,
    hash: 'a'.repeat(64),
    mediaType: 'image/png',
    sizeBytes: photo.length,
    fileName: '../../Ana & Söhne.PNG.exe',
    purpose: 'photo',
  }
  const content = withRecord(products(1), 'attachments', attachment)
  const pages = [
    emptyPage('Ana', { files: [{ hash: attachment.hash, label: 'Ana' }] }),
    emptyPage('ANA'),
    emptyPage('Ana (2)'),
    emptyPage('..'),
    emptyPage('con'),
    emptyPage('a/b\\c:d'),
    emptyPage('拾光選物'),
    emptyPage(`broken \ud83d`),
  ]
  expect(valueIn(await sendAll(desk.session, content, pages))).toMatchObject({ attachments: 1, pages: 8 })
  const names = readdirSync(path.join(desk.place, NAME, 'customers'))
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(8)
  expect(names).toEqual(expect.arrayContaining(['Ana.md', '拾光選物.md', 'Orchard con.md', 'a b c d.md']))
  expect(readdirSync(path.join(desk.place, NAME, 'attachments'))).toEqual(['Ana & Söhne.PNG.png'])
  expect(desk.read(NAME, 'customers', 'Ana.md')).toContain(
    '[Ana](../attachments/Ana%20%26%20S%C3%B6hne.PNG.png)',
  )
})

test('an attachment that is not there is counted, and the folder is made', async () => {
  desk = takeAlongDesk()
  const attachment = {
    ...product(50),
    name: undefined,
    hash: 'b'.repeat(64),
    mediaType: 'image/png',
    sizeBytes: 1,
    purpose: 'card',
  }
  const taken = valueIn(await sendAll(desk.session, withRecord(products(1), 'attachments', attachment)))
  expect(taken).toMatchObject({ attachments: 0, missingAttachments: 1 })
})

test('a folder of the same day gets a number, and nothing that was there is touched', async () => {
  desk = takeAlongDesk()
  mkdirSync(path.join(desk.place, NAME))
  expect(valueIn(await sendAll(desk.session, products(1))).folderName).toBe(`${NAME} (2)`)
  expect(desk.saved).toEqual([path.join(desk.place, `${NAME} (2)`)])
  expect(readdirSync(path.join(desk.place, NAME))).toEqual([])
})

test('a full disk is told wherever it happens, and leaves nothing', async () => {
  for (const part of [
    'data/products',
    'csv/products',
    'customers/Ana',
    'reader/list',
    'README',
    'manifest',
  ]) {
    desk = takeAlongDesk({ fs: fullFor((file) => file.replaceAll('\\', '/').includes(part)) })
    const told = await sendAll(desk.session, products(2), [emptyPage('Ana')])
    expect([part, codeOf(told)]).toEqual([part, 'export.diskFull'])
    expect(desk.names()).toEqual([])
    desk.remove()
  }
})

test('what the disk gives back otherwise than it was written has no name', async () => {
  desk = takeAlongDesk({
    fs: {
      ...nodeFs,
      open: async (file, mode) => {
        const opened = await nodeFs.open(file, mode)
        if (mode !== 'read' || !file.endsWith('README.txt')) return opened
        return {
          ...opened,
          read: async (target, position) => {
            const length = await opened.read(target, position)
            if (position === 0) target[0] = (target[0] ?? 0) ^ 1
            return length
          },
        }
      },
    },
  })
  expect(codeOf(await sendAll(desk.session, products(1)))).toBe('export.verifyFailed')
  expect(desk.names()).toEqual([])
})

test('giving up at any point leaves nothing, and the token is worth nothing any more', async () => {
  desk = takeAlongDesk()
  const { session } = desk
  const token = valueIn(await session.begin(MOMENT)) ?? ''
  valueIn(await session.open(token, { kind: 'data' }))
  const [first = ''] = products(1).lines
  valueIn(await session.write(token, Buffer.from(first)))
  expect(desk.names()).toEqual([expect.stringMatching(/^Orchard 2026-11-28\.unfinished-[0-9a-f]{16}$/)])
  // While the section is being ended.
  const ending = session.open(token, { kind: 'pages' })
  await session.cancel(token)
  await ending
  expect(desk.names()).toEqual([])
  expect(codeOf(await session.write(token, Buffer.from(first)))).toBe('export.notBegun')
})

test('what is no line, no page, or not as much as was said is refused and leaves nothing', async () => {
  desk = takeAlongDesk()
  const good = products(1)
  const wrong = [
    { ...good, lines: ['{"t":"nobody","r":{}}\n'] },
    { ...good, lines: ['a line\n'] },
    { ...good, lines: [...good.lines, '{"t":"products","r":{"id":1}}\n'] },
    { ...good, counts: { products: { rows: 2, live: 1 } } },
    { ...good, logRows: 2 },
    // A table after the next one has begun.
    { ...good, lines: [recordLine('quotes', product(7)), ...good.lines] },
  ]
  for (const content of wrong) expect(codeOf(await sendAll(desk.session, content))).toBe('export.badPart')
  const token = valueIn(await desk.session.begin(MOMENT)) ?? ''
  expect(codeOf(await desk.session.open(token, { kind: 'pages' }))).toBe('export.badPart')
  expect(desk.names()).toEqual([])
})
