import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import { launchApp } from '../../build/launchApp'

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
    // What the browser engine still writes while it goes makes a folder that was just emptied full again.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
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
      const { app, page } = await launchApp(userData, args)
      running.push(app)
      // As with the limits of the whole: for what hangs, on a machine that does ten other things.
      page.setDefaultTimeout(60_000)
      watchPage(page, watch)
      await watchPolicy(page, watch)
      return { app, page }
    })
    for (const app of running) await app.close().catch(() => undefined)
  },
})

export { expect }

/** Waits until the window has caught up with the journal: for a large one, `timeout` milliseconds. */
export async function ready(page: Page, timeout = 60_000): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-app-state', 'ready', { timeout })
}

/**
 * Starts the window anew at a moment of its own: it may have read the real day before the clock was put in place. The
 * main process keeps the real one.
 */
export async function startOn(page: Page, moment: Date): Promise<void> {
  await ready(page)
  await page.clock.install({ time: moment })
  await page.reload()
  await ready(page)
}

/** The browser's own list of what broke the content policy, from the page's beginning on, caught errors included. */
async function watchPolicy(page: Page, watch: Watch): Promise<void> {
  const session = await page.context().newCDPSession(page)
  session.on('Audits.issueAdded', ({ issue }) => {
    const policy = issue.details.contentSecurityPolicyIssueDetails
    if (policy !== undefined) watch.reports.push(`policy: ${policy.violatedDirective}`)
  })
  await session.send('Audits.enable')
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
