import { type ChildProcess, spawn } from 'node:child_process'
import { ROOT } from './project'

const IS_WINDOWS = process.platform === 'win32'
/** Between asking a process to end and ending it. */
const GRACE_MS = 5_000

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  /** After this the process and its children are ended, and the outcome says so. */
  readonly limitMs?: number
  /** Shows the output as it comes instead of only keeping it. */
  readonly loud?: boolean
}

export interface Outcome {
  /** The exit code; 1 when the process was ended or could not be started. */
  readonly code: number
  readonly output: string
  readonly timedOut: boolean
}

/** Runs a script with Node to its end. Never rejects: what went wrong is in the outcome. */
export function runScript(
  script: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that the time limit ends what the tool has started, too.
      detached: !IS_WINDOWS && options.limitMs !== undefined,
    })
    let output = ''
    let timedOut = false
    const keep = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk.toString()
      if (options.loud === true) stream.write(chunk)
    }
    child.stdout?.on('data', keep(process.stdout))
    child.stderr?.on('data', keep(process.stderr))
    const limit = options.limitMs === undefined ? undefined : setTimeout(end, options.limitMs)
    const passOn = (signal: NodeJS.Signals) => killGroup(child, signal)
    const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
    if (child.pid !== undefined) for (const signal of signals) process.on(signal, passOn)

    function end(): void {
      timedOut = true
      killGroup(child, 'SIGTERM')
      setTimeout(() => killGroup(child, 'SIGKILL'), GRACE_MS).unref()
    }
    function settle(code: number): void {
      clearTimeout(limit)
      for (const signal of signals) process.off(signal, passOn)
      resolve({ code, output, timedOut })
    }
    child.once('error', (error) => {
      output += `${error.message}\n`
      settle(1)
    })
    child.once('close', (code) => settle(timedOut ? 1 : (code ?? 1)))
  })
}

/** Ends the process that we started and its group, by its id and nothing else. */
function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null) return
  try {
    process.kill(IS_WINDOWS ? child.pid : -child.pid, signal)
  } catch {
    child.kill(signal)
  }
}
