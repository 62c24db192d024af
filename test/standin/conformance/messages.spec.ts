import { expect, test } from './fixtures'

test('carries JSON and more to the main process and back unchanged', async ({ running }) => {
  const same = await running.page.evaluate(async () => {
    const date = new Date(86_400_000)
    const values: unknown[] = [
      null,
      undefined,
      true,
      -0,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      12n,
      'plain',
      '',
      { a: { b: [1, { c: undefined }] }, $: 'dollar', length: 3 },
      [undefined, [[]], {}],
      date,
      new Map([['key', { deep: new Set([1, 'two']) }]]),
      new Uint16Array([1, 65_535]),
      new Uint8Array([9, 8, 7]).buffer,
      /a+b/gi,
    ]
    const back = await window.fixture.echo(...values)
    const show = (value: unknown): unknown => {
      if (value === undefined) return 'undefined'
      if (typeof value === 'number' || typeof value === 'bigint')
        return Object.is(value, -0) ? '-0' : String(value)
      if (value instanceof Map) return ['Map', [...value].map(show)]
      if (value instanceof Set) return ['Set', [...value].map(show)]
      if (value instanceof Date) return ['Date', value.getTime()]
      if (value instanceof ArrayBuffer) return ['ArrayBuffer', [...new Uint8Array(value)]]
      if (ArrayBuffer.isView(value)) return [value.constructor.name, [...(value as Uint16Array)]]
      if (value instanceof RegExp) return String(value)
      if (Array.isArray(value)) return value.map(show)
      if (typeof value === 'object' && value !== null)
        return Object.entries(value).map(([k, v]) => [k, show(v)])
      return value
    }
    return { sent: JSON.stringify(show(values)), received: JSON.stringify(show(back)) }
  })
  expect(same.received).toBe(same.sent)
})

test('carries every text, half surrogate pairs included', async ({ running }) => {
  const texts = ['客户 — Müller 🙂', '\u0000\u0001\u2028', 'half \ud83d pair', '\udc00']
  const back = await running.page.evaluate((values) => window.fixture.echo(...values), texts)
  expect(back).toEqual(texts)
})

test('carries five megabytes of bytes in one message', async ({ running }) => {
  const result = await running.page.evaluate(async () => {
    const bytes = new Uint8Array(5_000_000)
    for (let index = 0; index < bytes.length; index++) bytes[index] = (index * 7 + (index >> 8)) & 255
    const [back] = (await window.fixture.echo(bytes)) as [Uint8Array]
    return {
      kind: back.constructor.name,
      same: back.length === bytes.length && back.every((b, i) => b === bytes[i]),
    }
  })
  expect(result).toEqual({ kind: 'Uint8Array', same: true })
})

test('carries a message that is too long for one piece', async ({ running }) => {
  const length = await running.page.evaluate(async () => {
    const [back] = (await window.fixture.echo('ü'.repeat(8_000_000))) as [string]
    return back.length
  })
  expect(length).toBe(8_000_000)
})

test('keeps nothing of messages that were read', async ({ alone }) => {
  const devtools = await alone.page.context().newCDPSession(alone.page)
  const keptMegabytes = async () => {
    await alone.page.evaluate(() => (globalThis as unknown as { gc(): void }).gc())
    return (await devtools.send('Runtime.getHeapUsage')).usedSize / 1024 ** 2
  }
  const before = await keptMegabytes()
  await alone.page.evaluate(async () => {
    for (let piece = 0; piece < 15; piece++) await window.fixture.echo(String(piece % 10).repeat(1_000_000))
  })
  expect((await keptMegabytes()) - before).toBeLessThan(10)
})

test('turns what a handler throws into an error that names the channel', async ({ running }) => {
  const message = (call: 'fail' | 'missing' | 'unclonable'): Promise<string> =>
    running.page.evaluate(
      (name) => window.fixture[name]().catch((error: Error) => `${error instanceof Error} ${error.message}`),
      call,
    )
  expect(await message('fail')).toBe("true Error invoking remote method 'fail': TypeError: it went wrong")
  expect(await message('missing')).toBe(
    "true Error invoking remote method 'missing': Error: No handler registered for 'missing'",
  )
  expect(await message('unclonable')).toContain('An object could not be cloned.')
})

test('refuses arguments that can not be cloned', async ({ running }) => {
  const messages = await running.page.evaluate(async () => {
    const values: unknown[] = [() => 1, { deep: [() => 1] }, document.body, Promise.resolve(1), new WeakMap()]
    const refused = async (value: unknown): Promise<string> => {
      try {
        await window.fixture.echo(value)
        return 'accepted'
      } catch (error) {
        return (error as Error).message
      }
    }
    return Promise.all(values.slice(0, 2).concat(values.slice(4)).map(refused))
  })
  for (const message of messages) expect(message).toContain('could not be cloned')
})

test('refuses to send what can not be cloned from the main process', async ({ running }) => {
  const message = await running.app.evaluate(({ BrowserWindow }) => {
    try {
      BrowserWindow.getAllWindows()[0]?.webContents.send('push', () => 1)
      return 'accepted'
    } catch (error) {
      return (error as Error).message
    }
  })
  expect(message).toBe('An object could not be cloned.')
})

test('pushes events from the main process in order, until the listener is removed', async ({ running }) => {
  const { app, page } = running
  await page.evaluate(() => {
    window.taken = []
    const stop = window.fixture.onPush((...args) => {
      window.taken.push(args)
      if (args[0] === 'last') stop()
    })
  })
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.send('push', 'first', { bytes: new Uint8Array([1, 2]) }, undefined)
    contents?.send('push', 'last')
    contents?.send('push', 'too late')
  })
  // An answer to a call comes after everything that was sent before it.
  await page.evaluate(() => window.fixture.echo())
  const taken = await page.evaluate(() =>
    window.taken.map((args) => (args as unknown[]).length + String((args as unknown[])[0])),
  )
  expect(taken).toEqual(['3first', '1last'])
})

test('delivers one-way messages with their sender', async ({ running }) => {
  const { app, page } = running
  await page.evaluate(() => {
    window.fixture.note('one', { two: 2 })
    return window.fixture.echo()
  })
  const events = await app.evaluate(
    () => (globalThis as unknown as { seen: { events: unknown[] } }).seen.events,
  )
  expect(events).toEqual([['note', 'one', { two: 2 }, 'app://orchard']])
})
