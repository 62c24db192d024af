import { readFileSync } from 'node:fs'

/**
 * Text that names a running process even after its number has been given to another: the number and, on Linux, the
 * moment it started. Empty when no such process runs.
 */
export function processIdentity(pid: number): string {
  if (!isAlive(pid)) return ''
  try {
    // Field 22 of /proc/<pid>/stat is the start time; the command in parentheses may itself contain spaces.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? '' : `${pid}@${fields[19]}`
  } catch {
    return `${pid}@`
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
