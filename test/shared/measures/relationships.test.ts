import { describe, expect, test } from 'vitest'
import { advocacy, advocateSince } from '../../../shared/measures/advocate'
import { figure, noFigure } from '../../../shared/measures/figure'
import { funnelAsOf, funnelCohorts } from '../../../shared/measures/funnel'
import { giveAskBalance, giveAskByPerson, giveAskByPlan } from '../../../shared/measures/giveAskBalance'
import { journeyOf, journeyTable } from '../../../shared/measures/journey'
import { nurturedVsCold } from '../../../shared/measures/nurturedVsCold'
import { spreadOf } from '../../../shared/measures/spread'
import { ordered, someone, usd } from './someone'

describe('the funnel', () => {
  const facts = [
    someone({
      sources: [{ touchpointId: 'canton' }],
      steps: {
        met: '2027-01-01',
        enquiry: '2027-01-11',
        sample: '2027-01-20',
        quote: '2027-01-30',
        order: '2027-03-01',
      },
      history: [
        { to: 'lost', on: '2027-02-01' },
        { to: 'order', on: '2027-03-01' },
      ],
    }),
    someone({
      sources: [{ touchpointId: 'canton' }],
      // No sample, and the quote was written before the enquiry was.
      steps: { met: '2027-01-02', enquiry: '2027-02-10', quote: '2027-02-01', order: '2027-02-11' },
    }),
    someone({ steps: { met: '2027-01-03' }, history: [{ to: 'lost', on: '2027-01-05' }] }),
    someone({ steps: { met: '2027-06-01' } }),
  ]

  test('is that of its day: who moved later had not moved yet', () => {
    const march = funnelAsOf(facts, '2027-03-31', 60)
    expect(march.rows.map((row) => [row.step, row.reached, row.skipped, row.conversion.value])).toEqual([
      ['met', 3, 0, 0.05],
      ['enquiry', 2, 0, 2 / 3],
      ['sample', 2, 1, 1],
      ['quote', 2, 0, 1],
      ['order', 2, 0, 1],
      ['repeat', 0, 0, 0],
    ])
    const january = funnelAsOf(facts, '2027-01-31')
    expect(january.rows.map((row) => row.reached)).toEqual([3, 1, 1, 1, 0, 0])
    expect(january.rows[0]?.conversion).toEqual(noFigure('measures.noTraffic'))
    expect(january.rows[5]?.conversion).toEqual(noFigure('measures.nobodyBefore'))
  })

  test('counts as lost whoever was lost on that day and not afterwards', () => {
    expect([funnelAsOf(facts, '2027-02-15').lost, funnelAsOf(facts, '2027-03-31').lost]).toEqual([2, 1])
  })

  test('takes days only between steps that came in order', () => {
    const rows = funnelAsOf(facts, '2027-03-31').rows
    expect(rows.map((row) => [row.days.median.value, row.days.p90.value, row.days.count])).toEqual([
      [undefined, undefined, 0],
      [24.5, 10 + 0.9 * 29, 2],
      [9, 9, 1],
      [10, 10, 1],
      [20, 10 + 0.9 * 20, 2],
      [undefined, undefined, 0],
    ])
    expect(rows[0]?.days.median).toEqual(noFigure('measures.noSteps'))
  })

  test('has a cohort for each touchpoint, the unknown one included', () => {
    expect(
      funnelCohorts(facts, '2027-03-31').map(({ touchpointId, funnel }) => [
        touchpointId,
        funnel.rows[0]?.reached,
      ]),
    ).toEqual([
      [undefined, 1],
      ['canton', 2],
    ])
  })

  test('of an empty notebook has no rate and no days', () => {
    expect(funnelAsOf([], '2027-01-01', 0).rows.map((row) => row.conversion.value)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    )
  })
})

test('the 90th percentile is the spreadsheet’s', () => {
  expect(spreadOf([40, 10, 30, 20, 50], 'measures.noSteps')).toEqual({
    median: figure(30),
    p90: figure(46),
    count: 5,
  })
})

describe('an advocate', () => {
  const talks = ['2026-01-01', '2027-01-01', '2027-02-01', '2027-03-01']

  test('is warm, and has sent somebody or keeps coming to us', () => {
    const today = '2027-06-01'
    const of = (referredCount: number, inboundOn: string[], warmth: number) =>
      advocacy({ referredCount, inboundOn }, warmth, today).isAdvocate
    expect([of(1, [], 70), of(0, talks, 70), of(1, talks, 69.9), of(0, talks.slice(0, 3), 99)]).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(advocacy({ referredCount: 2, inboundOn: talks }, 80, today)).toEqual({
      isAdvocate: true,
      warmth: 80,
      referrals: 2,
      inboundTalks: 3,
    })
  })

  test('has been one since the first referral or the third talk of the year', () => {
    expect(advocateSince({ inboundOn: talks }, '2027-06-01')).toBe('2027-03-01')
    expect(advocateSince({ inboundOn: talks, referredOn: '2025-05-05' }, '2027-06-01')).toBe('2025-05-05')
    expect(advocateSince({ inboundOn: [] }, '2027-06-01')).toBeUndefined()
  })
})

