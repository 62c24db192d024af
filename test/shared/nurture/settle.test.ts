import { describe, expect, test } from 'vitest'
import { createChange } from '../../../shared/changes/buildChange'
import type { Change } from '../../../shared/changes/changeSet'
import { parseChange } from '../../../shared/changes/changeSet'
import { enrol, enrolLead, runningFor } from '../../../shared/nurture/enrol'
import { heardFrom, pauseChanges } from '../../../shared/nurture/pauseChanges'
import { FAIR_WELCOME } from '../../../shared/nurture/plans/fairWelcome'
import { kindOfIntent, logDone, moveTouch, skipTouch } from '../../../shared/nurture/settleTouch'
import type { Enrolment, Plan } from '../../../shared/records/nurture'
import type { PromiseRecord } from '../../../shared/records/promise'
import { MemoryNotebook, testId } from '../changes/memoryNotebook'

const [customerId, personId, fairId] = [testId(1), testId(2), testId(3)]
const at = 1_790_000_000_000
const ids = () => {
  let next = 100
  return () => testId(next++)
}
const lead: Change[] = [
  createChange('promises', { id: testId(9), customerId, by: 'us', text: 'list', dueOn: '2026-11-27' }, at),
  createChange(
    'interactions',
    {
      id: testId(8),
      customerId,
      personIds: [personId],
      kind: 'met',
      direction: 'both',
      at,
      touchpointId: fairId,
    },
    at,
  ),
]
const made = (changes: readonly Change[], table: Change['table']) =>
  changes.find((change) => change.table === table)?.after as unknown as Record<string, unknown>

describe('a lead that accepts the plan', () => {
  test('gets an enrolment that knows person, fair and promise; the plan’s record comes with the first', () => {
    const changes = enrolLead(lead, { on: '2026-11-25', zone: 'America/Santiago' }, FAIR_WELCOME, {
      at,
      plans: [],
      newId: ids(),
    })
    expect(changes.map((change) => change.table)).toEqual(['plans', 'enrolments'])
    expect(changes.every((change) => parseChange(change).ok)).toBe(true)
    expect(made(changes, 'plans')).toMatchObject({ planKey: 'fairWelcome', version: 1, origin: 'product' })
    expect(made(changes, 'enrolments')).toMatchObject({
      planId: made(changes, 'plans').id,
      customerId,
      personId,
      startsOn: '2026-11-25',
      zone: 'America/Santiago',
      touchpointId: fairId,
      promiseId: testId(9),
    })
  })

  test('pins the newest version that the notebook knows', () => {
    const plan = (id: number, version: number) =>
      ({ id: testId(id), planKey: 'fairWelcome', version }) as unknown as Plan
    const plans = [plan(20, 1), plan(22, 3), plan(21, 2)]
    const changes = enrol({ customerId, startsOn: '2026-11-25' }, FAIR_WELCOME, { at, plans, newId: ids() })
    expect(changes.map((change) => change.table)).toEqual(['enrolments'])
    expect(made(changes, 'enrolments').planId).toBe(testId(22))
  })

  test('is not enrolled twice at one fair', () => {
    const plans = [{ id: testId(20), planKey: 'fairWelcome', version: 1 } as unknown as Plan]
    const run = { id: 'e', planId: testId(20), customerId, touchpointId: fairId } as unknown as Enrolment
    expect(runningFor([run], plans, 'fairWelcome', fairId)).toBe(run)
    expect(runningFor([{ ...run, pausedAt: 1 }], plans, 'fairWelcome', fairId)).toBeUndefined()
    expect(runningFor([run], plans, 'fairWelcome', testId(77))).toBeUndefined()
  })
})

