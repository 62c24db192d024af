import { readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { processIdentity } from './processIdentity'

/** How long the Chromium of a killed run may take to write its files and go. */
const GRACE_MS = 10_000
const POLL_MS = 50

/**
 * Makes a profile usable after a run that was killed: waits while the old Chromium is still on its way out, then
 * removes the locks it left. Throws when a live process keeps the profile.
 */
export async function freeProfile(folder: string): Promise<void> {
  const deadline = Date.now() + GRACE_MS
  for (let holder = holderOf(folder); holder !== undefined; holder = holderOf(folder)) {
    if (processIdentity(holder) === '') break
    if (Date.now() > deadline) throw new Error(`Process ${holder} is using ${folder}`)
    await delay(POLL_MS)
  }
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
    rmSync(join(folder, name), { force: true })
}

/** Chromium's lock is a symbolic link to `<host>-<process id>`. */
function holderOf(folder: string): number | undefined {
  try {
    const match = /-(\d+)$/.exec(readlinkSync(join(folder, 'SingletonLock')))
    return match ? Number(match[1]) : undefined
  } catch {
    return undefined
  }
}
