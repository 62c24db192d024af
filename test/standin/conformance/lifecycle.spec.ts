import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { electronPath } from './electronPath'
import { expect, FIXTURE_APP, loadedWindow, processesOf, seen, test } from './fixtures'

/** What the app recorded up to its quit event, written by the app itself. */
function log(folder: string): unknown[] {
  return JSON.parse(readFileSync(join(folder, 'log.json'), 'utf8')) as unknown[]
}

/** Resolves with the exit code of the main process. */
async function ended(app: ElectronApplication): Promise<number | null> {
  const main = app.process()
  if (main.exitCode !== null) return main.exitCode
  const [code] = (await once(main, 'exit')) as [number | null]
  return code
}

test('quits in order: before-quit, windows, will-quit, quit', async ({ launch }) => {
  const app = await launch.start({ env: { FIXTURE_LOG: join(launch.userData, 'log.json') } })
  await loadedWindow(app)
  await app.evaluate(({ BrowserWindow }) => {
    const { seen: record } = globalThis as unknown as { seen: { events: unknown[] } }
    const window = BrowserWindow.getAllWindows()[0]
    window?.on('close', () => record.events.push('close'))
    window?.on('closed', () => record.events.push('closed'))
  })
  const main = app.process()
  await app.close()
  expect(main.exitCode).toBe(0)
  expect(log(launch.userData)).toEqual(['before-quit', 'close', 'closed', 'will-quit', 'quit'])
})

test('quits when the last window closes and the app says so', async ({ launch }) => {
  const app = await launch.start({ env: { FIXTURE_LOG: join(launch.userData, 'log.json') } })
  await loadedWindow(app)
  const end = ended(app)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  expect(await end).toBe(0)
  expect(log(launch.userData)).toEqual(['window-all-closed', 'before-quit', 'will-quit', 'quit'])
})

test('stays when close is prevented, and a prevented close stops a quit', async ({ alone: running }) => {
  const { app, page } = running
  await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    window?.once('close', (event) => event.preventDefault())
    electronApp.quit()
  })
  expect(await page.evaluate(() => window.fixture.add(1, 1))).toBe(2)
  expect((await seen(app)).events).toEqual(['before-quit'])
  await app.close()
})

test('stays when before-quit is prevented', async ({ alone: running }) => {
  const { app, page } = running
  await app.evaluate(({ app: electronApp }) => {
    electronApp.once('before-quit', (event) => event.preventDefault())
    electronApp.quit()
  })
  expect(await page.evaluate(() => window.fixture.add(1, 1))).toBe(2)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('destroys a window without asking, and a page runner sees it go', async ({ alone: running }) => {
  const { app, page } = running
  const gone = page.waitForEvent('close')
  const events = await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    electronApp.removeAllListeners('window-all-closed')
    electronApp.on('window-all-closed', () => undefined)
    const heard: string[] = []
    const window = BrowserWindow.getAllWindows()[0]
    for (const name of ['close', 'closed']) window?.on(name as 'closed', () => heard.push(name))
    window?.destroy()
    return [...heard, String(window?.isDestroyed()), String(BrowserWindow.getAllWindows().length)]
  })
  expect(events).toEqual(['closed', 'true', '0'])
  await gone
})

test('closes the window when the runner closes the page', async ({ launch }) => {
  const app = await launch.start()
  const page = await loadedWindow(app)
  const end = ended(app)
  await page.close()
  expect(await end).toBe(0)
})

test('exits with the code it is given, asking nobody', async ({ launch }) => {
  const app = await launch.start({ env: { FIXTURE_LOG: join(launch.userData, 'log.json') } })
  await loadedWindow(app)
  const end = ended(app)
  await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.on('close', (event) => event.preventDefault())
    electronApp.exit(7)
  })
  expect(await end).toBe(7)
  expect(log(launch.userData)).toEqual(['quit'])
})

test('ends in order on SIGTERM', async ({ launch }) => {
  const app = await launch.start({ env: { FIXTURE_LOG: join(launch.userData, 'log.json') } })
  await loadedWindow(app)
  const end = ended(app)
  app.process().kill('SIGTERM')
  expect(await end).toBe(0)
  expect(log(launch.userData)).toContain('before-quit')
})

test('lets one instance run; the second hands over its arguments and goes', async ({ launch }) => {
  const app = await launch.start({ args: ['--single', 'first'] })
  await loadedWindow(app)
  const args = [FIXTURE_APP, `--user-data-dir=${launch.userData}`, '--single', 'file.orchard']
  const second = spawn(electronPath(), args, { stdio: 'ignore', cwd: FIXTURE_APP })
  const [code] = (await once(second, 'exit')) as [number | null]
  expect(code).toBe(0)
  await expect.poll(async () => (await seen(app)).secondInstances.length).toBe(1)
  const [told] = (await seen(app)).secondInstances
  expect(told?.argv).toContain('file.orchard')
  expect(told).toMatchObject({ cwd: FIXTURE_APP, data: { from: 'file.orchard' } })
})

test('takes the lock over from an instance that was killed', async ({ launch }) => {
  const first = await launch.start({ args: ['--single', 'first'] })
  await loadedWindow(first)
  first.process().kill('SIGKILL')
  const second = await launch.start({ args: ['--single', 'second'] })
  await loadedWindow(second)
  expect(await second.evaluate(({ app }) => app.hasSingleInstanceLock())).toBe(true)
})

test('does not start again in a worker thread of the main process', async ({ alone: running }) => {
  const { app } = running
  const before = processesOf('--type=renderer').length
  const answer = await app.evaluate(async () => {
    const { Worker } = process.getBuiltinModule('node:worker_threads')
    const code = "require('node:worker_threads').parentPort.postMessage(process.type ?? 'plain')"
    const worker = new Worker(code, { eval: true })
    return new Promise((resolve) => worker.once('message', resolve))
  })
  expect(typeof answer).toBe('string')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(processesOf('--type=renderer').length).toBeGreaterThanOrEqual(Math.min(before, 1))
})

test('knows its name, version and folders', async ({ launch }) => {
  const app = await launch.start()
  const known = await app.evaluate(({ app: electronApp }) => ({
    name: electronApp.getName(),
    version: electronApp.getVersion(),
    path: electronApp.getAppPath(),
    userData: electronApp.getPath('userData'),
    packaged: electronApp.isPackaged,
    ready: electronApp.isReady(),
    hasSwitch: electronApp.commandLine.hasSwitch('user-data-dir'),
  }))
  expect(known).toEqual({
    name: 'Stand-in fixture',
    version: '1.2.3',
    path: FIXTURE_APP,
    userData: launch.userData,
    packaged: false,
    ready: true,
    hasSwitch: true,
  })
})
