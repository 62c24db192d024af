import { readdirSync, readFileSync } from 'node:fs'

/** The processes that were started on a user-data folder, by their numbers; undefined where the system doesn't tell. */
export function processesOf(userData: string): string[] | undefined {
  if (process.platform !== 'linux') return undefined
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => namesFolder(readOf(pid, 'cmdline'), userData))
}

/** A file of the process list; empty for a process that has just ended. */
export function readOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

/**
 * Whether a command line, as the system has it, names the folder or what lies in it, and not one whose name only begins
 * alike. Chromium writes those of its children in one piece, with blanks between the arguments.
 */
export function namesFolder(commandLine: string, folder: string): boolean {
  return commandLine
    .split(folder)
    .slice(1)
    .some((rest) => /^(?:$|[\0/ ])/.test(rest))
}