describe('the journey', () => {
  const today = '2027-12-31'
  const whole = someone({
    steps: {
      met: '2027-01-01',
      engaged: '2027-01-11',
      enquiry: '2027-02-01',
      quote: '2027-02-05',
      sample: '2027-02-10',
      order: '2027-03-01',
      joined: '2027-04-01',
    },
    lastContactOn: '2027-12-01',
  })
  const silent = someone({ steps: { met: '2027-01-01', engaged: '2027-01-21' }, lastContactOn: '2027-01-21' })

  test('has the day of each stage, the furthest one, and who fell silent', () => {
    expect(journeyOf(whole, today)).toEqual({
      days: {
        aware: '2027-01-01',
        joined: '2027-04-01',
        engaged: '2027-01-11',
        enquiry: '2027-02-01',
        negotiation: '2027-02-05',
        customer: '2027-03-01',
      },
      stage: 'customer',
      isLost: false,
    })
    expect(journeyOf(silent, today)).toMatchObject({ stage: 'engaged', isLost: true })
    expect(journeyOf(silent, '2027-07-19')).toMatchObject({ isLost: false })
    expect(journeyOf(silent, '2027-07-20')).toMatchObject({ isLost: true })
    expect(journeyOf(whole, '2027-02-03')).toMatchObject({ stage: 'enquiry' })
    expect(journeyOf(whole, today, '2027-11-01')).toMatchObject({ stage: 'advocate' })
  })

  test('tells where people stand, fall silent, and how long a stretch takes', () => {
    const rows = journeyTable([journeyOf(whole, today), journeyOf(silent, today)])
    expect(rows.map((row) => [row.stage, row.reached, row.standing, row.lost, row.lostShare.value])).toEqual([
      ['aware', 2, 0, 0, 0],
      ['joined', 1, 0, 0, 0],
      ['engaged', 2, 1, 1, 0.5],
      ['enquiry', 1, 0, 0, 0],
      ['negotiation', 1, 0, 0, 0],
      ['customer', 1, 1, 0, 0],
      ['repeat', 0, 0, 0, undefined],
      ['advocate', 0, 0, 0, undefined],
    ])
    // Joined after buying, so the stretch to "engaged" runs backwards and is not measured.
    expect(rows.map((row) => row.days.median.value)).toEqual([
      undefined,
      90,
      20,
      21,
      4,
      24,
      undefined,
      undefined,
    ])
  })
})

describe('nurtured against cold leads', () => {
  const gifts = ['2027-01-01', '2027-02-01', '2027-03-01'].map((on) => ({ on }))
  const lead = (given: number, order?: { on: string; units: number }) =>
    someone({
      steps: { enquiry: '2027-06-01' },
      gifts: gifts.slice(0, given),
      orders: order === undefined ? [] : [ordered(order.on, order.units)],
    })

  test('claims nothing under ten a side', () => {
    const answer = nurturedVsCold([lead(3), lead(2)], '2027-12-31', 'USD')
    expect(answer.timesAsOften).toEqual(
      noFigure('measures.tooFewASide', { nurtured: 1, cold: 1, needed: 10 }),
    )
    expect(answer.daysSooner.value).toBeUndefined()
    expect(answer.nurtured.meanFirstOrder).toEqual(noFigure('measures.noOrders'))
  })

  test('leaves out who bought before asking, who asks later, and gifts on the day of the enquiry', () => {
    const before = lead(3, { on: '2027-05-01', units: 5 })
    const sameDay = someone({ ...lead(2), gifts: [...gifts.slice(0, 2), { on: '2027-06-01' }] })
    const answer = nurturedVsCold([before, sameDay], '2027-12-31', 'USD')
    expect([answer.nurtured.leads, answer.cold.leads]).toEqual([0, 1])
    expect(nurturedVsCold([lead(3)], '2027-05-31', 'USD').nurtured.leads).toBe(0)
  })

  test('names first orders without a rate instead of taking them at nothing', () => {
    const unknown = someone({ ...lead(3), orders: [{ orderId: 'x', on: '2027-06-05' }] })
    const { nurtured } = nurturedVsCold(
      [unknown, lead(3, { on: '2027-06-09', units: 7 })],
      '2027-12-31',
      'USD',
    )
    expect([nurtured.orders, nurtured.leftOut, nurtured.meanFirstOrder]).toEqual([2, 1, figure(usd(7))])
  })
})

describe('give and ask', () => {
  const talk = (kind: 'value' | 'ask' | 'message', personIds: string[], more: object = {}) => ({
    kind,
    direction: 'out' as const,
    customerId: 'c',
    personIds,
    ...more,
  })
  const talks = [
    talk('value', ['anna'], { touchKey: 'e1/thanks/0' }),
    talk('value', ['anna', 'bo']),
    talk('value', ['anna'], { touchKey: 'e1/guide/0' }),
    talk('ask', ['anna'], { touchKey: 'e1/ask/0' }),
    talk('ask', ['bo']),
    talk('ask', [], { deletedAt: 1 }),
    talk('value', []),
    talk('message', ['bo']),
  ]

  test('hold three gifts against one ask, for each person and plan', () => {
    const people = giveAskByPerson(talks)
    expect([...people].map(([id, own]) => [id, own.gives, own.asks, own.ratio.value, own.kept])).toEqual([
      ['anna', 3, 1, 3, true],
      ['bo', 1, 1, 1, false],
      ['c', 1, 0, undefined, true],
    ])
    expect(people.get('c')?.ratio).toEqual(noFigure('measures.nothingAsked'))
    const plans = giveAskByPlan(talks, new Map([['e1', { planId: 'welcome' }]]))
    expect([...plans].map(([id, own]) => [id, own.gives, own.asks, own.kept])).toEqual([
      ['welcome', 2, 1, false],
    ])
  })

  test('follow the guard that the notebook sets', () => {
    expect(giveAskBalance(talks, 2)).toMatchObject({ gives: 4, asks: 2, kept: true })
  })
})
