import { expect, test, vi } from 'vitest'
import { ok } from '#shared/result'
import { Attempts } from '../../../electron/lock/attempts'
import type { Keyring } from '../../../electron/lock/keyring'
import { lockAlone } from '../../../electron/lock/lockAlone'
import { NotebookGate } from '../../../electron/lock/notebookGate'
import { QUICK_SEAL, saveProducts, valueIn } from '../../support/backupDisk'
import { openAll } from '../../support/lockedDisk'
import { SimFs } from '../../support/simFs'

const WORDS = 'four words nobody guesses'

/** A gate over a notebook in memory; `events` is what it asked of the window, in order. */
async function gateOn(fs: SimFs, clock = { now: 0 }) {
  const events: string[] = []
  const open = async (keyring: Keyring | undefined) => {
    const parts = await openAll(fs, keyring)
    events.push(keyring === undefined ? 'open' : 'open sealed')
    return {
      ...parts,
      mayConvert: () => ok(null),
      unseal: async () => undefined,
      afterConversion: async () => void events.push('anew elsewhere'),
      close: async () => {
        events.push('close')
        await parts.backups.close()
        await parts.notebook.close()
      },
    }
  }
  const gate = new NotebookGate<Awaited<ReturnType<typeof open>>>({
    fs,
    userData: '/user',
    sessionFolder: '/user/Partitions',
    open,
    askWindow: async () => void events.push('ask'),
    reload: async () => void events.push('reload'),
    clearIndex: async () => void events.push('clear index'),
    onChange: () => void events.push('changed'),
    language: () => 'en',
    now: () => clock.now,
    sealCost: QUICK_SEAL,
  })
  await gate.start()
  return { gate, events, clock }
}

/** Waits for what goes on after the answer; the limit is for a hang. */
function soon(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: 60_000 })
}

async function newDisk(): Promise<SimFs> {
  const fs = new SimFs()
  for (const folder of ['/user', '/user/notebook', '/user/Partitions']) await fs.makeFolder(folder)
  return fs
}

test('turned on, locked, unlocked, changed, recovered and turned off: what was saved is there all along', async () => {
  const fs = await newDisk()
  const { gate, events } = await gateOn(fs)
  const notebook = () => gate.current()?.notebook
  await saveProducts(notebook() as never, 1, 3)
  const before = notebook()?.head().lastSeq
  expect(gate.state()).toMatchObject({ isOn: false, isLocked: false, work: null })
  expect(await gate.lock()).toEqual({ ok: false, error: { code: 'lock.off' } })
  expect(await gate.turnOn()).toEqual({ ok: false, error: { code: 'lock.notPrepared' } })
  const { recoveryCode } = valueIn(await gate.prepare(WORDS))
  events.length = 0
  valueIn(await gate.turnOn())
  await soon(() => expect(events.at(-1)).toBe('changed'))
  // Nobody has the notebook open while it is written anew, and the index goes before it is opened again.
  expect(events).toEqual([
    'ask',
    'close',
    'reload',
    'clear index',
    'open sealed',
    'anew elsewhere',
    'changed',
  ])
  expect(gate.state()).toMatchObject({ isOn: true, isLocked: false, work: null })
  expect(notebook()?.head()).toMatchObject({ lastSeq: before, databaseName: '' })

  events.length = 0
  valueIn(await gate.lock())
  expect(events).toEqual(['ask', 'reload', 'changed', 'close'])
  expect(gate.current()).toBeUndefined()
  expect(gate.state()).toMatchObject({ isOn: true, isLocked: true })
  expect(await gate.unlock('not these words')).toEqual({
    ok: false,
    error: { code: 'lock.wrong', params: { seconds: 0 } },
  })
  valueIn(await gate.unlock(WORDS))
  expect(notebook()?.head().lastSeq).toBe(before)
  valueIn(await gate.change(WORDS, 'another sentence by heart'))
  valueIn(await gate.lock())
  expect((await gate.unlock(WORDS)).ok).toBe(false)
  valueIn(await gate.recover(recoveryCode, 'a third one, for today'))
  valueIn(await gate.lock())
  valueIn(await gate.unlock('a third one, for today'))
  valueIn(await gate.turnOff('a third one, for today'))
  await soon(() => expect(gate.state()).toMatchObject({ isOn: false, isLocked: false, work: null }))
  expect(notebook()?.head().lastSeq).toBe(before)
  await gate.close()
})

