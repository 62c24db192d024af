import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Rng } from '../../support/simFsInode'
import {
  bundleWriter,
  checkFolder,
  type Ledger,
  type LifeEnd,
  makeWorkFolder,
  newLedger,
  removeWorkFolder,
  runWriter,
} from './killedWriter'
import type { KillPlan } from './killingFs'

const isLong = process.env.ORCHARD_FAULTS === 'long'
/** Two at a time: the smallest CI machine has two cores. */
const LANES = 2
const SEGMENT_BYTES = 2048

interface Tally {
  kills: number
  acks: number
  broken: string[]
}

let work = ''
let writer: string[] = []

beforeAll(async () => {
  work = await makeWorkFolder()
  writer = [process.execPath, await bundleWriter(work)]
})

afterAll(() => removeWorkFolder(work))

async function countLife(tally: Tally, ledger: Ledger, end: LifeEnd, where: string): Promise<void> {
  if (end.wasKilled) tally.kills++
  tally.acks += end.acks
  for (const text of await checkFolder(ledger)) tally.broken.push(`${where}: ${text}`)
}

/** Runs a numbered job 0, 1, 2, ... in lanes until one answers that there is no more. */
async function inLanes(job: (n: number) => Promise<boolean>): Promise<void> {
  let next = 0
  let isOver = false
  const lane = async (): Promise<void> => {
    while (!isOver) if (!(await job(next++))) isOver = true
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

/** Kills at every place of a plan, each on a new folder, until a life comes to its end. */
async function sweep(planFor: (n: number) => KillPlan): Promise<Tally> {
  const tally: Tally = { kills: 0, acks: 0, broken: [] }
  await inLanes(async (n) => {
    const ledger = await newLedger(work)
    const task = { firstCount: 0, rounds: 4, segmentBytes: SEGMENT_BYTES, plan: planFor(n + 1) }
    const end = await runWriter(ledger, writer, task)
    await countLife(tally, ledger, end, `place ${n + 1}`)
    await removeWorkFolder(ledger.folder)
    return end.wasKilled
  })
  return tally
}

describe('main process killed', () => {
  test('before every call of the file system, through start, appends, rotation and a new generation', async () => {
    const tally = await sweep((n) => ({ when: 'beforeCall', n }))
    console.log('kill before every call', { ...tally, lost: tally.broken.length })
    expect(tally.broken).toEqual([])
    expect(tally.kills).toBeGreaterThan(50)
    expect(tally.acks).toBeGreaterThan(0)
  })

  test.each(isLong ? [0, 0.01, 0.25, 0.5, 0.75, 0.99] : [0.5])(
    'inside every write after %d of its bytes',
    async (part) => {
      const tally = await sweep((n) => ({ when: 'insideWrite', n, part }))
      console.log('kill inside every write', part, { ...tally, lost: tally.broken.length })
      expect(tally.broken).toEqual([])
      expect(tally.kills).toBeGreaterThan(10)
      expect(tally.acks).toBeGreaterThan(0)
    },
  )

  test('at random moments, again and again on the same notebook', async () => {
    const lives = isLong ? 5_000 : 200
    const rng = new Rng(Number(process.env.ORCHARD_SEED ?? 1))
    const tally: Tally = { kills: 0, acks: 0, broken: [] }
    const ledgers = await Promise.all(Array.from({ length: LANES }, () => newLedger(work)))
    let started = 0
    await Promise.all(
      ledgers.map(async (first) => {
        let ledger = first
        while (started < lives) {
          const life = ++started
          const task = {
            firstCount: life * 100_000,
            rounds: 1_000_000,
            segmentBytes: 8192,
            plan: { when: 'never' as const },
          }
          const end = await runWriter(ledger, writer, task, rng.below(40))
          await countLife(tally, ledger, end, `life ${life}`)
          // A notebook that has grown makes the check slow: go on with a new one.
          if (ledger.entries.size > 400) ledger = await newLedger(work)
        }
      }),
    )
    console.log('kill at random moments', { ...tally, lost: tally.broken.length })
    expect(tally.broken).toEqual([])
    expect(tally.kills).toBe(lives)
    expect(tally.acks).toBeGreaterThan(0)
  })
})
