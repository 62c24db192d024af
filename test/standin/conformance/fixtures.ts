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
  start(options?: { args?: readonly string[]; env?: Record<string, string> }): Promise<ElectronApplication>
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

export const test = base.extend<{ launch: Launch; running: Running }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function wants from its pattern
  launch: async ({}, use) => {
    const userData = mkdtempSync(join(tmpdir(), 'stand-in-'))
    const started: ChildProcess[] = []
    await use({
      userData,
      start: async ({ args = [], env = {} } = {}) => {
        const app = await _electron.launch({
          executablePath: electronPath(),
          args: [FIXTURE_APP, `--user-data-dir=${userData}`, ...args],
          env: { ...(process.env as Record<string, string>), ...env },
          // Playwright would otherwise force a light colour scheme onto every page.
          colorScheme: null,
        })
        started.push(app.process())
        return app
      },
    })
    for (const main of started) if (main.exitCode === null && main.signalCode === null) main.kill('SIGKILL')
    // The check of every test: nothing that it started is left.
    await expect.poll(() => processesOf(userData), { message: 'processes left behind' }).toEqual([])
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  },
  running: async ({ launch }, use) => {
    const app = await launch.start()
    const page = await loadedWindow(app)
    await use({ app, page })
  },
})

/** The first window with the fixture's page in it. */
export async function loadedWindow(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
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
