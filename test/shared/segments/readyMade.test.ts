import '../../support/everyLanguage'
import { describe, expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/translator'
import { SEGMENT_DEPTH_MAX, segmentRuleSchema } from '#shared/records/segment'
import { checkRule } from '#shared/segments/checkRule'
import { describeRule, type RuleWords } from '#shared/segments/describeRule'
import { membersSince } from '#shared/segments/membersSince'
import { listSegments, READY_SEGMENTS } from '#shared/segments/readyMade'
import { testId } from '../changes/memoryNotebook'
import { base, DAY, means, now, platform, subject } from './subjects'

const rule = (key: string) => {
  const found = READY_SEGMENTS.find((one) => one.key === key)
  if (found === undefined) throw new Error(key)
  return found.rule
}

const words = (language: 'en' | 'zh-Hans'): RuleWords => {
  const text = createTranslator(language)
  return {
    text,
    nameOf: (_, value) => value,
    join: (parts, how) => parts.join(how === 'and' ? ' and ' : ' or '),
    day: (day) => day,
    number: String,
    money: String,
  }
}

describe('the shipped segments', () => {
  test('are twelve, can all be asked and stored, and are said in both languages', () => {
    expect(READY_SEGMENTS.length).toBe(12)
    expect(SEGMENT_DEPTH_MAX).toBeGreaterThan(2)
    for (const { rule: one } of READY_SEGMENTS) {
      expect(segmentRuleSchema.parse(one)).toEqual(one)
      expect(checkRule(one, []).ok).toBe(true)
      expect(describeRule(one, [], words('en'))).not.toContain('unknown (')
      expect(describeRule(one, [], words('zh-Hans'))).not.toContain('未知条件')
    }
  })

  test('nobody new is in one that waits for something', () => {
    const fresh = subject()
    const fits = READY_SEGMENTS.filter(({ rule: one }) => means(one, fresh)).map(({ key }) => key)
    expect(fits).toEqual([])
  })

  test('a buyer whom only the platform reaches', () => {
    expect(means(rule('platformOnly'), subject({ sourceChannelId: platform }))).toBe(true)
    const handles = [{ kind: 'email' as const, value: 'a@b.de', entered: 'a@b.de' }]
    expect(means(rule('platformOnly'), subject({ sourceChannelId: platform, handles }))).toBe(false)
  })

  test('a sample of which nobody has said anything for two weeks', () => {
    const sample = { ...base, id: testId(2), customerId: testId(1), on: '2026-11-10', what: 'Sets' }
    expect(means(rule('sampleNoWord'), subject({}, { samples: [sample] }))).toBe(true)
    expect(means(rule('sampleNoWord'), subject({}, { samples: [{ ...sample, outcome: 'Good' }] }))).toBe(
      false,
    )
    expect(means(rule('sampleNoWord'), subject({}, { samples: [{ ...sample, on: '2026-11-11' }] }))).toBe(
      false,
    )
  })

  test('asked for a price and did not order', () => {
    const asked = {
      ...base,
      id: testId(2),
      customerId: testId(1),
      personIds: [],
      kind: 'enquiry' as const,
      direction: 'in' as const,
      at: now - DAY,
    }
    expect(means(rule('askedNoOrder'), subject({}, { interactions: [asked] }))).toBe(true)
    expect(means(rule('askedNoOrder'), subject({ stage: 'lost' }, { interactions: [asked] }))).toBe(false)
  })

  test('the record of an edited one stands in its place', () => {
    const edited = { ...base, id: testId(9), name: '', nameKey: 'advocates', rule: { all: [] } }
    const own = { ...base, id: testId(8), name: 'Hotels', rule: { all: [] }, excludedIds: [testId(1)] }
    const listed = listSegments([edited, own])
    expect(listed.length).toBe(13)
    expect(listed[0]).toEqual({
      id: own.id,
      name: 'Hotels',
      rule: own.rule,
      excludedIds: [testId(1)],
      isOwn: true,
    })
    expect(listed.at(-1)).toMatchObject({ id: edited.id, readyKey: 'advocates', isOwn: true })
  })
})

test('a rule is said in a plain sentence', () => {
  const said = describeRule(
    {
      all: [
        { field: 'country', op: 'in', value: ['DE', 'FR'] },
        {
          any: [
            { field: 'talks.count/call/in/90', op: 'atLeast', value: 2 },
            { field: 'advocate', op: 'yes' },
          ],
        },
        { none: [{ field: 'shoeSize', op: 'is', value: 'x' }] },
      ],
    },
    [],
    words('en'),
  )
  expect(said).toBe(
    'country is DE or FR and (number of talks (Call, they came to us, last 90 days) at least 2 or advocate) and not (something unknown (shoeSize))',
  )
})

test('who came and who left since the members were written down', () => {
  expect(membersSince(['a', 'b'], ['b', 'c'])).toEqual({ entered: ['c'], left: ['a'] })
})
