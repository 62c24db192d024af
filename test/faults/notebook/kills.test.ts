import { afterAll, beforeAll, expect, test } from 'vitest'
import { Rng } from '../../support/simFsInode'
import { bundleChild } from '../bundleChild'
import { makeWorkFolder, removeWorkFolder } from '../journal/killedWriter'
import { checkNotebook, type LifeEnd, makeOlder, newUserData, runLife } from './killedNotebook'
import { Ids, type KnownBackup, type Model, nextStep, type Operation, type Step } from './operations'

/** Twelve kills in every run; `npm run faults -- --runs` asks for more. */
const RUNS = Number(process.env.ORCHARD_RUNS ?? 12)
const SEED = Number(process.env.ORCHARD_SEED ?? 20261129)
const LANES = 2
/**
 * What is under way when the process dies, in turn, and about how many calls of the file system it takes: one of these
 * is where it dies.
 */
const CALLS = { capture: 9, import: 24, merge: 9, undo: 9, backup: 40, restore: 90, upgrade: 60 }
const POINTS = Object.keys(CALLS) as (keyof typeof CALLS)[]
/** A notebook that has grown makes checking slow: go on with a new one. */
const MOST_RECORDS = 150

let work = ''
let program = ''

beforeAll(async () => {
  work = await makeWorkFolder()
  program = await bundleChild(new URL('./lifeChild.ts', import.meta.url), work)
}, 120_000)

afterAll(() => removeWorkFolder(work))

/** A notebook through its lives: what it must hold, by what was acknowledged. */
interface Ledger {
  readonly userData: string
  model: Model
  backup: KnownBackup | undefined
  lives: number
}

interface Tally {
  kills: number
  acks: number
  readonly points: Map<string, number>
  readonly lost: string[]
  readonly half: string[]
}

async function newLedger(number: number): Promise<Ledger> {
  return { userData: await newUserData(work, number), model: new Map(), backup: undefined, lives: 0 }
}

/** Some operations before the one that is meant, then that one a few times until the process dies in it. */
function planLife(rng: Rng, ids: Ids, ledger: Ledger, wish: Operation['kind'] | undefined): Step[] {
  const steps: Step[] = []
  let { model } = ledger
  const add = (kind?: Operation['kind']) => {
    const step = nextStep(rng, ids, model, { last: steps.at(-1), backup: ledger.backup }, kind)
    steps.push(step)
    model = step.after
  }
  if (ledger.lives === 0) for (const kind of ['capture', 'backup'] as const) add(kind)
  for (let count = rng.below(3); count > 0; count -= 1) add('capture')
  if (wish === 'undo') add('capture')
  for (let count = 0; count < 3; count += 1) add(wish)
  return steps
}

/** Takes down what a life acknowledged. */
function takeDown(ledger: Ledger, steps: readonly Step[], { acks }: LifeEnd): void {
  for (const [index, answer] of acks.entries()) {
    const step = steps[index]
    if (step === undefined) continue
    if (step.operation.kind === 'backup') ledger.backup = { id: answer, model: ledger.model }
    ledger.model = step.after
  }
  ledger.lives += 1
}

async function killOnce(rng: Rng, ids: Ids, ledger: Ledger, run: number, tally: Tally): Promise<boolean> {
  const point = POINTS[run % POINTS.length] ?? 'capture'
  const isUpgrade = point === 'upgrade'
  if (isUpgrade) await makeOlder(ledger.userData)
  const steps = planLife(rng, ids, ledger, isUpgrade ? undefined : point)
  const armBefore = isUpgrade ? -1 : steps.findIndex(({ operation }) => operation.kind === point)
  const plan = { when: 'armed' as const, n: 1 + rng.below(CALLS[point]), part: rng.below(100) / 100 }
  const byClock = rng.below(4) === 0 ? rng.below(60) : undefined
  const operations = steps.map(({ operation }) => operation)
  const task = { userData: ledger.userData, operations, plan, armBefore }
  const end = await runLife(program, task, byClock)
  takeDown(ledger, steps, end)
  const inFlight = end.tried === undefined ? undefined : steps[end.tried]
  const found = await checkNotebook(ledger.userData, ledger.model, inFlight, ledger.backup)
  if (found.isInFlightThere && inFlight?.operation.kind === 'backup')
    throw new Error('a backup changed records')
  ledger.model = found.model
  const during = !end.hasOpened ? 'the start' : (inFlight?.operation.kind ?? 'a moment between')
  const how = byClock === undefined ? `call ${plan.n}` : `${byClock} ms`
  const outcome = found.broken.length > 0 ? found.broken.join('; ') : 'nothing lost'
  const flight =
    inFlight === undefined ? '' : `, in flight: ${found.isInFlightThere ? 'there' : 'not there or no record'}`
  console.log(
    `run ${run} seed ${SEED}: ${end.wasKilled ? 'killed' : 'ended'} during ${during} (${point}, ${how}), acknowledged ${end.acks.length} -> ${outcome}${flight}`,
  )
  tally.acks += end.acks.length
  for (const text of found.broken)
    (text.startsWith('half') ? tally.half : tally.lost).push(`run ${run}: ${text}`)
  if (end.wasKilled) {
    tally.kills += 1
    tally.points.set(during, (tally.points.get(during) ?? 0) + 1)
  }
  return end.wasKilled
}

test(`nothing acknowledged is lost and nothing half applied in ${RUNS} kills of the main process (seed ${SEED})`, async () => {
  const tally: Tally = { kills: 0, acks: 0, points: new Map(), lost: [], half: [] }
  let notebooks = 0
  const lane = async (number: number) => {
    // Each lane has a stream of its own, so that a run does not depend on which lane was faster.
    const rng = new Rng(SEED + number)
    const ids = new Ids()
    let ledger = await newLedger(++notebooks)
    let kills = number
    for (let run = number; kills < RUNS; run += LANES) {
      if (await killOnce(rng, ids, ledger, run, tally)) kills += LANES
      if (ledger.model.size > MOST_RECORDS) ledger = await newLedger(++notebooks)
    }
  }
  await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)))
  const points = Object.fromEntries(tally.points)
  console.log(
    `kills ${tally.kills}, acknowledged ${tally.acks}, lost ${tally.lost.length}, half-applied ${tally.half.length}`,
    points,
  )
  expect(tally.lost).toEqual([])
  expect(tally.half).toEqual([])
  expect(tally.kills).toBeGreaterThanOrEqual(RUNS)
  expect(tally.acks).toBeGreaterThan(RUNS / 2)
}, 3_600_000)
