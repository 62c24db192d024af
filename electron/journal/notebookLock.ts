import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { err, ok, type Result } from '#shared/result'
import { errnoOf, type FsPort, fsFailure, readFully, writeFully } from '../files/fsPort'

/** What the lock needs to know of processes; injected so that tests can invent dead ones. */
export interface ProcessProbe {
  readonly pid: number
  isAlive(pid: number): boolean
  /** Tells two processes with one pid apart; undefined where the system does not say. */
  identity(pid: number): string | undefined
  /** Epoch milliseconds of the system's start, and seconds since then. */
  boot(): { readonly atMs: number; readonly uptimeS: number }
  /** Waits, so that a lock which is just being written is not taken for a torn one. */
  pause(ms: number): Promise<void>
}

/** The right to write to a notebook. */
export interface NotebookLock {
  /** The process that held it before ended without giving it up. */
  readonly wasStale: boolean
  /** Gives it up; a lock that somebody else has taken meanwhile stays. */
  release(): Promise<void>
}

interface LockContent {
  readonly pid: number
  readonly identity: string | null
  readonly bootAtMs: number
  readonly uptimeS: number
  readonly nonce: string
}

const LOCK_NAME = 'LOCK'
const MAX_LOCK_BYTES = 1024
/** Start times computed from wall clock minus uptime differ by clock corrections; reboots differ by more. */
const BOOT_TOLERANCE_MS = 10 * 60_000
const TORN_PAUSE_MS = 200
/** Locks that this very process holds: its own pid in the file proves nothing else. */
const heldHere = new Set<string>()

/**
 * Takes the lock of a notebook folder. A lock of a dead process, or of an earlier start of the machine, is taken
 * over. Error: `journal.locked` when another process holds it.
 */
export async function takeNotebookLock(
  fs: FsPort,
  folder: string,
  probe: ProcessProbe = nodeProbe,
): Promise<Result<NotebookLock>> {
  const path = join(folder, LOCK_NAME)
  const { atMs, uptimeS } = probe.boot()
  const nonce = randomUUID()
  const mine: LockContent = {
    pid: probe.pid,
    identity: probe.identity(probe.pid) ?? null,
    bootAtMs: atMs,
    uptimeS,
    nonce,
  }
  try {
    for (let wasStale = false; ; wasStale = true) {
      if (await writeLock(fs, path, mine)) {
        heldHere.add(nonce)
        return ok({ wasStale, release: () => releaseLock(fs, path, nonce) })
      }
      const holder = (await readLock(fs, path)) ?? (await readAgain(fs, path, probe))
      if (holder && isHeld(holder, probe)) return err('journal.locked')
      // Whoever finds a lock again after taking one away has met somebody who is quicker.
      if (wasStale || !(await moveAside(fs, path, holder))) return err('journal.locked')
    }
  } catch (error) {
    return fsFailure('journal', error)
  }
}

/** Reads once more after a pause: the other process may be between creating and writing its lock. */
async function readAgain(fs: FsPort, path: string, probe: ProcessProbe): Promise<LockContent | undefined> {
  await probe.pause(TORN_PAUSE_MS)
  return await readLock(fs, path)
}

function isHeld(holder: LockContent, probe: ProcessProbe): boolean {
  if (holder.pid === probe.pid) return heldHere.has(holder.nonce)
  const now = probe.boot()
  const isEarlierBoot =
    now.uptimeS < holder.uptimeS || Math.abs(now.atMs - holder.bootAtMs) > BOOT_TOLERANCE_MS
  const identity = probe.identity(holder.pid)
  if (holder.identity !== null && identity !== undefined) return identity === holder.identity
  return !isEarlierBoot && probe.isAlive(holder.pid)
}

/**
 * Renames the stale lock away rather than removing it: of two processes that found it stale only one succeeds,
 * and one that moved a fresh lock by mistake sees that and puts it back.
 */
async function moveAside(fs: FsPort, path: string, stale: LockContent | undefined): Promise<boolean> {
  const aside = `${path}.stale-${randomUUID()}`
  try {
    await fs.rename(path, aside)
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return true
    throw error
  }
  const moved = await readLock(fs, aside)
  if (moved?.nonce !== stale?.nonce) {
    await fs.rename(aside, path)
    return false
  }
  await fs.unlink(aside).catch(() => undefined)
  return true
}

/** Creates the lock; false when there is one already. */
async function writeLock(fs: FsPort, path: string, content: LockContent): Promise<boolean> {
  const file = await fs.open(path, 'createNew').catch((error: unknown) => {
    if (errnoOf(error) !== 'EEXIST') throw error
  })
  if (!file) return false
  try {
    await writeFully(file, Buffer.from(JSON.stringify(content)), 0)
    return true
  } catch (error) {
    await fs.unlink(path).catch(() => undefined)
    throw error
  } finally {
    await file.close()
  }
}

/**
 * The lock's content; undefined when it is torn or gone. A disk that refuses to read is neither: that rejects, since
 * the holder may well be alive.
 */
async function readLock(fs: FsPort, path: string): Promise<LockContent | undefined> {
  const bytes = new Uint8Array(MAX_LOCK_BYTES)
  let length: number
  try {
    const file = await fs.open(path, 'read')
    length = await readFully(file, bytes, 0).finally(() => file.close())
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined
    throw error
  }
  try {
    const found: unknown = JSON.parse(Buffer.from(bytes.subarray(0, length)).toString())
    return isLockContent(found) ? found : undefined
  } catch {
    return undefined
  }
}

function isLockContent(value: unknown): value is LockContent {
  if (typeof value !== 'object' || value === null) return false
  const { pid, identity, bootAtMs, uptimeS, nonce } = value as Partial<Record<keyof LockContent, unknown>>
  return (
    Number.isSafeInteger(pid) &&
    (identity === null || typeof identity === 'string') &&
    typeof bootAtMs === 'number' &&
    typeof uptimeS === 'number' &&
    typeof nonce === 'string'
  )
}

async function releaseLock(fs: FsPort, path: string, nonce: string): Promise<void> {
  heldHere.delete(nonce)
  if ((await readLock(fs, path))?.nonce === nonce) await fs.unlink(path)
}

/** Linux names the boot and the start tick of every process, so that a clock change cannot confuse it. */
function linuxIdentity(pid: number): string | undefined {
  try {
    const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    // State Z: killed, but its parent has not asked for the exit code yet.
    return fields[0] === 'Z' ? undefined : `${bootId}:${fields[19]}`
  } catch {
    return undefined
  }
}

function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || linuxIdentity(pid) !== undefined
  } catch (error) {
    // EPERM: it lives and belongs to another user of the machine.
    return errnoOf(error) === 'EPERM'
  }
}

/** The probe of the running system. */
export const nodeProbe: ProcessProbe = {
  pid: process.pid,
  isAlive: isProcessAlive,
  identity: (pid) => (process.platform === 'linux' ? linuxIdentity(pid) : undefined),
  boot: () => ({ atMs: Date.now() - uptime() * 1000, uptimeS: uptime() }),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}
