import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { appWindowFlags, type ChromiumOptions, chromiumFlags } from './chromiumFlags'
import { DevtoolsConnection } from './devtools'
import { findChromium } from './findChromium'
import { freeProfile } from './profileLock'

/** How long Chromium may take to write its files when the app quits before it is killed. */
const STOP_MS = 8_000

/** A running Chromium and the pipe to it. */
export interface Chromium {
  readonly connection: DevtoolsConnection
  /** Opens a window without tabs and address bar, which only Chromium's command line can. */
  openAppWindow(url: string): void
  /** Closes it the polite way, so that IndexedDB and the like are on disk; resolves when the process is gone. */
  stop(): Promise<void>
}

/**
 * Starts Chromium without a window. It goes away with us whatever happens: when the debugging pipe closes, it quits.
 * Throws when none is installed, when the profile is in use or when it doesn't start.
 */
export async function startChromium(options: ChromiumOptions, onGone: () => void): Promise<Chromium> {
  const path = findChromium()
  if (path === undefined) {
    throw new Error('No Chromium found. Set ORCHARD_CHROMIUM to one, or run: npx playwright install chromium')
  }
  mkdirSync(options.profileFolder, { recursive: true })
  await freeProfile(options.profileFolder)
  const child = spawn(path, chromiumFlags(options), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // Ctrl+C in a terminal reaches the whole process group: the app must get to quit in order first. A test runner
    // (it wants a debugging port) kills the group and expects everybody in it.
    detached: options.remoteDebuggingPort === undefined,
    env: { ...process.env, LANGUAGE: options.language.replace('-', '_') },
  })
  const exited = once(child, 'exit').then(() => undefined)
  forwardErrors(child)
  const connection = new DevtoolsConnection(child.stdio[3] as Writable, child.stdio[4] as Readable)
  let stopping = false
  const gone = (): void => {
    if (!stopping) onGone()
  }
  await Promise.race([
    connection.browser.send('Browser.getVersion'),
    once(child, 'error').then(([error]) => Promise.reject(error as Error)),
    exited.then(() =>
      Promise.reject(new Error(`Chromium exited with code ${child.exitCode} before it was ready`)),
    ),
  ])
  child.once('exit', gone)
  const starters = new Set<ChildProcess>()
  const stop = async (): Promise<void> => {
    stopping = true
    for (const starter of starters) starter.kill('SIGKILL')
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    await connection.browser.sendQuietly('Browser.close')
    await exited
    clearTimeout(timer)
  }
  const openAppWindow = (url: string): void => {
    // A second start on the same profile hands its wish to the running Chromium and goes. Should that one be gone just
    // then, the second would stay as a browser of its own: the pipe makes it go with us in any case.
    const starter = spawn(path, [...appWindowFlags(options.profileFolder), `--app=${url}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    })
    starters.add(starter)
    starter.on('error', () => undefined)
    starter.on('exit', () => starters.delete(starter))
  }
  return { connection, openAppWindow, stop }
}

/** The line a test runner waits for passes; Chromium's chatter about D-Bus and GPUs only on request. */
function forwardErrors(child: ChildProcess): void {
  if (!child.stderr) return
  const verbose = process.env.ORCHARD_STAND_IN_VERBOSE === '1'
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (verbose || line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`)
  })
}
