import { describe, expect, test } from 'vitest'
import { nodeProbe, type ProcessProbe, takeNotebookLock } from '../../../electron/journal/notebookLock'
import { SimFs } from '../../support/simFs'

async function newDisk(): Promise<SimFs> {
  const fs = new SimFs()
  await fs.makeFolder('/n')
  return fs
}

/** A machine with one boot, on which only the given processes live. */
function machine(
  pid: number,
  alive: readonly number[],
  boot = { atMs: 1_000_000_000, uptimeS: 500 },
): ProcessProbe {
  return {
    pid,
    isAlive: (other) => alive.includes(other),
    identity: () => undefined,
    boot: () => boot,
    pause: () => Promise.resolve(),
  }
}

async function outcome(fs: SimFs, probe: ProcessProbe): Promise<string> {
  const lock = await takeNotebookLock(fs, '/n', probe)
  return lock.ok ? (lock.value.wasStale ? 'taken over' : 'taken') : lock.error.code
}

describe('notebook lock', () => {
  test('is refused while its holder lives and taken over when it is dead', async () => {
    const fs = await newDisk()
    expect(await outcome(fs, machine(10, [10]))).toBe('taken')
    expect(await outcome(fs, machine(11, [10, 11]))).toBe('journal.locked')
    expect(await outcome(fs, machine(12, [12]))).toBe('taken over')
    expect(await fs.list('/n')).toEqual(['LOCK'])
  })

  test('is refused to the process that holds it, and free after the release', async () => {
    const fs = await newDisk()
    const lock = await takeNotebookLock(fs, '/n', machine(20, [20]))
    expect(await outcome(fs, machine(20, [20]))).toBe('journal.locked')
    if (lock.ok) await lock.value.release()
    expect(await outcome(fs, machine(20, [20]))).toBe('taken')
  })

  test('of an earlier start of the machine is stale, even if its number lives again', async () => {
    const fs = await newDisk()
    await outcome(fs, machine(30, [30]))
    const rebooted = { atMs: 1_000_000_000 + 3_600_000, uptimeS: 60 }
    expect(await outcome(fs, machine(31, [30, 31], rebooted))).toBe('taken over')
  })

  test('a small correction of the clock makes no live lock stale', async () => {
    const fs = await newDisk()
    await outcome(fs, machine(40, [40]))
    const corrected = { atMs: 1_000_000_000 + 90_000, uptimeS: 700 }
    expect(await outcome(fs, machine(41, [40, 41], corrected))).toBe('journal.locked')
  })

  test('where the system names its processes, the name decides and not the clock', async () => {
    const fs = await newDisk()
    const named = (pid: number, names: Record<number, string>, atMs: number): ProcessProbe => ({
      ...machine(pid, Object.keys(names).map(Number), { atMs, uptimeS: 900 }),
      identity: (other) => names[other],
    })
    await outcome(fs, named(50, { 50: 'boot:1' }, 1_000_000_000))
    expect(await outcome(fs, named(51, { 50: 'boot:1', 51: 'boot:9' }, 9_000_000_000))).toBe('journal.locked')
    expect(await outcome(fs, named(51, { 50: 'boot:2', 51: 'boot:9' }, 1_000_000_000))).toBe('taken over')
  })

  test('that a power cut left empty or torn is taken over', async () => {
    for (const content of ['', '{"pid":', '[]', 'null']) {
      const fs = await newDisk()
      fs.poke('/n/LOCK', Buffer.from(content))
      expect(await outcome(fs, machine(60, [60])), content).toBe('taken over')
    }
  })

  test('found stale by two at once goes to one of them only', async () => {
    for (let round = 0; round < 20; round++) {
      const fs = await newDisk()
      await outcome(fs, machine(70, [70]))
      const both = await Promise.all([71, 72].map((pid) => outcome(fs, machine(pid, [71, 72]))))
      expect(both.toSorted()).toEqual(['journal.locked', 'taken over'])
    }
  })

  test('moved aside by mistake, because it was taken over a moment before, is put back', async () => {
    const fs = await newDisk()
    await outcome(fs, machine(80, [80]))
    let first: Promise<string> | undefined
    fs.configure({
      before: async ({ op }) => {
        // The second process has read the stale lock; the first one is quicker from here on.
        if (op !== 'rename' || first) return
        first = outcome(fs, machine(81, [81, 82]))
        await first
      },
    })
    expect(await outcome(fs, machine(82, [81, 82]))).toBe('journal.locked')
    expect(await first).toBe('taken over')
    fs.configure({})
    expect(await fs.list('/n')).toEqual(['LOCK'])
    expect(await outcome(fs, machine(83, [81, 83]))).toBe('journal.locked')
  })

  test('that cannot be read is not taken for stale', async () => {
    const fs = await newDisk()
    await outcome(fs, machine(90, [90]))
    fs.configure({ fault: ({ op }) => (op === 'read' ? { errno: 'EIO' } : undefined) })
    expect(await outcome(fs, machine(91, [91]))).toBe('journal.ioFailed')
    fs.configure({ fault: ({ op }) => (op === 'rename' ? { errno: 'EROFS' } : undefined) })
    expect(await outcome(fs, machine(91, [91]))).toBe('journal.readOnly')
    expect(await fs.list('/n')).toEqual(['LOCK'])
  })

  test('knows this process and no dead one', () => {
    expect(nodeProbe.isAlive(process.pid)).toBe(true)
    // Linux gives out no numbers above 4,194,304.
    expect(nodeProbe.isAlive(4_194_305)).toBe(false)
    expect(nodeProbe.identity(process.pid)).toBe(nodeProbe.identity(process.pid))
  })
})
