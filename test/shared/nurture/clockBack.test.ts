import { describe, expect, test } from 'vitest'
import type { SpacingRules } from '../../../shared/nurture/placeTouches'
import { all, did, enrolmentOf, inputOf, letter, welcome } from './planFixture'

describe('a clock that was put back a year', () => {
  const welcomed = enrolmentOf('e1', welcome, '2027-04-05')
  const done = [did('e1', 'thanks', 'done', '2027-04-05'), did('e1', 'valuePiece', 'moved', '2027-04-20')]
  const talk = { on: '2027-04-07', byUs: true, isTalk: true }
  const inputs = [
    inputOf(welcome, welcomed, { touches: done, contacts: [talk] }),
    inputOf(letter, enrolmentOf('e2', letter, '2027-03-10'), { contacts: [talk] }),
  ]
  const on = (today: string, rules: SpacingRules) =>
    all(inputs, rules, { from: '2026-01-01', to: '2027-06-30', today })

  test.each<SpacingRules>([{}, { frequencyCapDays: 6 }, { frequencyCapDays: 6, dayCapacity: 1 }])(
    'loses nothing and doubles nothing under %o',
    (rules) => {
      const now = on('2027-04-08', rules)
      const back = on('2026-04-08', rules)
      const keys = (touches: typeof now) => touches.map(({ key }) => key).sort()
      expect(keys(back)).toEqual(keys(now))
      expect(new Set(keys(back)).size).toBe(back.length)
      expect(keys(back)).not.toContain('e1/thanks/0')
      expect(back.map(({ status }) => status)).toEqual(back.map(() => 'planned'))
      expect(on('2027-04-08', rules)).toEqual(now)
    },
  )
})
