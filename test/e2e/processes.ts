import { readdirSync, readFileSync } from 'node:fs'

/**
 * The processes whose command line names a folder, for instance a test's own user data. Linux only: the fault
 * tests kill by identity and never by name.
 */
export function processesOf(folder: string): { pid: number; commandLine: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const commandLine = readCommandLine(name)
      return commandLine.includes(folder) ? [{ pid: Number(name), commandLine }] : []
    })
}

/** Kills the window's renderer processes without warning; returns how many there were. */
export function killRenderers(folder: string): number {
  const renderers = processesOf(folder).filter(({ commandLine }) => commandLine.includes('--type=renderer'))
  for (const { pid } of renderers) kill(pid)
  return renderers.length
}

/**
 * Kills everything that runs on the folder: main process, browser, all of its children. Resolves when nothing is left
 * of them: a process that was killed takes a moment to go, and holds its locks until then.
 */
export async function killEverything(folder: string): Promise<void> {
  for (;;) {
    const others = processesOf(folder).filter(({ pid }) => pid !== process.pid)
    if (others.length === 0) return
    for (const { pid } of others) kill(pid)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

/** How long to leave killed processes before looking again. */
const POLL_MS = 20

function readCommandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    // Gone between listing and reading.
    return ''
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already, with its parent.
  }
}
