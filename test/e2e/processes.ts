import { processesOf, readOf } from '../../build/processes'

/** Kills the window's renderer processes without warning; returns how many there were. */
export function killRenderers(folder: string): number {
  const renderers = running(folder).filter((pid) => readOf(pid, 'cmdline').includes('--type=renderer'))
  for (const pid of renderers) kill(pid)
  return renderers.length
}

/**
 * Kills everything that runs on the folder: main process, browser, all of its children. Resolves when nothing is left
 * of them: a process that was killed takes a moment to go, and holds its locks until then.
 */
export async function killEverything(folder: string): Promise<void> {
  for (;;) {
    const left = running(folder)
    if (left.length === 0) return
    for (const pid of left) kill(pid)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

/** How long to leave killed processes before looking again. */
const POLL_MS = 20

/** Linux only: the fault tests kill by identity and never by name. */
function running(folder: string): string[] {
  const found = processesOf(folder)
  if (found === undefined) throw new Error('Processes can be told by their folder on Linux only')
  return found
}

function kill(pid: string): void {
  try {
    process.kill(Number(pid), 'SIGKILL')
  } catch {
    // Gone already, with its parent.
  }
}
