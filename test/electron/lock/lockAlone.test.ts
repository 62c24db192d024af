import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ok } from '#shared/result'
import { createLockHandlers } from '../../../electron/ipc/createLockHandlers'
import { lockAlone } from '../../../electron/lock/lockAlone'
import type { NotebookGate, Opened } from '../../../electron/lock/notebookGate'

const MINUTE_MS = 60_000

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function watched(minutes: number) {
  const monitor = new EventEmitter()
  let locks = 0
  const onUsed = lockAlone({
    monitor,
    minutes: () => minutes,
    lock: () => {
      locks += 1
    },
    now: Date.now,
  })
  return { monitor, onUsed, locks: () => locks }
}

test('locks after the minutes that were chosen, counted from the last use', () => {
  const { onUsed, locks } = watched(5)
  vi.advanceTimersByTime(4 * MINUTE_MS)
  onUsed()
  vi.advanceTimersByTime(4 * MINUTE_MS + 50_000)
  expect(locks()).toBe(0)
  vi.advanceTimersByTime(20_000)
  expect(locks()).toBeGreaterThan(0)
})

test('never locks by the clock where that was chosen, but when the computer sleeps or its screen is locked', () => {
  const { monitor, locks } = watched(0)
  vi.advanceTimersByTime(24 * 60 * MINUTE_MS)
  expect(locks()).toBe(0)
  monitor.emit('suspend')
  monitor.emit('lock-screen')
  expect(locks()).toBe(2)
})

test('opened again after it had locked itself, it stays open for the minutes that were chosen', async () => {
  const { onUsed, locks } = watched(1)
  /** A gate whose key takes long to make. */
  const slow = async () => {
    await vi.advanceTimersByTimeAsync(30_000)
    return ok(null)
  }
  const nothing = () => undefined
  const gate = { unlock: slow, recover: slow } as unknown as NotebookGate<Opened>
  const handlers = createLockHandlers({ gate, onUsed, onReadyToLock: nothing, onReadyToClose: nothing })
  for (const open of [
    () => handlers['lock:unlock']('words'),
    () => handlers['lock:recover']('code', 'words'),
  ]) {
    vi.advanceTimersByTime(5 * MINUTE_MS)
    const before = locks()
    expect(before).toBeGreaterThan(0)
    await open()
    vi.advanceTimersByTime(50_000)
    expect(locks()).toBe(before)
  }
})
