import { foldContext } from '#shared/measures/facts/foldContext'
import { ownDays } from '#shared/measures/facts/ownDay'
import { WARMTH_WEIGHTS } from '#shared/measures/warmth'
import { rateTable } from '#shared/money/rates'
import { generateSampleNotebook } from '#shared/sample/generateSampleNotebook'
import { foldSubject, type SubjectRecords } from '#shared/segments/foldSubject'
import { compileRule } from '#shared/segments/matchRule'
import { READY_SEGMENTS } from '#shared/segments/readyMade'
import type { SegmentSubject } from '#shared/segments/segmentSubject'
import { type Ratio, ratioOf } from './statistics'

const ROUNDS = 5
const AS_OF = Date.UTC(2026, 10, 22)
const MOMENT = { today: '2026-11-22', now: AS_OF, minorPerUnit: 100, halfLifeDays: 45 }
/** What the fold calls the tables that it reads by customer. */
const BOOKED: Readonly<Record<string, string>> = {
  people: 'people',
  facts: 'learnt',
  interactions: 'interactions',
  stageMoves: 'stageMoves',
  quotes: 'quotes',
  orders: 'orders',
  payments: 'payments',
  samples: 'samples',
  memberships: 'memberships',
  consents: 'consents',
  engagements: 'engagements',
  promises: 'promises',
  enrolments: 'enrolments',
}

/**
 * The slowest of the shipped segments counted over everybody, against the simplest rule over the same customers; the
 * milliseconds of each are said on the way.
 */
export function benchSegments(customers: number, say: (line: string) => void): readonly Ratio[] {
  const subjects = sampleSubjects(customers)
  const count = (rule: (typeof READY_SEGMENTS)[number]['rule']) => {
    const start = performance.now()
    const matches = compileRule(rule, MOMENT, [])
    const found = matches.ok ? subjects.filter(matches.value).length : 0
    return { ms: performance.now() - start, found }
  }
  const times = READY_SEGMENTS.map(({ key, rule }) => {
    const runs = Array.from({ length: ROUNDS }, () => count(rule))
    const slowest = Math.max(...runs.map(({ ms }) => ms))
    say(`${key}: ${runs[0]?.found} of ${subjects.length}, at most ${slowest.toFixed(1)} ms`)
    return { rule, slowest }
  }).sort((a, b) => b.slowest - a.slowest)
  const slow = times[0]
  if (slow === undefined) return []
  const pairs = Array.from({ length: ROUNDS }, () => ({
    measured: count(slow.rule).ms,
    control: count({ field: 'stage', op: 'is', value: 'lead' }).ms,
  }))
  return [ratioOf(`slowest segment over ${subjects.length} customers against one plain field`, pairs)]
}

function sampleSubjects(customers: number): SegmentSubject[] {
  const context = {
    ...foldContext({
      base: 'USD',
      zone: 'UTC',
      rates: rateTable([]),
      touchpoints: [],
      carriers: [],
      products: [],
    }),
    channelKinds: new Map<string, string>(),
    planKeys: new Map<string, string>(),
    weights: WARMTH_WEIGHTS,
  }
  const dayOf = ownDays('UTC')
  const subjects: SegmentSubject[] = []
  let book: Record<string, object[]> = {}
  let customer: SubjectRecords['customer'] | undefined
  const fold = () => {
    if (customer !== undefined) subjects.push(foldSubject({ ...book, customer }, context, dayOf))
    book = {}
  }
  const sample = generateSampleNotebook({ seed: 'segments', customers, asOf: AS_OF })
  for (const { table, record } of sample) {
    if (table === 'customers') {
      fold()
      customer = record
    }
    const as = BOOKED[table]
    if (as === undefined || customer === undefined) continue
    const list = book[as] ?? []
    list.push(record)
    book[as] = list
  }
  fold()
  return subjects
}
