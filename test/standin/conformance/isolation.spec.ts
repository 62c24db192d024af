import { expect, test } from './fixtures'

test('shows the page what the preload exposed, before its first script, and nothing else', async ({
  running,
}) => {
  const { page } = running
  const early = await page.evaluate(() => window.early)
  expect(early).toEqual({ exposed: 'object', require: 'undefined', ipc: 'undefined', process: 'undefined' })
  const names = await page.evaluate(() => Object.getOwnPropertyNames(window))
  expect(names.filter((name) => /standin|stand-in|electron|ipc|^require$|^module$/i.test(name))).toEqual([])
  const symbols = await page.evaluate(() => Object.getOwnPropertySymbols(window).map(String))
  expect(symbols.filter((name) => /stand-in/i.test(name))).toEqual([])
})

test('gives the preload a sandboxed require and process, and no sight of the binding', async ({
  running,
}) => {
  const scope = await running.page.evaluate(() => window.fixture.preloadScope())
  expect(scope.process).toBe('object')
  expect(scope.require).toBe('function')
  expect(scope.modules).toEqual(['fs', 'child_process', 'net'].map((name) => `module not found: ${name}`))
  expect(scope.binding).toEqual([])
})

test('freezes what is exposed', async ({ running }) => {
  const result = await running.page.evaluate(() => {
    const attempt = (change: () => void): string => {
      try {
        change()
        return 'no error'
      } catch (error) {
        return (error as Error).name
      }
    }
    return {
      // Page functions given by a test runner are sloppy: assignments to frozen things are ignored without a word.
      changed: attempt(() => Reflect.set(window.fixture, 'version', 'two')),
      deleted: Reflect.deleteProperty(window, 'fixture'),
      redefined: attempt(() => Object.defineProperty(window, 'fixture', { value: 1 })),
      frozen: [window.fixture, window.fixture.list, window.fixture.list[1]].map((value) =>
        Object.isFrozen(value),
      ),
      version: window.fixture.version,
    }
  })
  const frozen = [true, true, true]
  expect(result).toEqual({
    changed: 'no error',
    deleted: false,
    redefined: 'TypeError',
    frozen,
    version: 'one',
  })
})

test('hands over copies that belong to the page, never objects of the other world', async ({ running }) => {
  const own = await running.page.evaluate(() => ({
    object: Object.getPrototypeOf(window.fixture) === Object.prototype,
    array: Object.getPrototypeOf(window.fixture.list) === Array.prototype,
    bytes: window.fixture.bytes instanceof Uint8Array && [...window.fixture.bytes].join(),
    functions: window.fixture.add instanceof Function && window.fixture.add.constructor === Function,
    promise: window.fixture.echo() instanceof Promise,
  }))
  expect(own).toEqual({ object: true, array: true, bytes: '1,2,3', functions: true, promise: true })
})

test('calls exposed functions at once, both ways, with results and errors', async ({ running }) => {
  const result = await running.page.evaluate(() => {
    const message = (act: () => unknown): string => {
      try {
        return `returned ${String(act())}`
      } catch (error) {
        return `${error instanceof Error}: ${(error as Error).message}`
      }
    }
    return {
      sum: window.fixture.add(20, 22),
      callBack: window.fixture.callBack((value) => value * 2),
      throwing: message(() => window.fixture.throwing()),
      throwingBack: message(() =>
        window.fixture.callBack(() => {
          throw new Error('from the page')
        }),
      ),
    }
  })
  expect(result.sum).toBe(42)
  expect(result.callBack).toBe(41)
  expect(result.throwing).toContain('true: ')
  expect(result.throwing).toContain('out of range')
  expect(result.throwingBack).toContain('from the page')
})

test('gives a page that has replaced its built-ins no hold on the bridge', async ({ running }) => {
  const caught = await running.page.evaluate(async () => {
    const taken: string[] = []
    const original = EventTarget.prototype.dispatchEvent
    EventTarget.prototype.dispatchEvent = function (event) {
      taken.push(`dispatch ${event.type}`)
      return original.call(this, event)
    }
    const listen = EventTarget.prototype.addEventListener
    EventTarget.prototype.addEventListener = function (...args: Parameters<typeof listen>) {
      taken.push(`listen ${args[0]}`)
      return listen.apply(this, args)
    }
    const NativeEvent = CustomEvent
    Object.assign(window, {
      CustomEvent: class extends NativeEvent<unknown> {
        constructor(type: string, init?: CustomEventInit) {
          super(type, init)
          taken.push(`make ${type}`)
        }
      },
    })
    window.fixture.callBack((value) => value)
    await window.fixture.echo({ a: 1 })
    return taken
  })
  expect(caught).toEqual([])
})

test('gives frames inside the page no preload unless the window asked for it', async ({ running }) => {
  const { page } = running
  await page.evaluate(() => {
    const loaded = (frame: HTMLIFrameElement): Promise<unknown> =>
      new Promise((done) => frame.addEventListener('load', done))
    const own = Object.assign(document.createElement('iframe'), { src: '/other.html', name: 'own' })
    const empty = Object.assign(document.createElement('iframe'), { name: 'empty' })
    const ready = loaded(own)
    document.body.append(own, empty)
    return ready
  })
  const types = await page.evaluate(() =>
    ['own', 'empty'].map((name) => typeof window.frames[name as never]?.fixture),
  )
  expect(types).toEqual(['undefined', 'undefined'])
})
