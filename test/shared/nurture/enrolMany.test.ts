import { expect, test } from 'vitest'
import { tallyDryRun } from '../../../shared/nurture/dryRun'
import { bulkStep, enrolMany, reachedBy } from '../../../shared/nurture/enrolMany'
import { planBook } from '../../../shared/nurture/planBook'
import type { PlannedTouch } from '../../../shared/nurture/plannedTouch'
import { type Enrolment, enrolmentSchema, planSchema } from '../../../shared/records/nurture'
import { READY_SEGMENTS } from '../../../shared/segments/readyMade'

const id = (count: number) => `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`

function counter(): () => string {
  let last = 100
  return () => {
    last += 1
    return id(last)
  }
}

test('a thousand people make one plan record and a thousand enrolments that are valid and pin it', () => {
  const [entry] = planBook([]).filter(({ planKey }) => planKey === 'seasonNotices')
  if (entry === undefined) throw new Error('no such plan')
  const people = Array.from({ length: 1_000 }, (_, index) => ({ customerId: id(10_000 + index) }))
  const [plan, ...enrolments] = enrolMany(
    entry,
    people,
    { startsOn: '2026-04-16', segmentId: id(7) },
    { at: 1, newId: counter() },
  )
  expect(planSchema.safeParse(plan?.after).error).toBeUndefined()
  expect(enrolments).toHaveLength(1_000)
  for (const { after } of enrolments) expect(enrolmentSchema.safeParse(after).error).toBeUndefined()
  expect(new Set(enrolments.map(({ after }) => after.planId))).toEqual(new Set([plan?.id]))
  expect(new Set(enrolments.map(({ after }) => after.segmentId))).toEqual(new Set([id(7)]))
  expect(enrolMany(entry, [], { startsOn: '2026-04-16' }, { at: 1, newId: counter() })).toEqual([])
})

test.each(READY_SEGMENTS.map(({ key }) => `ready:${key}`))(
  'who is put on a plan as a member of %s is valid',
  (segmentId) => {
    const [entry] = planBook([])
    if (entry === undefined) throw new Error('no plan')
    const begin = { startsOn: '2026-04-16', segmentId }
    const [, enrolment] = enrolMany(entry, [{ customerId: id(9) }], begin, { at: 1, newId: counter() })
    expect(enrolmentSchema.safeParse(enrolment?.after)).toMatchObject({ success: true, data: { segmentId } })
  },
)

test('bulk steps reach whom they should: what an answer paused is not resumed by hand', () => {
  const base: Enrolment = {
    ...{ id: id(1), schema: 2, rev: 1, createdAt: 1, updatedAt: 1, origin: 'person' },
    ...{ planId: id(50), customerId: id(60), startsOn: '2026-04-16' },
  }
  const all: Enrolment[] = [
    base,
    { ...base, id: id(2), pausedAt: 2, pausedReason: 'person' },
    { ...base, id: id(3), pausedAt: 2, pausedReason: 'reply' },
    { ...base, id: id(4), endedAt: 2, endedReason: 'goal' },
  ]
  const reached = (step: 'pause' | 'resume' | 'end') => reachedBy(step, all).map((one) => one.id)
  expect([reached('pause'), reached('resume'), reached('end')]).toEqual([
    [id(1)],
    [id(2)],
    [id(1), id(2), id(3)],
  ])
  expect(bulkStep('resume', all, 9)[0]?.after).toMatchObject({ id: id(2), updatedAt: 9 })
  expect(bulkStep('resume', all, 9)[0]?.after.pausedAt).toBeUndefined()
  expect(bulkStep('end', all, 9).map(({ after }) => after.endedReason)).toEqual([
    'person',
    'person',
    'person',
  ])
})

test('a dry run counts load beside what is planned, and what moved why', () => {
  const touch = (dueOn: string, more: Partial<PlannedTouch> = {}): PlannedTouch => ({
    key: dueOn,
    enrolmentId: 'e',
    customerId: 'c',
    stepKey: 's',
    occurrence: 0,
    dueOn,
    startsOn: '2026-04-16',
    timing: { unit: 'days', count: 0 },
    intent: 'value',
    status: 'planned',
    ...more,
  })
  const tally = tallyDryRun(
    [
      {
        customerId: 'a',
        personId: undefined,
        name: 'Anna',
        consent: 'unknown',
        touches: [
          touch('2026-04-16'),
          touch('2026-04-20', {
            moves: [
              { from: '2026-04-18', to: '2026-04-19', because: 'weekendThere' },
              { from: '2026-04-19', to: '2026-04-20', because: 'cap', days: 3, on: '2026-04-17' },
            ],
          }),
        ],
      },
      {
        customerId: 'b',
        personId: undefined,
        name: 'Bo',
        consent: 'closed',
        touches: [touch('2026-04-16', { blocked: { why: 'noConsent', alternatives: [] } })],
      },
    ],
    [{ dueOn: '2026-04-16' }],
    2,
  )
  expect(tally).toEqual({
    people: 2,
    touches: 3,
    collisions: 1,
    spread: 0,
    daysOff: 1,
    blocked: 1,
    consentGaps: 1,
    closed: 1,
    days: [
      { day: '2026-04-16', before: 1, added: 2 },
      { day: '2026-04-20', before: 0, added: 1 },
    ],
    overfull: 1,
  })
})
