import 'fake-indexeddb/auto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ICAL from 'ical.js'
import Papa from 'papaparse'
import readExcelFile from 'read-excel-file/node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createChange } from '#shared/changes/buildChange'
import { ok } from '#shared/result'
import { copyLines } from '../../../renderer/backup/sendSnapshot'
import { exportLog } from '../../../renderer/store/queries/exportLog'
import {
  runTakeAlong,
  type TakeAlongParts,
  type TakeAlongProgress,
} from '../../../renderer/takeAlong/runTakeAlong'
import { codeOf, fullFor, MOMENT, takeAlongDesk } from '../../electron/takeAlong/folders'
import { addSample, must } from '../exporting/exportFixture'
import { openReal, type RealNotebook } from '../importing/realNotebook'
import { forgetAllIndexes } from '../indexFixture'
import { inThreadWorker } from '../notebookFixture'

const HOSTILE = [
  '=HYPERLINK("http://evil.example","x")',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  'BEGIN:VCARD\r\nFN:Nobody\r\nEND:VCARD',
  '"},{"t":"people","r":{}}\n',
  '\u2028\u2029\u0000\ud83d',
  '../../../../etc/passwd',
]

let real: RealNotebook
let desk: ReturnType<typeof takeAlongDesk>
let parts: TakeAlongParts
beforeEach(async () => {
  await forgetAllIndexes()
  const worker = inThreadWorker()
  real = await openReal(undefined, undefined, worker)
  use(takeAlongDesk(), worker)
})
afterEach(async () => {
  desk.remove()
  await real.remove()
})

/** The window's side over a desk; crossing to the main process makes a copy. */
function use(chosen: ReturnType<typeof takeAlongDesk>, worker: ReturnType<typeof inThreadWorker>): void {
  desk = chosen
  const { session } = chosen
  parts = {
    notebook: real.notebook,
    copyLines: (take) => copyLines(worker, take),
    calls: {
      'folder:begin': (moment) => session.begin(structuredClone(moment)),
      'folder:open': (token, section) => session.open(token, structuredClone(section)),
      'folder:write': (token, content) => session.write(token, content.slice()),
      'folder:finish': (token, summary) => session.finish(token, structuredClone(summary)),
      'folder:cancel': async (token) => {
        await session.cancel(token)
        return ok(null)
      },
    },
  }
}

function watch(stopAfter = Number.POSITIVE_INFINITY) {
  const controller = new AbortController()
  const seen: TakeAlongProgress[] = []
  return {
    signal: controller.signal,
    seen,
    onProgress: (progress: TakeAlongProgress) => {
      seen.push(progress)
      if (seen.length >= stopAfter) controller.abort()
    },
  }
}

async function log() {
  await real.notebook.settled()
  const db = real.notebook.database()
  return db === undefined ? [] : exportLog(db)
}

async function addHostile(): Promise<void> {
  must(
    await real.notebook.commit({ label: { key: 'change.sample' } }, (at) =>
      HOSTILE.flatMap((name) => {
        const customerId = real.notebook.sources.newId()
        return [
          createChange(
            'customers',
            { id: customerId, name, handles: [], stage: 'lead', tags: [name.slice(0, 60)] },
            at,
          ),
          createChange(
            'people',
            { id: real.notebook.sources.newId(), customerId, fullName: name, handles: [] },
            at,
          ),
          createChange(
            'promises',
            { id: real.notebook.sources.newId(), customerId, by: 'us', text: name, dueOn: '2026-12-01' },
            at,
          ),
        ]
      }),
    ),
  )
  await real.notebook.settled()
}

test('progress runs to its end, the folder stands, and the log has a line of numbers', async () => {
  await addSample(real.notebook, 20)
  const watched = watch()
  const outcome = must(await runTakeAlong(parts, MOMENT, watched))
  expect(outcome?.taken).toMatchObject({ folderName: 'Orchard 2026-11-28', pages: 20 })
  const steps = watched.seen.flatMap((each) => (each.kind === 'writing' ? [each] : []))
  expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total)
  expect(steps.map(({ done }) => done)).toEqual(steps.map(({ done }) => done).sort((a, b) => a - b))
  expect(watched.seen.at(-1)).toEqual({ kind: 'checking' })
  expect((await log()).map(({ run }) => run)).toMatchObject([
    { subject: 'everything', format: 'folder', scope: 'all', counts: { rows: outcome?.taken.records } },
  ])
})

