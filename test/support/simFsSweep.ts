import type { FsFile, FsPort } from '../../electron/files/fsPort'
import { errno, type SimCall, type SimFault, SimFs, type SimOp } from './simFs'
import { Rng } from './simFsInode'

/** Something that writes through a port, keeps a ledger of what was acknowledged, and can check a disk against it. */
export interface Workload<Ledger> {
  readonly newLedger: () => Ledger
  readonly copy: (ledger: Ledger) => Ledger
  /** One run of the program, from opening its files; returns early when operations begin to fail for good. */
  readonly live: (fs: FsPort, ledger: Ledger, rng: Rng) => Promise<void>
  /** Opens what is on the disk and names everything that breaks a promise. */
  readonly check: (fs: FsPort, ledger: Ledger, rng: Rng) => Promise<string[]>
}

/** What a sweep saw. */
interface SweepCount {
  crashStates: number
  /** Crash states that broke at least one promise. */
  losingStates: number
  lives: number
  operations: number
  faults: number
  /** Broken promises, each with the seed that shows it again. */
  readonly violations: string[]
}

/** How to sweep. */
interface SweepOptions {
  readonly seed: number
  /** Stop after so many crash states. */
  readonly states: number
  /** Crash states forked before every operation that changes something. */
  readonly statesPerOperation: number
  /** A life ends after 20 operations and at most this many more; short lives crash into starts more often. */
  readonly operationsPerLife?: number
  /** Stands between the workload and the disk, for instance to take its syncs away. */
  readonly wrap?: (fs: FsPort) => FsPort
  /** The fault of a life, chosen when it begins. */
  readonly fault?: (rng: Rng) => (call: SimCall) => SimFault | undefined
}

const CHANGING = new Set<SimOp>([
  'write',
  'sync',
  'dataSync',
  'truncate',
  'rename',
  'unlink',
  'makeFolder',
  'syncFolder',
])
/** Lives that follow one another on one disk, each ended by a kill or a power cut: recovery is crashed into as well. */
const LIVES_PER_DISK = 4

/**
 * Runs a workload on simulated disks and checks a random crash state at every operation, until enough were seen.
 */
export async function sweepCrashes<Ledger>(
  workload: Workload<Ledger>,
  options: SweepOptions,
): Promise<SweepCount> {
  const count: SweepCount = {
    crashStates: 0,
    losingStates: 0,
    lives: 0,
    operations: 0,
    faults: 0,
    violations: [],
  }
  const { wrap = (fs) => fs } = options
  for (let disk = 0; count.crashStates < options.states; disk++) {
    const rng = new Rng(options.seed * 1_000_003 + disk)
    const ledger = workload.newLedger()
    let fs = new SimFs()
    for (let life = 0; life < LIVES_PER_DISK; life++) {
      const endsAt = 20 + rng.below(options.operationsPerLife ?? 400)
      const fault = options.fault?.(rng)
      let isOver = false
      const check = async (images: readonly SimFs[], at: string): Promise<void> => {
        const known = workload.copy(ledger)
        for (const image of images) {
          count.crashStates++
          const found = await workload.check(image, known, rng)
          if (found.length > 0) count.losingStates++
          const where = `seed ${options.seed} disk ${disk} life ${life} ${at}`
          count.violations.push(...found.map((text) => `${where}: ${text}`))
        }
      }
      const cut = (): SimFs => fs.crash(rng.below(2 ** 31))
      fs.configure({
        before: async (call) => {
          if (isOver || fs.operations >= endsAt) {
            isOver = true
            throw errno('EKILLED')
          }
          if (!CHANGING.has(call.op)) return
          const images = Array.from({ length: options.statesPerOperation }, cut)
          await check(images, `before ${call.index} ${call.op}`)
        },
        fault: (call) => {
          const found = fault?.(call)
          if (found) count.faults++
          return found
        },
      })
      await workload.live(wrap(fs), ledger, rng)
      count.lives++
      count.operations += fs.operations
      await check([cut()], 'after the last operation')
      await check([fs.clone()], 'after a kill')
      fs = rng.below(2) === 0 ? cut() : fs.clone()
    }
  }
  return count
}

/** Which of its duties a port forgets. */
interface Forgetful {
  readonly sync?: boolean
  readonly dataSync?: boolean
  readonly syncFolder?: boolean
}

/** A port whose syncs do nothing: the control that proves that the crash test bites. */
export function forgetSyncs(fs: FsPort, forgotten: Forgetful): FsPort {
  const nothing = (): Promise<void> => Promise.resolve()
  const wrapFile = (file: FsFile): FsFile => ({
    ...file,
    ...(forgotten.sync ? { sync: nothing } : {}),
    ...(forgotten.dataSync ? { dataSync: nothing } : {}),
  })
  return {
    open: async (path, mode) => wrapFile(await fs.open(path, mode)),
    rename: (from, to) => fs.rename(from, to),
    unlink: (path) => fs.unlink(path),
    list: (folder) => fs.list(folder),
    makeFolder: (folder) => fs.makeFolder(folder),
    removeFolder: (folder) => fs.removeFolder(folder),
    stat: (path) => fs.stat(path),
    syncFolder: forgotten.syncFolder ? nothing : (folder) => fs.syncFolder(folder),
    freeBytes: (path) => fs.freeBytes(path),
  }
}
