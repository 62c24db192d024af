import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron } from '@playwright/test'
import { ROOT } from './project'

const READY_LIMIT_MS = 120_000

/**
 * Starts the app without showing a window, photographs its first screen and closes it. Returns the picture's path.
 * The notebook is the person's own, as with any start.
 */
export async function photographFirstScreen(runtime: string, args: readonly string[]): Promise<string> {
  const env = Object.entries({ ...process.env, ORCHARD_HEADLESS: '1' })
  const app = await _electron.launch({
    executablePath: runtime,
    args: [ROOT, ...args],
    cwd: ROOT,
    env: Object.fromEntries(env.filter((entry): entry is [string, string] => entry[1] !== undefined)),
    timeout: READY_LIMIT_MS,
  })
  try {
    const page = await app.firstWindow()
    await page.locator('html[data-app-state="ready"]').waitFor({ timeout: READY_LIMIT_MS })
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'orchard-')), 'first-screen.png')
    await page.screenshot({ path: file })
    return file
  } finally {
    await app.close()
  }
}
