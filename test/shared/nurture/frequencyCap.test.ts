import { describe, expect, test } from 'vitest'
import {
  all,
  days,
  did,
  enrolmentOf,
  inputOf,
  letter,
  news,
  planOf,
  step,
  welcome,
  window,
} from './planFixture'

describe('the frequency cap', () => {
  const rules = { frequencyCapDays: 7 }

  test('moves the letter that comes every month behind the piece that comes once, and says what it waits for', () => {
    const inputs = [
      inputOf(letter, enrolmentOf('e1', letter, '2027-03-10')),
      inputOf(news, enrolmentOf('e2', news, '2027-04-05')),
    ]
    const touches = all(inputs, rules, { ...window, to: '2027-05-03' })
    expect(touches.map(({ key, dueOn }) => [key, dueOn])).toEqual([
      ['e1/letter/0', '2027-04-12'],
      ['e1/letter/1', '2027-05-03'],
      ['e2/piece/0', '2027-04-05'],
    ])
    expect(touches[0]?.moves).toEqual([
      { from: '2027-04-01', to: '2027-04-12', because: 'cap', days: 7, on: '2027-04-05' },
    ])
  })

  test('counts what was really written, and not what was only heard', () => {
    const one = inputOf(news, enrolmentOf('e', news, '2027-04-05'))
    const wrote = { on: '2027-04-02', byUs: true, isTalk: true }
    const then = { ...window, today: '2027-04-03' }
    expect(days([{ ...one, contacts: [wrote] }], rules, then)).toEqual([['e/piece/0', '2027-04-09', 'cap']])
    expect(days([{ ...one, contacts: [{ ...wrote, byUs: false }] }], rules, then)).toEqual([
      ['e/piece/0', '2027-04-05', ''],
    ])
  })

  test('counts a letter that was written long before its day, however near the days are that are asked for', () => {
    const later = planOf('later', [step('offer', { unit: 'days', count: 90 })])
    const early = inputOf(later, enrolmentOf('e1', later, '2027-04-01'), {
      touches: [did('e1', 'offer', 'done', '2027-04-02')],
    })
    const one = inputOf(news, enrolmentOf('e2', news, '2027-04-05'))
    const then = { ...window, today: '2027-04-03' }
    for (const to of ['2027-04-09', '2027-12-31'])
      expect(days([early, one], rules, { ...then, to })).toEqual([['e2/piece/0', '2027-04-09', 'cap']])
  })

  test('a letter that is dated in the future, since the clock was put back, counts as of today', () => {
    const wrote = { on: '2028-04-02', byUs: true, isTalk: true }
    const input = inputOf(news, enrolmentOf('e', news, '2027-04-05'), { contacts: [wrote] })
    expect(days([input], rules)).toEqual([['e/piece/0', '2027-04-08', 'cap']])
    const quiet = { ...news, quietDays: 10 }
    const still = inputOf(quiet, enrolmentOf('e', quiet, '2027-04-05'), { contacts: [wrote] })
    expect(days([still])).toEqual([['e/piece/0', '2027-04-12', 'quiet']])
  })

  test('leaves a touch where a person put it, and moves the others around it', () => {
    const inputs = [
      inputOf(letter, enrolmentOf('e1', letter, '2027-03-10'), {
        touches: [did('e1', 'letter', 'moved', '2027-04-08')],
      }),
      inputOf(news, enrolmentOf('e2', news, '2027-04-05')),
    ]
    expect(days(inputs, rules, { ...window, to: '2027-04-30' })).toEqual([
      ['e1/letter/0', '2027-04-08', 'person'],
      ['e2/piece/0', '2027-04-15', 'cap'],
    ])
  })

  test('keeps the order of one plan’s steps', () => {
    const enrolment = enrolmentOf('e', welcome, '2027-04-05', { promiseId: 'pr' })
    const keys = all([inputOf(welcome, enrolment)], { frequencyCapDays: 10 }).map(({ stepKey }) => stepKey)
    expect(keys.slice(0, 5)).toEqual(['thanks', 'promised', 'valuePiece', 'question', 'letter'])
  })
})
