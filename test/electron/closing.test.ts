import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closeGently } from '../../electron/closing'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function fixture(staysOpen = false) {
  const said: string[] = []
  const app = Object.assign(new EventEmitter(), { quit: () => said.push('quit') })
  const window = Object.assign(new EventEmitter(), {
    isDestroyed: () => false,
    close: () => void said.push('closed'),
    hide: () => void said.push('hidden'),
  })
  const closing = closeGently({
    app: app as never,
    window: window as never,
    staysOpen: () => staysOpen,
    ask: () => said.push('asked'),
    lastWords: async () => void said.push('last words'),
  })
  const tryToClose = () => window.emit('close', { preventDefault: () => said.push('held') })
  return { said, closing, tryToClose, app }
}

test('a window that says nothing is closed after ten seconds', async () => {
  const { said, tryToClose } = fixture()
  tryToClose()
  await vi.advanceTimersByTimeAsync(9_999)
  expect(said).toEqual(['held', 'asked'])
  await vi.advanceTimersByTimeAsync(1)
  expect(said).toEqual(['held', 'asked', 'last words', 'closed'])
})

test('a backup that moves prolongs the patience, but not for ever', async () => {
  const { said, closing, tryToClose } = fixture()
  tryToClose()
  for (let second = 9; second < 90; second += 9) {
    await vi.advanceTimersByTimeAsync(9_000)
    expect(said).not.toContain('closed')
    closing.prolong()
  }
  await vi.advanceTimersByTimeAsync(9_000)
  expect(said).toContain('closed')
})

test('a window that is ready closes at once, and no sign of life brings it back', async () => {
  const { said, closing, tryToClose } = fixture()
  closing.prolong()
  tryToClose()
  closing.ready()
  closing.prolong()
  await vi.advanceTimersByTimeAsync(100_000)
  expect(said).toEqual(['held', 'asked', 'last words', 'closed'])
})

test('a window that stays beside the clock is hidden, as often as it is closed, until somebody quits', () => {
  const { said, tryToClose, app } = fixture(true)
  tryToClose()
  tryToClose()
  expect(said).toEqual(['held', 'hidden', 'held', 'hidden'])
  app.emit('before-quit')
  tryToClose()
  expect(said.slice(4)).toEqual(['held', 'asked'])
})
