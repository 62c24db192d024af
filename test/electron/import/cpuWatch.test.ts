import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchCpu } from '../../../electron/files/import/cpuWatch'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('an hour on the wall is nothing, the last millisecond of work is too much', async () => {
  let used = 0
  const over = vi.fn()
  watchCpu(() => Promise.resolve(used), { cpuMs: 1_000, wallMs: 10_000_000 }, over)
  await vi.advanceTimersByTimeAsync(3_600_000)
  used = 999
  await vi.advanceTimersByTimeAsync(1_000)
  expect(over).not.toHaveBeenCalled()
  used = 1_000
  await vi.advanceTimersByTimeAsync(1_000)
  expect(over).toHaveBeenCalledTimes(1)
})

test('a worker that waits for what never comes is ended by the clock', async () => {
  const over = vi.fn()
  watchCpu(() => new Promise(() => undefined), { cpuMs: 1_000, wallMs: 60_000 }, over)
  await vi.advanceTimersByTimeAsync(59_999)
  expect(over).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(over).toHaveBeenCalledTimes(1)
})

test('after the end nobody is called any more, not even by an answer that is on its way', async () => {
  let answer: (used: number) => void = () => undefined
  const over = vi.fn()
  const stop = watchCpu(
    () => new Promise((resolve) => (answer = resolve)),
    { cpuMs: 10, wallMs: 60_000 },
    over,
  )
  await vi.advanceTimersByTimeAsync(250)
  stop()
  answer(5_000)
  await vi.advanceTimersByTimeAsync(120_000)
  expect(over).not.toHaveBeenCalled()
})
