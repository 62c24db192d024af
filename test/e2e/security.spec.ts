import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { NOTEBOOK_FOLDER } from '#shared/identity'
import { createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { countHits } from './hitCounter'
import { sendHostileCalls } from './hostileCalls'
import { tryEveryWayOut } from './waysOut'

/** A small part of what `test/faults/ipc` sends, through the real bridge. */
const HOSTILE_CALLS = 700

test('the page has the bridge and nothing of Node or Electron, and what it sends amiss is refused', async ({
  launch,
  userData,
}) => {
  const { page } = await launch()
  await ready(page)
  const globals = await page.evaluate(() => ({
    bridge: Object.keys(window.orchard).sort(),
    frozen: Object.isFrozen(window.orchard),
    require: typeof (globalThis as Record<string, unknown>).require,
    process: typeof (globalThis as Record<string, unknown>).process,
    ipcRenderer: typeof (globalThis as Record<string, unknown>).ipcRenderer,
  }))
  expect(globals).toEqual({
    bridge: ['call', 'on'],
    frozen: true,
    require: 'undefined',
    process: 'undefined',
    ipcRenderer: 'undefined',
  })

  // And what the bridge carries is refused with a code; the notebook and the window are as they were.
  const journal = () => {
    const folder = path.join(userData, NOTEBOOK_FOLDER, 'journal')
    return readdirSync(folder).map((name) => readFileSync(path.join(folder, name)).toString('base64'))
  }
  const before = journal()
  const outcome = await page.evaluate(sendHostileCalls, { messages: HOSTILE_CALLS, seed: 20261129 })
  expect(outcome.notRefused).toEqual([])
  expect(outcome.refused).toBeGreaterThan(HOSTILE_CALLS / 2)
  expect(outcome.refused + outcome.notCarried).toBe(HOSTILE_CALLS)
  expect(journal()).toEqual(before)
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false)
  await createFair(page)
})

test('a second start brings the first window forward and leaves the notebook alone', async ({
  launch,
  userData,
}) => {
  const { app, page } = await launch()
  await ready(page)
  await app.evaluate(({ BrowserWindow }) => {
    const calls: string[] = []
    ;(globalThis as Record<string, unknown>).windowCalls = calls
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) throw new Error('no window')
    for (const name of ['show', 'focus'] as const) {
      const original = window[name].bind(window)
      window[name] = () => {
        calls.push(name)
        original()
      }
    }
  })
  expect(await startAgain(userData)).toBe(0)
  const windowCalls = () => app.evaluate(() => (globalThis as Record<string, unknown>).windowCalls)
  await expect.poll(windowCalls).toEqual(expect.arrayContaining(['show', 'focus']))
  expect(app.windows()).toHaveLength(1)
})

test.describe('attacks', () => {
  test.use({ watched: false })

  // The second time the content policy is off: the session's own guard has to hold alone.
  for (const policy of ['with its content policy', 'even without its content policy']) {
    test(`nothing goes out to the network, whatever the page tries, ${policy}`, async ({ launch }) => {
      const outside = await countHits()
      try {
        const { page } = await launch()
        await ready(page)
        if (policy.startsWith('even')) {
          const session = await page.context().newCDPSession(page)
          await session.send('Page.setBypassCSP', { enabled: true })
          await page.reload()
          await ready(page)
        }
        expect(await page.evaluate(tryEveryWayOut, outside.origin)).toEqual([])
        await answered(page)
        expect(outside.hits).toEqual([])
        // The server can be reached: what is missing above was stopped by the app.
        await fetch(`${outside.origin}/control`)
        expect(outside.hits).toEqual(['connection', 'GET /control'])
      } finally {
        await outside.close()
      }
    })
  }

  test('the window goes nowhere and opens nothing', async ({ launch }) => {
    const outside = await countHits()
    try {
      const { app, page } = await launch()
      await ready(page)
      const before = page.url()
      // Nothing may be loaded in this document's place, not even our own page anew.
      await page.evaluate(() => {
        document.documentElement.dataset.before = 'the attack'
      })
      const ways: readonly ((origin: string) => void)[] = [
        (origin) => {
          const link = Object.assign(document.createElement('a'), { href: `${origin}/?next=app://orchard` })
          document.body.append(link)
          link.click()
          link.remove()
        },
        (origin) => window.open(`${origin}/opened`),
        (origin) => window.location.assign(`${origin}/assigned`),
        (origin) => {
          const form = Object.assign(document.createElement('form'), { action: `${origin}/form` })
          document.body.append(form)
          form.submit()
          form.remove()
        },
      ]
      for (const way of ways) {
        await page.evaluate(way, outside.origin)
        await answered(page)
        // Asked of the document itself: a locator would wait for the navigation that was refused.
        expect(await page.evaluate(() => [document.documentElement.dataset.before, location.href])).toEqual([
          'the attack',
          before,
        ])
      }
      expect(app.windows()).toHaveLength(1)
      expect(outside.hits).toEqual([])
    } finally {
      await outside.close()
    }
  })
})

/** Waits until the main process has answered twice: what the page asked for before has been decided by then. */
async function answered(page: Page): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    const answer = await page.evaluate(() => window.orchard.call['app:disk']())
    expect(answer.ok).toBe(true)
  }
}

/** Starts the app once more on the same folder; gives its exit code. */
async function startAgain(userData: string): Promise<number | null> {
  const { spawn } = await import('node:child_process')
  const { ROOT } = await import('../../build/project')
  const { runtimePath } = await import('../../build/launchApp')
  const child = spawn(runtimePath(), [ROOT, `--user-data-dir=${userData}`], {
    cwd: ROOT,
    env: { ...process.env, ORCHARD_HEADLESS: '1' },
    stdio: 'ignore',
  })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)))
}
