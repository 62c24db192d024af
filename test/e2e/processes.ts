import { endEverything, endProcess } from '../../build/endEverything'
import { processesOf, readOf } from '../../build/processes'

/** The fault tests kill by identity and never by name. */
const UNTOLD = 'Processes can be told by their folder on Linux only'

/** Kills the window's renderer processes without warning; returns how many there were. */
export function killRenderers(folder: string): number {
  const running = processesOf(folder)
  if (running === undefined) throw new Error(UNTOLD)
  const renderers = running.filter((pid) => readOf(pid, 'cmdline').includes('--type=renderer'))
  for (const pid of renderers) endProcess(pid)
  return renderers.length
}

/** Kills everything that runs on the folder; resolves when nothing is left of it. */
export async function killEverything(folder: string): Promise<void> {
  if (!(await endEverything(folder))) throw new Error(UNTOLD)
}