test('giving up at any step, or choosing no place, leaves no folder and no line in the log', async () => {
  await addSample(real.notebook, 3)
  const whole = watch()
  must(await runTakeAlong(parts, MOMENT, whole))
  const before = desk.names()
  for (let step = 1; step < whole.seen.length; step += 1) {
    expect(must(await runTakeAlong(parts, MOMENT, watch(step)))).toBeUndefined()
    expect(desk.names()).toEqual(before)
  }
  expect(await log()).toHaveLength(1)
  const nowhere = takeAlongDesk({ choosePlace: async () => null })
  parts = {
    ...parts,
    calls: { ...parts.calls, 'folder:begin': (moment) => nowhere.session.begin(moment) },
  }
  expect(must(await runTakeAlong(parts, MOMENT, watch()))).toBeUndefined()
  nowhere.remove()
})

test('a full disk is told', async () => {
  await addSample(real.notebook, 3)
  desk.remove()
  use(takeAlongDesk({ fs: fullFor((file) => file.endsWith('.xlsx')) }), inThreadWorker())
  const worker = inThreadWorker()
  await worker.openIndex({ ...real.log.head(), databaseName: real.notebook.database()?.name ?? '' })
  parts = { ...parts, copyLines: (take) => copyLines(worker, take) }
  expect(codeOf(await runTakeAlong(parts, MOMENT, watch()))).toBe('export.diskFull')
  expect(desk.names()).toEqual([])
})

test('whatever somebody typed is text in every form', async () => {
  await addHostile()
  const { folderName = '' } = must(await runTakeAlong(parts, MOMENT, watch()))?.taken ?? {}
  const folder = path.join(desk.place, folderName)
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')

  const records = read('data/customers.ndjson').split('\n').slice(0, -1)
  expect(new Set(records.map((line) => JSON.parse(line).name))).toEqual(new Set(HOSTILE))
  const { data } = Papa.parse<Record<string, string>>(read('csv/customers.csv'), {
    header: true,
    skipEmptyLines: true,
  })
  // A half character can be written in JSON only.
  expect(new Set(data.map(({ name }) => name))).toEqual(
    new Set(HOSTILE.map((name) => name.replace('\ud83d', '\ufffd'))),
  )
  const [sheet] = await readExcelFile(path.join(folder, 'contacts.xlsx'))
  expect(sheet?.data.slice(1).map((row) => row[1])).toContain(HOSTILE[0])
  expect(ICAL.parse(read('contacts.vcf'))).toHaveLength(HOSTILE.length)
  const calendar = new ICAL.Component(ICAL.parse(read('calendar.ics')))
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(HOSTILE.length)

  // The page is ours from the first to the last letter: names come in scripts that hold JSON and nothing else.
  const index = read('index.html')
  expect(index.match(/<script/g)).toHaveLength(2)
  for (const name of HOSTILE) expect(index).not.toContain(name)
  const names: string[] = []
  for (const script of readdirSync(path.join(folder, 'reader'))) {
    const [, call = '', json = ''] =
      /^(orchardList\(|orchardPages\(\d+,)(.*)\)\n$/s.exec(read(`reader/${script}`)) ?? []
    const lines = JSON.parse(json)
    if (call === 'orchardList(') names.push(...lines.map((line: [string]) => line[0]))
  }
  expect(new Set(names)).toEqual(new Set(HOSTILE))
  const pages = readdirSync(path.join(folder, 'customers')).map((name) => read(`customers/${name}`))
  expect(pages).toHaveLength(HOSTILE.length)
  // The one link of a page is ours: to the customer in Orchard.
  const ownLink = /^<orchard:\/\/customer\/[0-9a-f-]{36}>$/m
  for (const page of pages) {
    expect(page).toMatch(ownLink)
    const typed = page.replace(ownLink, '').replace(/\\[<>[\]]/g, '')
    expect(typed.replace(/^ {2}> ?/gm, '')).not.toMatch(/[<>[\]]/)
  }
})
