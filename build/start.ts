import { type ChildProcess, spawn } from 'node:child_process'
import { buildEverything } from './buildSteps'
import { provideElectron } from './electronBinary'
import { isBuildFresh } from './freshness'
import { ROOT, STAND_IN } from './project'
import { provideChromium } from './stand-in/provideChromium'

/**
 * `npm start`: builds what is out of date, then opens the app, in Electron where it can be had, else in the stand-in
 * runtime with a Chromium window. Arguments after `--` go to the app. The app's exit code is passed on.
 */
async function start(args: readonly string[]): Promise<number> {
  if (!isBuildFresh()) {
    say('Building.')
    const built = await buildEverything()
    if (!built.ok) {
      process.stderr.write(`${built.output}\nThe build failed: ${built.title}.\n`)
      return 1
    }
  }
  if (!hasDisplay()) {
    say('There is no display, so no window can be opened: running the tour instead (npm run tour).')
    return open('npm', ['run', 'tour'])
  }
  const electron = await provideElectron()
  if (electron !== undefined) return open(electron, [...rootFlags(), ROOT, ...args])
  say(
    "Electron's runtime is not on this machine and could not be downloaded: using the stand-in with a Chromium window.",
  )
  await provideChromium({ log: say })
  return open(STAND_IN, [ROOT, ...args])
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)
}

/** Chromium refuses to sandbox as root; who runs this as root is in a container of their own. */
function rootFlags(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** Runs the app to its end. Ctrl+C asks the app to close, which takes the time it needs to finish its work. */
function open(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit' })
    const release = passSignalsOn(child)
    child.once('error', (error) => {
      say(`The app could not be started: ${error.message}`)
      release()
      resolve(1)
    })
    child.once('exit', (code) => {
      release()
      // Ended by a signal that was not ours to pass on: it crashed.
      resolve(code ?? 1)
    })
  })
}

function passSignalsOn(child: ChildProcess): () => void {
  // A terminal's Ctrl+C has reached the app already; a second request to quit would only be the same one again.
  const onInterrupt = () => {
    if (!process.stdin.isTTY) child.kill('SIGINT')
  }
  const onTerminate = () => child.kill('SIGTERM')
  process.on('SIGINT', onInterrupt)
  process.on('SIGTERM', onTerminate)
  process.on('SIGHUP', onTerminate)
  return () => {
    process.off('SIGINT', onInterrupt)
    process.off('SIGTERM', onTerminate)
    process.off('SIGHUP', onTerminate)
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

process.exitCode = await start(process.argv.slice(2))
