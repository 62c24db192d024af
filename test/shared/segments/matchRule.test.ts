import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { warmth } from '#shared/measures/warmth'
import { type SegmentRule, segmentRuleSchema } from '#shared/records/segment'
import { checkRule } from '#shared/segments/checkRule'
import { fieldReference, SEGMENT_FIELDS } from '#shared/segments/fieldCatalogue'
import { OPERATORS, operandOf } from '#shared/segments/segmentField'
import { testId } from '../changes/memoryNotebook'
import { base, DAY, means, now, platform, subject, today } from './subjects'

const talk = (id: number, daysAgo: number, more: object = {}) => ({
  ...base,
  id: testId(id),
  customerId: testId(1),
  personIds: [],
  kind: 'message' as const,
  direction: 'in' as const,
  at: now - daysAgo * DAY,
  ...more,
})
const order = (id: number, on: string, minor = 100_00) => ({
  ...base,
  id: testId(id),
  customerId: testId(1),
  on,
  currency: 'USD',
  lines: [],
  total: { minor, currency: 'USD' },
  status: 'closed' as const,
  milestones: [],
})

describe('conditions', () => {
  test('what is not known fits only the comparisons that say so', () => {
    const nobody = subject()
    expect(means({ field: 'country', op: 'is', value: 'DE' }, nobody)).toBe(false)
    expect(means({ field: 'country', op: 'isNot', value: 'DE' }, nobody)).toBe(true)
    expect(means({ field: 'country', op: 'unknown' }, nobody)).toBe(true)
    expect(means({ field: 'tags', op: 'known' }, nobody)).toBe(false)
    expect(means({ field: 'orders.last', op: 'olderThanDays', value: 0 }, nobody)).toBe(false)
    expect(means({ field: 'orders.lateDays', op: 'atMost', value: 0 }, nobody)).toBe(false)
  })

  test('the last n days end today and begin n days ago', () => {
    const met = (daysAgo: number) => subject({}, { interactions: [talk(2, daysAgo, { kind: 'met' })] })
    const within: SegmentRule = { field: 'talks.last/met', op: 'withinDays', value: 7 }
    expect([0, 7, 8].map((days) => means(within, met(days)))).toEqual([true, true, false])
    const older: SegmentRule = { field: 'talks.last/met', op: 'olderThanDays', value: 7 }
    expect([7, 8].map((days) => means(older, met(days)))).toEqual([false, true])
    const count: SegmentRule = { field: 'talks.count/met/any/7', op: 'atLeast', value: 1 }
    expect([7, 8].map((days) => means(count, met(days)))).toEqual([true, false])
  })

  test('talks are told apart by kind and by who spoke; our notes are no contact', () => {
    const one = subject(
      {},
      {
        interactions: [
          talk(2, 3, { direction: 'out' }),
          talk(3, 2, { kind: 'call', direction: 'both' }),
          talk(4, 1, { kind: 'note', direction: 'out' }),
        ],
      },
    )
    expect(means({ field: 'talks.count', op: 'is', value: 2 }, one)).toBe(true)
    expect(means({ field: 'talks.count/any/in', op: 'is', value: 1 }, one)).toBe(true)
    expect(means({ field: 'talks.count/message/in', op: 'is', value: 0 }, one)).toBe(true)
    expect(means({ field: 'talks.count/note', op: 'is', value: 1 }, one)).toBe(true)
    expect(means({ field: 'talks.first', op: 'before', value: '2026-11-23' }, one)).toBe(true)
  })

  test('sums are in whole units of the base currency, and credits lower them', () => {
    const buyer = subject({}, { orders: [order(2, '2026-11-01', 500_00), order(3, '2026-11-02', -100_00)] })
    expect(means({ field: 'orders.sum', op: 'atLeast', value: 400 }, buyer)).toBe(true)
    expect(means({ field: 'orders.sum', op: 'atLeast', value: 400.01 }, buyer)).toBe(false)
    expect(means({ field: 'orders.count', op: 'is', value: 1 }, buyer)).toBe(true)
  })

  test('late is measured against the own rhythm', () => {
    const days = ['2026-01-01', '2026-03-02', '2026-05-01', '2026-06-30']
    const buyer = subject({}, { orders: days.map((on, place) => order(10 + place, on)) })
    // Sixty days apart without exception: due by 29 August, 88 days before today.
    expect(means({ field: 'orders.lateDays', op: 'is', value: 88 }, buyer)).toBe(true)
  })

  test('the notebook’s own fields are asked by their kind, of people if one of them has it', () => {
    const [size, brand] = [testId(50), testId(51)]
    const own = [
      { id: size, table: 'customers' as const, name: 'Shops', kind: 'number' as const },
      { id: brand, table: 'people' as const, name: 'Brand', kind: 'choice' as const, options: ['Rolex'] },
    ]
    const person = {
      ...base,
      id: testId(2),
      customerId: testId(1),
      fullName: 'Li',
      handles: [],
      custom: { [brand]: 'Rolex' },
    }
    const one = subject({ custom: { [size]: 12 } }, { people: [person] })
    expect(means({ field: `custom.${size}`, op: 'atLeast', value: 12 }, one, own)).toBe(true)
    expect(means({ field: `peopleCustom.${brand}`, op: 'has', value: 'Rolex' }, one, own)).toBe(true)
    expect(() => means({ field: `custom.${size}`, op: 'atLeast', value: 1 }, one)).toThrow(
      'segment.unknownField',
    )
  })

  test('a stage counts from its last move, a page without moves from its first day', () => {
    const moves = [
      { ...base, id: testId(2), customerId: testId(1), to: 'quote' as const, at: now - 61 * DAY },
      { ...base, id: testId(3), customerId: testId(1), to: 'lead' as const, at: now - 90 * DAY },
    ]
    const stalled: SegmentRule = { field: 'stage.since', op: 'olderThanDays', value: 60 }
    expect(means(stalled, subject({ stage: 'quote' }, { stageMoves: moves }))).toBe(true)
    expect(means({ field: 'stage.since', op: 'onOrAfter', value: '2026-08-17' }, subject())).toBe(true)
  })

  test('a no takes back an earlier yes; kinds of sources come from their channels', () => {
    const consent = (id: number, state: 'given' | 'withdrawn', daysAgo: number) => ({
      ...base,
      id: testId(id),
      customerId: testId(1),
      carrier: 'email' as const,
      purpose: 'newsletter' as const,
      state,
      at: now - daysAgo * DAY,
      wording: 'Yes',
    })
    const one = subject(
      { sourceChannelId: platform },
      { consents: [consent(3, 'withdrawn', 1), consent(2, 'given', 9)] },
    )
    expect(means({ field: 'consent.newsletter', op: 'unknown' }, one)).toBe(true)
    expect(means({ field: 'consent.refused', op: 'has', value: 'email' }, one)).toBe(true)
    expect(means({ field: 'source.kinds', op: 'has', value: 'platform' }, one)).toBe(true)
  })

  test('warmth is the figure that the page explains', () => {
    const talks = [talk(2, 1), talk(3, 30, { kind: 'visit' }), talk(4, 5, { kind: 'complaint' })]
    const score = warmth(talks, now).value?.score ?? -1
    expect(score).toBeGreaterThan(0)
    expect(means({ field: 'warmth', op: 'is', value: score }, subject({}, { interactions: talks }))).toBe(
      true,
    )
  })
})

