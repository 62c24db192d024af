import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test'

/** The project's root folder, which is also the app's. */
export const ROOT = path.join(import.meta.dirname, '../..')

/** Electron where its binary is there, else the stand-in: the same tests for both. */
export function runtimePath(): string {
  const chosen = process.env.ORCHARD_ELECTRON
  if (chosen !== undefined) return chosen
  const electronFolder = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const pathFile = path.join(electronFolder, 'path.txt')
  if (existsSync(pathFile)) {
    const binary: unknown = createRequire(import.meta.url)('electron')
    if (typeof binary === 'string' && existsSync(binary)) return binary
  }
  return path.join(ROOT, 'build/stand-in/electron')
}

/** One running app with its own user-data folder. */
export interface RunningApp {
  readonly app: ElectronApplication
  readonly page: Page
}

/** What the window complained about or asked for: a healthy run leaves both empty. */
export interface Watch {
  readonly reports: string[]
  readonly foreign: string[]
}

interface Fixtures {
  /** The folder that stands for the user's data; removed afterwards. */
  readonly userData: string
  /** Starts the app on the folder; every app that is still running is closed after the test. */
  readonly launch: (args?: readonly string[]) => Promise<RunningApp>
  /** Off for a test whose very point is to try what must not succeed. */
  readonly watched: boolean
  readonly watch: Watch
}

/**
 * Tests with the real main process and window. After each, the window must have made no foreign request and
 * broken no content policy.
 */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern
  userData: async ({}, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  watched: [true, { option: true }],
  watch: async ({ watched }, use) => {
    const watch: Watch = { reports: [], foreign: [] }
    await use(watch)
    if (!watched) return
    expect(watch.reports, 'content policy reports and page errors').toEqual([])
    expect(watch.foreign, 'foreign requests').toEqual([])
  },
  launch: async ({ userData, watch }, use) => {
    const running: ElectronApplication[] = []
    await use(async (args = []) => {
      const app = await _electron.launch({
        executablePath: runtimePath(),
        args: [ROOT, `--user-data-dir=${userData}`, ...args],
        cwd: ROOT,
        env: { ...environment(), ORCHARD_HEADLESS: '1' },
      })
      running.push(app)
      const page = await app.firstWindow()
      watchPage(page, watch)
      return { app, page }
    })
    for (const app of running) await app.close().catch(() => undefined)
  },
})

export { expect }

/** Waits until the window has caught up with the journal. */
export async function ready(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-app-state', 'ready')
}

function watchPage(page: Page, watch: Watch): void {
  page.on('console', (message) => {
    if (message.type() === 'error') watch.reports.push(message.text())
  })
  page.on('pageerror', (error) => watch.reports.push(error.message))
  page.on('request', (request) => {
    const url = new URL(request.url())
    const own = url.host === 'orchard' || url.host === 'orchard.localhost'
    if (!own && !['blob:', 'data:', 'about:'].includes(url.protocol)) watch.foreign.push(url.origin)
  })
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
