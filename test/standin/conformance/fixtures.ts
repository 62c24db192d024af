import { type ChildProcess, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import { electronPath } from './electronPath'

export { expect } from '@playwright/test'
export { isStandIn } from './electronPath'

/** The app under test; see test/standin/fixtureApp. */
export const FIXTURE_APP = resolve('test/standin/fixtureApp')

export interface Launch {
  /** Folder of the app's data; each test has its own, and it outlives a restart within the test. */
  readonly userData: string
  /** Starts the fixture app. Whatever a test starts is ended after it. */
  start(options?: StartOptions): Promise<ElectronApplication>
}

export interface StartOptions {
  readonly args?: readonly string[]
  readonly env?: Record<string, string>
}

/** A running fixture app with its window loaded. */
export interface Running {
  readonly app: ElectronApplication
  readonly page: Page
}

/** `seen` of the fixture's main script: everything it records for tests. */
export interface Seen {
  readonly events: (string | unknown[])[]
  readonly requests: string[]
  readonly secondInstances: { argv: string[]; cwd: string; data: unknown }[]
}

/** Processes whose command line names a folder: everything that belongs to one run. */
export function processesOf(folder: string): string[] {
  const lines = execFileSync('ps', ['-axww', '-o', 'pid=,stat=,command='], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  return lines.split('\n').filter((line) => line.includes(folder) && !/^\s*\d+\s+Z/.test(line))
}

/** What a test may use. */
interface Fixtures {
  /** For tests of starting and ending, and of what holds for the whole app: each starts its own. */
  readonly launch: Launch
  /** An app that was started for this test alone. */
  readonly alone: Running
  /** A fresh window in the app that the tests of a worker share: a start of Chromium costs more than most tests. */
  readonly running: Running
}

interface WorkerFixtures {
  readonly shared: ElectronApplication
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function wants from its pattern
  launch: async ({}, use) => {
    await withFolder(async (userData, started) => {
      const start: Launch['start'] = async (options) => {
        const app = await startFixture(userData, options)
        started.push(app.process())
        return app
      }
      await use({ userData, start })
    })
  },
  alone: async ({ launch }, use) => {
    const app = await launch.start()
    await use({ app, page: await loadedWindow(app) })
  },
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function wants from its pattern
    async ({}, use) => {
      await withFolder(async (userData, started) => {
        const app = await startFixture(userData)
        started.push(app.process())
        await loadedWindow(app)
        await use(app)
      })
    },
    { scope: 'worker' },
  ],
  running: async ({ shared: app }, use) => {
    await use({ app, page: await freshWindow(app) })
  },
})

/** A folder for the data of one run. Whatever was started on it is ended, and nothing of it may be left. */
async function withFolder(run: (userData: string, started: ChildProcess[]) => Promise<void>): Promise<void> {
  const userData = mkdtempSync(join(tmpdir(), 'stand-in-'))
  const started: ChildProcess[] = []
  await run(userData, started)
  for (const main of started) if (main.exitCode === null && main.signalCode === null) main.kill('SIGKILL')
  await expect.poll(() => processesOf(userData), { message: 'processes left behind' }).toEqual([])
  rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
}

function startFixture(
  userData: string,
  { args = [], env = {} }: StartOptions = {},
): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: electronPath(),
    args: [FIXTURE_APP, `--user-data-dir=${userData}`, ...args],
    env: { ...(process.env as Record<string, string>), ...env },
    // Playwright would otherwise force a light colour scheme onto every page.
    colorScheme: null,
  })
}

/** Opens a window on the fixture's page and closes all others; what was recorded before is forgotten. */
async function freshWindow(app: ElectronApplication): Promise<Page> {
  const id = app.evaluate(({ BrowserWindow }) => {
    const state = globalThis as unknown as {
      seen: Record<string, unknown[]>
      openWindow: () => Electron.BrowserWindow
    }
    const older = BrowserWindow.getAllWindows()
    const window = state.openWindow()
    for (const one of older) one.destroy()
    for (const list of Object.values(state.seen)) list.length = 0
    void window.loadURL('app://orchard/index.html')
    return window.id
  })
  // Playwright tells of a window some time after it opened, perhaps only now of one that the test before left.
  const opened = app.waitForEvent('window', {
    predicate: async (page) => (await windowIdOf(app, page)) === (await id),
  })
  await id
  return loaded(await opened)
}

/** Which window a page is of; nothing for one that is gone. */
async function windowIdOf(app: ElectronApplication, page: Page): Promise<number | undefined> {
  try {
    return await (await app.browserWindow(page)).evaluate((window) => window?.id)
  } catch {
    return undefined
  }
}

/** The first window with the fixture's page in it. */
export async function loadedWindow(app: ElectronApplication): Promise<Page> {
  return loaded(await app.firstWindow())
}

async function loaded(page: Page): Promise<Page> {
  await page.waitForFunction(() => document.readyState === 'complete' && 'early' in window)
  return page
}

/** What the main script has recorded so far. */
export function seen(app: ElectronApplication): Promise<Seen> {
  return app.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)
}

/** Loads another page of the fixture into the first window, from the main process. */
export async function load({ app, page }: Running, url: string): Promise<void> {
  // The runner hears of the new document by a way of its own, maybe later than the main process.
  const loaded = page.waitForEvent('load')
  await app.evaluate(({ BrowserWindow }, target) => BrowserWindow.getAllWindows()[0]?.loadURL(target), url)
  await loaded
}
