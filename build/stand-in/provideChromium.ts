import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from './findChromium'

/** Long enough for 150 MB over a slow line, short enough for a network that swallows everything. */
const DOWNLOAD_MS = 180_000
const APT_MS = 600_000

/** Where the steps tell, in one line each, what they do. */
export interface ProvideOptions {
  readonly log: (line: string) => void
}

/**
 * The path of a Chromium, by what it takes: one that is installed, else Playwright's own download, else - only as root
 * on Debian or Ubuntu, so in a container - the system's package. Nobody else's system is touched: the error that is
 * thrown then is the command to run.
 */
export async function provideChromium({ log }: ProvideOptions): Promise<string> {
  const installed = findChromium()
  if (installed !== undefined) return installed
  log("No Chromium found; trying Playwright's download (npx playwright install chromium).")
  await run('npx', ['playwright', 'install', 'chromium'], DOWNLOAD_MS)
  const downloaded = findChromium()
  if (downloaded !== undefined) return downloaded
  if (mayUseApt()) {
    log('The download failed; installing the chromium package with apt-get, as root.')
    const noQuestions = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update'], APT_MS, noQuestions)
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], APT_MS, noQuestions)
    const packaged = findChromium()
    if (packaged !== undefined) return packaged
  }
  throw new Error(`There is no Chromium. Install one and try again: ${commandToRun()}`)
}

function mayUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
}

function commandToRun(): string {
  if (process.platform !== 'linux') return 'npx playwright install chromium'
  if (existsSync('/etc/debian_version')) return 'sudo apt-get install chromium'
  return 'npx playwright install --with-deps chromium'
}

/** Runs to the end or to the time limit; whether it helped shows by looking for Chromium again. */
function run(
  command: string,
  args: readonly string[],
  limitMs: number,
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32'
    const child = spawn(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
      shell,
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs)
    const finish = (): void => {
      clearTimeout(timer)
      resolve()
    }
    child.once('error', finish)
    child.once('exit', finish)
  })
}