describe('done and logged', () => {
  const touch = { key: 'e/thanks/0', enrolmentId: testId(30), customerId, stepKey: 'thanks', occurrence: 0 }
  const promise: PromiseRecord = {
    id: testId(9),
    schema: 1,
    rev: 1,
    createdAt: 1,
    updatedAt: 1,
    origin: 'person',
    customerId,
    by: 'us',
    text: 'list',
    dueOn: '2026-11-27',
  }
  const said = {
    customerId,
    personId,
    kind: 'value' as const,
    direction: 'out' as const,
    carrier: 'email' as const,
    text: 'Hej',
  }

  test('is one interaction, one touch that names it, and the promise kept', () => {
    const changes = logDone(said, { touch, promise }, { at, today: '2026-11-25', newId: ids() })
    expect(changes.map((change) => change.table)).toEqual(['interactions', 'touches', 'promises'])
    expect(changes.every((change) => parseChange(change).ok)).toBe(true)
    expect(made(changes, 'interactions')).toMatchObject({
      kind: 'value',
      direction: 'out',
      carrier: 'email',
      touchKey: 'e/thanks/0',
      text: 'Hej',
      personIds: [personId],
    })
    expect(made(changes, 'touches')).toMatchObject({
      action: 'done',
      on: '2026-11-25',
      interactionId: made(changes, 'interactions').id,
    })
    expect(made(changes, 'promises')).toMatchObject({ doneAt: at })
  })

  test('a moved and a skipped touch keep the day and the reason', () => {
    const context = { at, today: '2026-11-25', newId: ids() }
    expect(moveTouch(touch, '2026-11-30', context)[0]?.after).toMatchObject({
      action: 'moved',
      on: '2026-11-30',
    })
    expect(skipTouch(touch, ' met again ', context)[0]?.after).toMatchObject({
      action: 'skipped',
      on: '2026-11-25',
      reason: 'met again',
    })
    expect(skipTouch(touch, ' ', context)[0]?.after).not.toHaveProperty('reason')
  })

  test('gifts are value, questions asking, courtesy a message', () => {
    expect([
      kindOfIntent('value'),
      kindOfIntent('ask'),
      kindOfIntent('neutral'),
      kindOfIntent(undefined),
    ]).toEqual(['value', 'ask', 'message', 'message'])
  })
})

describe('a reply or an order', () => {
  const notebook = new MemoryNotebook()
  const enrolmentId = testId(30)
  notebook.commit([
    createChange(
      'enrolments',
      { id: enrolmentId, planId: testId(20), customerId, startsOn: '2026-01-01' },
      10,
    ),
  ])
  const running = () => [notebook.get('enrolments', enrolmentId)].filter((one) => one !== undefined)
  const heard = (more: object) => [
    createChange(
      'interactions',
      { id: testId(40), customerId, personIds: [], kind: 'message', direction: 'in', at, ...more },
      at,
    ),
  ]

  test('pauses the plan in the same change-set, and undo takes back both', () => {
    const before = notebook.canonical()
    const reply = heard({})
    expect(heardFrom(reply)).toEqual([customerId])
    const { changes, paused } = pauseChanges(reply, running(), at)
    expect(paused).toEqual([{ enrolmentId, reason: 'reply' }])
    notebook.commit([...reply, ...changes])
    expect(notebook.get('enrolments', enrolmentId)).toMatchObject({ pausedAt: at, pausedReason: 'reply' })
    notebook.undo()
    expect(notebook.canonical()).toEqual(before)
  })

  test('an edit of an old talk, and our own words, pause nothing', () => {
    expect(pauseChanges(heard({ direction: 'out' }), running(), at).changes).toEqual([])
    const edited = heard({}).map((change) => ({ ...change, before: { text: 'x' } }))
    expect(heardFrom(edited)).toEqual([])
    expect(pauseChanges(edited, running(), at).changes).toEqual([])
  })

  test('an order says that it was an order', () => {
    const order = createChange(
      'orders',
      {
        id: testId(41),
        customerId,
        on: '2026-11-25',
        currency: 'USD',
        lines: [],
        total: { minor: 1, currency: 'USD' },
        status: 'open',
        milestones: [],
      },
      at,
    )
    expect(pauseChanges([order], running(), at).paused).toEqual([{ enrolmentId, reason: 'order' }])
  })

  test('west of the fair an answer before their first day has begun counts as well', () => {
    const fairMorning = Date.UTC(2026, 10, 25, 2)
    const chile = {
      ...running()[0],
      startsOn: '2026-11-25',
      zone: 'America/Santiago',
      createdAt: fairMorning,
    } as Enrolment
    const soon = [
      createChange(
        'interactions',
        {
          id: testId(42),
          customerId,
          personIds: [],
          kind: 'message',
          direction: 'in',
          at: fairMorning + 60_000,
        },
        fairMorning + 60_000,
      ),
    ]
    expect(pauseChanges(soon, [chile], fairMorning + 60_000).paused).toHaveLength(1)
  })
})
