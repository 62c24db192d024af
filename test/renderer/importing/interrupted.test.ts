import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OrchardBridge } from '#shared/ipc/contract'
import { ok } from '#shared/result'
import { ImportDesk } from '../../../renderer/store/importDesk'
import { forgetAllIndexes } from '../indexFixture'
import { openReal, peopleCsv, type RealNotebook, readFileBytes } from './realNotebook'

const FILE = 'people.csv'

let real: RealNotebook
let drafts: Map<string, string>
beforeEach(async () => {
  await forgetAllIndexes()
  drafts = new Map()
  real = await openReal()
})
afterEach(() => real.remove())

/** A desk over the real notebook, the drafts of this test, and one file. `seen` hears when the journal is written to. */
async function deskWith(rows: number, seen: () => Promise<unknown> = async () => undefined) {
  const { summary, calls } = await readFileBytes(peopleCsv(rows), FILE)
  const token = summary.token
  const read: unknown[] = []
  const bridge = {
    'import:pick': async () => ok([{ token, fileName: FILE, sizeBytes: 1 }]),
    'import:unpack': async () => ok(null),
    'import:read': async (_token: string, overrides: unknown) => {
      read.push(overrides)
      return ok(summary)
    },
    'import:records': async (each: string, from: number) => {
      await seen()
      return calls['import:records'](each, from)
    },
    'import:cancel': async () => ok(null),
    'draft:save': async (name: string, text: string) => {
      drafts.set(name, text)
      return ok({ savedAt: 0 })
    },
    'draft:list': async () => ok([...drafts].map(([name, text]) => ({ name, text }))),
    'draft:remove': async (name: string) => {
      drafts.delete(name)
      return ok(null)
    },
  } as unknown as OrchardBridge['call']
  const desk = new ImportDesk({ calls: bridge, notebook: real.notebook, backup: async () => ok(null) })
  const stage = () => desk.state.getState().files[0]?.stage.kind
  return { desk, token, read, stage }
}

async function planned({ desk, stage }: Awaited<ReturnType<typeof deskWith>>): Promise<void> {
  await desk.pick()
  await expect.poll(stage).toBe('planned')
}

test('while an import is written a note of it stands on the disk, afterwards none', async () => {
  const during: string[][] = []
  const one = await deskWith(20, async () => during.push([...drafts.keys()]))
  await planned(one)
  during.length = 0
  await one.desk.run(one.token)
  expect(one.stage()).toBe('done')
  expect(during).toContainEqual(['import-running'])
  expect([...drafts.keys()]).toEqual([])
  await one.desk.recall()
  expect(one.desk.state.getState().interrupted).toBeUndefined()
})

test('in the moment in which a file is said to be taken in, the desk listens again', async () => {
  const one = await deskWith(20)
  await planned(one)
  const unsubscribe = one.desk.state.subscribe(({ files }) => {
    if (files[0]?.stage.kind !== 'done') return
    unsubscribe()
    one.desk.again(one.token)
  })
  await one.desk.run(one.token)
  expect([...drafts.keys()]).toEqual([])
  await expect.poll(one.stage).toBe('planned')
})

test('an import that was refused or stopped in sight of the person leaves no note', async () => {
  const one = await deskWith(20)
  await planned(one)
  await real.log.close()
  await one.desk.run(one.token)
  expect(one.stage()).toBe('planned')
  expect([...drafts.keys()]).toEqual([])
})

test('one that was cut off before its end was not taken in, is said, and runs again as it was set', async () => {
  const cut = await deskWith(20)
  await planned(cut)
  await cut.desk.choose(cut.token, { duplicates: 'new' })
  const { files } = cut.desk.state.getState()
  const fileHash = files[0]?.summary?.fileHash
  // As the kill leaves it: the note, and nothing in the notebook.
  drafts.set(
    'import-running',
    JSON.stringify({
      runId: real.notebook.sources.newId(),
      fileName: FILE,
      fileHash,
      rows: 20,
      overrides: { country: 'US' },
      duplicates: 'new',
    }),
  )
  const next = await deskWith(20)
  await next.desk.recall()
  expect(next.desk.state.getState().interrupted).toEqual({ fileName: FILE, isWritten: false })
  await planned(next)
  expect(next.read).toEqual([{}, { country: 'US' }])
  expect(next.desk.state.getState().files[0]).toMatchObject({
    overrides: { country: 'US' },
    duplicates: 'new',
  })
  await next.desk.run(next.token)
  expect(next.desk.state.getState().interrupted).toBeUndefined()
  expect([...drafts.keys()]).toEqual([])
})

test('one that was cut off after its end is all there, and is said to be', async () => {
  let note = ''
  const one = await deskWith(20, async () => {
    note = drafts.get('import-running') ?? note
  })
  await planned(one)
  await one.desk.run(one.token)
  drafts.set('import-running', note)
  const next = await deskWith(20)
  await next.desk.recall()
  expect(next.desk.state.getState().interrupted).toEqual({ fileName: FILE, isWritten: true })
  await next.desk.forgetInterrupted()
  expect([next.desk.state.getState().interrupted, ...drafts.keys()]).toEqual([undefined])
})

test.each(['', '{', '{"runId":1}'])('a note that can not be read says nothing: %j', async (text) => {
  drafts.set('import-running', text)
  const { desk } = await deskWith(1)
  await desk.recall()
  expect(desk.state.getState().interrupted).toBeUndefined()
})
