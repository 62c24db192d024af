import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Channel } from '#shared/ipc/contract'
import { nodeFs } from '../../../electron/files/fsPort'
import { registerHandlers } from '../../../electron/ipc/handle'
import { FREE_TEXTS, SAMPLE_ARGUMENTS } from '../../shared/ipc/sampleArguments'
import { saveProducts } from '../../support/backupDisk'
import { FakeIpcMain } from '../../support/fakeElectronIpc'
import { type MainProcess, openMainProcess, type Person } from '../../support/mainProcess'
import { recordingFs } from '../../support/recordingFs'
import { Rng } from '../../support/simFsInode'
import { hostileMessage } from './hostileMessages'
import { PATH_TRICKS } from './hostileValues'

const MESSAGES = 10_000
const SEED = Number(process.env.ORCHARD_SEED ?? 20261129)

let root = ''
let userData = ''
let main: MainProcess
let ipc: FakeIpcMain
let person: Person
let touched: string[]

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'orchard-fuzz-'))
  userData = path.join(root, 'data')
  const folder = path.join(root, 'chosen')
  for (const made of [userData, folder]) mkdirSync(made)
  person = { folder, asked: [], opened: [] }
  const recording = recordingFs(nodeFs)
  touched = recording.touched
  main = await openMainProcess(recording.fs, userData, person)
  ipc = new FakeIpcMain()
  registerHandlers(ipc.ipcMain, () => main.handlers)
  await saveProducts(main.notebook, 1, 3)
  touched.length = 0
})

afterEach(async () => {
  await main.close()
  rmSync(root, { recursive: true, force: true })
})

/** Every file below the folder with its bytes. */
function filesBelow(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile())
  return Object.fromEntries(
    files.map((name) => [name, readFileSync(path.join(folder, name)).toString('hex')]),
  )
}

/** Nothing of a message may come back but the channel's own name. */
function refusalFault(answer: unknown): string | undefined {
  const { ok, error } = answer as { ok: unknown; error?: { code?: unknown; params?: unknown } }
  if (ok !== false) return 'not refused'
  if (typeof error?.code !== 'string' || !/^[a-z]+\.[A-Za-z]+$/.test(error.code)) return 'no code'
  if (error.code === 'ipc.fault') return 'a handler threw'
  return JSON.stringify(error).length > 300 ? 'an answer as long as the question' : undefined
}

test(`${MESSAGES} hostile messages are refused with a code, write nothing and change nothing (seed ${SEED})`, async () => {
  const before = filesBelow(root)
  const rng = new Rng(SEED)
  const faults: string[] = []
  const seen = new Map<string, number>()
  for (let turn = 0; turn < MESSAGES; turn += 1) {
    const { channel, trick, args, frame } = hostileMessage(rng, turn)
    // As between processes: what arrives is a copy.
    const answer = await ipc.invoke(channel, structuredClone(args), frame).catch((fault: unknown) => fault)
    const fault = refusalFault(answer)
    if (fault !== undefined) faults.push(`${turn} ${channel}, ${trick}: ${fault} ${JSON.stringify(answer)}`)
    seen.set(trick, (seen.get(trick) ?? 0) + 1)
  }
  console.log(`hostile messages ${MESSAGES}, not refused ${faults.length}`, Object.fromEntries(seen))
  expect(faults.slice(0, 20)).toEqual([])
  expect(Math.min(...seen.values())).toBeGreaterThan(50)
  expect(touched).toEqual([])
  expect(person).toMatchObject({ asked: [], opened: [] })
  expect(filesBelow(root)).toEqual(before)
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  // And it goes on as if nothing had been.
  expect(await ipc.invoke('app:start', [])).toMatchObject({ ok: true, value: { notebook: { lastSeq: 3 } } })
  await saveProducts(main.notebook, 4, 4)
  expect(await ipc.invoke('journal:read', [1])).toMatchObject({ ok: true, value: { lastSeq: 4 } })
}, 120_000)

/** Where a title becomes the name of a file. */
const TITLES: readonly (readonly [Channel, number])[] = [
  ...FREE_TEXTS,
  ['export:saveText', 1],
  ['export:begin', 1],
  ['drag:begin', 1],
  ['drag:saved', 0],
  ['report:saveWorkbook', 0],
]

test('a text that is right and means to be a path stays text: nothing is touched outside, no name leads anywhere', async () => {
  const journal = filesBelow(path.join(userData, 'notebook', 'journal'))
  for (const [channel, position] of TITLES) {
    for (const trick of PATH_TRICKS.flatMap((text) => [text, `Orchard ${text}`])) {
      const args = SAMPLE_ARGUMENTS[channel].map((given, index) => (index === position ? trick : given))
      const answer = (await ipc.invoke(channel, args)) as { ok: boolean; error?: { code: string } }
      expect([channel, trick, answer.error?.code]).not.toEqual([channel, trick, 'ipc.fault'])
      expect(typeof answer.ok).toBe('boolean')
    }
  }
  const [letter] = SAMPLE_ARGUMENTS['letter:saveEml']
  for (const trick of PATH_TRICKS) await ipc.invoke('letter:saveEml', [{ ...letter, about: [trick] }])
  expect(touched.filter((place) => !path.resolve(place).startsWith(root + path.sep))).toEqual([])
  const offered = person.asked.map(({ offered }) => offered).filter((name) => name !== '')
  expect(offered.length).toBeGreaterThan(2 * PATH_TRICKS.length)
  const leading = offered.filter(
    (name) =>
      path.posix.basename(name) !== name || path.win32.basename(name) !== name || name.startsWith('.'),
  )
  expect(leading).toEqual([])
  expect(filesBelow(path.join(userData, 'notebook', 'journal'))).toEqual(journal)
})