describe('groups', () => {
  const yes: SegmentRule = { field: 'stage', op: 'is', value: 'lead' }
  const no: SegmentRule = { field: 'stage', op: 'is', value: 'lost' }
  test('all, any and none, and what they mean without conditions', () => {
    const one = subject()
    expect(means({ all: [yes, no] }, one)).toBe(false)
    expect(means({ any: [yes, no] }, one)).toBe(true)
    expect(means({ none: [no, { none: [yes] }] }, one)).toBe(true)
    expect(means({ none: [yes, no] }, one)).toBe(false)
    expect([means({ all: [] }, one), means({ any: [] }, one), means({ none: [] }, one)]).toEqual([
      true,
      false,
      true,
    ])
  })

  test('none is the opposite of any, and all of opposites is none, whatever is nested', () => {
    const leaf = fc.constantFrom(yes, no)
    const tree = fc.letrec<{ rule: SegmentRule }>((tie) => ({
      rule: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('rule'), { maxLength: 3 }).map((all) => ({ all })),
        fc.array(tie('rule'), { maxLength: 3 }).map((any) => ({ any })),
        fc.array(tie('rule'), { maxLength: 3 }).map((none) => ({ none })),
      ),
    }))
    fc.assert(
      fc.property(fc.array(tree.rule, { maxLength: 4 }), (parts) => {
        const one = subject()
        const opposites = parts.map((part) => ({ none: [part] }))
        expect(means({ none: parts }, one)).toBe(!means({ any: parts }, one))
        expect(means({ all: opposites }, one)).toBe(means({ none: parts }, one))
      }),
    )
  })
})

describe('what can be asked', () => {
  test('unknown fields, comparisons, values and depth are refused by name', () => {
    const code = (rule: SegmentRule) => {
      const checked = checkRule(rule, [])
      return checked.ok ? 'ok' : checked.error.code
    }
    expect(code({ field: 'shoeSize', op: 'is', value: 'x' })).toBe('segment.unknownField')
    expect(code({ field: 'talks.count/met/in/ten', op: 'is', value: 1 })).toBe('segment.unknownField')
    expect(code({ field: 'stage/met', op: 'is', value: 'lead' })).toBe('segment.unknownField')
    expect(code({ field: 'stage', op: 'atLeast', value: 1 })).toBe('segment.unknownOperator')
    expect(code({ field: 'stage', op: 'is' })).toBe('segment.badValue')
    expect(code({ field: 'stage', op: 'known', value: 'lead' })).toBe('segment.badValue')
    expect(code({ field: 'created', op: 'before', value: '2026-02-30' })).toBe('segment.badValue')
    expect(code({ field: 'created', op: 'withinDays', value: 1.5 })).toBe('segment.badValue')
    const nested = (depth: number): SegmentRule => (depth === 0 ? { all: [] } : { all: [nested(depth - 1)] })
    expect([code(nested(7)), code(nested(8))]).toEqual(['ok', 'segment.tooDeep'])
  })

  test('every field takes each of its comparisons, and the record can hold them', () => {
    for (const field of SEGMENT_FIELDS) {
      for (const op of OPERATORS[field.type]) {
        const value = { none: undefined, one: 'x', many: ['x'], text: 'x', number: 3, days: 3, day: today }[
          operandOf(field.type, op)
        ]
        const rule = { field: field.key, op, ...(value === undefined ? {} : { value }) }
        expect(segmentRuleSchema.parse(rule)).toEqual(rule)
        expect(typeof means(rule, subject())).toBe('boolean')
      }
    }
  })

  test('one question has one reference', () => {
    expect(fieldReference('talks.count', ['any', 'any', 'any'])).toBe('talks.count')
    expect(fieldReference('talks.count', ['any', 'in', 'any'])).toBe('talks.count/any/in')
  })
})
