import { beforeEach, describe, expect, test, vi } from 'vitest'
import { CHANNELS } from '#shared/ipc/channels'
import { ok } from '#shared/result'
import { type Handlers, registerHandlers } from '../../../electron/ipc/handle'
import { log } from '../../../electron/log'
import { SAMPLE_ARGUMENTS } from '../../shared/ipc/sampleArguments'
import { type FakeFrame, FakeIpcMain, OWN_FRAME } from '../../support/fakeElectronIpc'

const calls: { channel: string; args: unknown[] }[] = []
let fault: Error | undefined

beforeEach(() => {
  calls.length = 0
  fault = undefined
})

/** Handlers that note their calls and give the channel's name back. */
function registered(): FakeIpcMain {
  const fake = new FakeIpcMain()
  const handlers = Object.fromEntries(
    CHANNELS.map((channel) => [
      channel,
      async (...args: unknown[]) => {
        calls.push({ channel, args })
        if (fault !== undefined) throw fault
        return ok(channel)
      },
    ]),
  ) as unknown as Handlers
  registerHandlers(fake.ipcMain, () => handlers)
  return fake
}

const top = { parent: null, detached: false }
const UNTRUSTED: Readonly<Record<string, FakeFrame>> = {
  'a frame that is gone': null,
  'a detached frame': { ...OWN_FRAME, origin: 'app://orchard', parent: null, detached: true },
  'a frame inside our own page': { origin: 'app://orchard', parent: {}, detached: false },
  'another origin': { origin: 'https://example.invalid', ...top },
  'an origin that begins like ours': { origin: 'app://orchard.evil', ...top },
  'an origin that ends like ours': { origin: 'app://evil.orchard', ...top },
  'our host under another scheme': { origin: 'https://orchard', ...top },
  'our origin with a port': { origin: 'app://orchard:80', ...top },
  'our origin with a user': { origin: 'app://user@orchard', ...top },
  'an opaque origin': { origin: 'null', ...top },
  'no origin': { origin: '', ...top },
  'a local file': { origin: 'file://', ...top },
}

test('every channel is registered once, and no other', () => {
  expect(registered().channels().sort()).toEqual([...CHANNELS].sort())
})

describe.each(Object.entries(SAMPLE_ARGUMENTS))('%s', (channel, sample: readonly unknown[]) => {
  test('is answered to our own page', async () => {
    expect(await registered().invoke(channel, sample)).toEqual({ ok: true, value: channel })
    expect(calls).toEqual([{ channel, args: [...sample] }])
  })

  test.each(Object.entries(UNTRUSTED))('is refused to %s', async (_name, frame) => {
    expect(await registered().invoke(channel, sample, frame)).toEqual({
      ok: false,
      error: { code: 'ipc.refusedSender' },
    })
    expect(calls).toEqual([])
  })

  test('is refused with arguments that it does not take', async () => {
    const answer = await registered().invoke(channel, [...sample, { path: '/etc/passwd' }])
    expect(answer).toEqual({ ok: false, error: { code: 'ipc.refusedArguments', params: { channel } } })
    expect(calls).toEqual([])
  })

  test('a fault of ours arrives as a code, without message, path or stack', async () => {
    fault = new TypeError('Anna Müller, /home/anna/notebook')
    const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined)
    const answer = await registered().invoke(channel, sample)
    expect(answer).toEqual({ ok: false, error: { code: 'ipc.fault', params: { channel } } })
    expect(logged.mock.calls).toEqual([['ipc.fault', { channel, name: 'TypeError' }]])
    logged.mockRestore()
  })
})