test('a start with a lock opens nothing, and says so where the key file is damaged', async () => {
  const fs = await newDisk()
  const first = await gateOn(fs)
  valueIn(await first.gate.prepare(WORDS))
  valueIn(await first.gate.turnOn())
  await soon(() => expect(first.gate.state().work).toBeNull())
  await first.gate.close()
  const second = await gateOn(fs)
  expect(second.events).toEqual([])
  expect(second.gate.state()).toMatchObject({ isOn: true, isLocked: true, problem: undefined })
  fs.poke('/user/notebook/KEY.a', Buffer.from('damaged'))
  const third = await gateOn(fs)
  expect(third.gate.state()).toMatchObject({ isLocked: true, problem: undefined })
  valueIn(await third.gate.unlock(WORDS))
  await third.gate.close()
  fs.poke('/user/notebook/KEY.a', Buffer.from('damaged'))
  fs.poke('/user/notebook/KEY.b', Buffer.from('damaged'))
  const fourth = await gateOn(fs)
  expect(fourth.gate.state()).toMatchObject({ isLocked: true, problem: 'lock.damaged' })
  expect(fourth.events).toEqual([])
})

test('a conversion that the disk refuses leaves the notebook open as it was, and says why', async () => {
  const fs = await newDisk()
  const { gate } = await gateOn(fs)
  await saveProducts(gate.current()?.notebook as never, 1, 3)
  valueIn(await gate.prepare(WORDS))
  fs.configure({
    fault: ({ op, path }) => (op === 'write' && path.includes('-next-') ? { errno: 'ENOSPC' } : undefined),
  })
  valueIn(await gate.turnOn())
  await soon(() => expect(gate.state()).toMatchObject({ work: null, problem: 'lock.diskFull' }))
  expect(gate.state()).toMatchObject({ isOn: false, isLocked: false })
  expect(gate.current()?.notebook.head().lastSeq).toBe(3)
  await gate.close()
})

test('each wrong try beyond the third waits longer, up to a minute; the right one begins anew', () => {
  const clock = { now: 0 }
  const attempts = new Attempts(() => clock.now)
  const waits: unknown[] = []
  for (let count = 0; count < 9; count += 1) {
    const failed = attempts.failed()
    waits.push(failed.ok ? undefined : failed.error.params?.seconds)
    if (waits.at(-1) !== 0)
      expect(attempts.check()).toMatchObject({ ok: false, error: { code: 'lock.wait' } })
    clock.now += 60_000
    expect(attempts.check().ok).toBe(true)
  }
  expect(waits).toEqual([0, 0, 2, 4, 8, 16, 32, 60, 60])
  attempts.passed()
  expect(attempts.failed()).toMatchObject({ error: { params: { seconds: 0 } } })
})

test('it locks by itself when nobody was at it for so long, when the computer sleeps, and when its screen is locked', () => {
  vi.useFakeTimers()
  const lock = vi.fn()
  const listeners = new Map<string, () => void>()
  const limit = { minutes: 5 }
  const used = lockAlone({
    monitor: { on: (event, listener) => listeners.set(event, listener) },
    minutes: () => limit.minutes,
    lock,
    now: Date.now,
  })
  vi.advanceTimersByTime(4 * 60_000)
  used()
  vi.advanceTimersByTime(4 * 60_000)
  expect(lock).not.toHaveBeenCalled()
  vi.advanceTimersByTime(70_000)
  expect(lock).toHaveBeenCalled()
  lock.mockClear()
  limit.minutes = 0
  vi.advanceTimersByTime(60 * 60_000)
  expect(lock).not.toHaveBeenCalled()
  listeners.get('suspend')?.()
  listeners.get('lock-screen')?.()
  expect(lock).toHaveBeenCalledTimes(2)
  vi.useRealTimers()
})
