import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { NOTEBOOK_FOLDER } from '#shared/identity'
import { runtimePath } from '../../build/launchApp'
import { ROOT } from '../../build/project'
import { expect, test } from './app'
import { killEverything } from './processes'

test('the app comes up without a test runner that attaches to it and helps it along', async ({
  userData,
}) => {
  const app = start(userData)
  // The window's last step of a first start: the main process notes which index belongs to the journal.
  await expect.poll(() => headsOf(userData), { timeout: 60_000 }).toContain('orchard-g1-')
  app.kill('SIGTERM')
  killEverything(userData)
})

function start(userData: string): ChildProcess {
  return spawn(runtimePath(), [ROOT, `--user-data-dir=${userData}`], {
    cwd: ROOT,
    env: { ...process.env, ORCHARD_HEADLESS: '1' },
    stdio: 'ignore',
  })
}

function headsOf(userData: string): string {
  const folder = path.join(userData, NOTEBOOK_FOLDER)
  if (!existsSync(folder)) return ''
  return readdirSync(folder)
    .filter((name) => name.startsWith('HEAD'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join()
}
