import { describe, expect, test } from 'vitest'
import { countryHolidays } from '../../../shared/holidays/countryHolidays'
import { type DayOverride, sideHere, sideThere } from '../../../shared/holidays/holidayCalendar'
import type { TouchCalendar } from '../../../shared/nurture/fineDay'
import type { PlanInput } from '../../../shared/nurture/slots'
import {
  all,
  days,
  did,
  enrolmentOf,
  inputOf,
  letter,
  news,
  plain,
  planOf,
  reachOver,
  step,
  window,
} from './planFixture'

describe('holidays', () => {
  const china = countryHolidays(
    'CN',
    { fromYear: 2026, toYear: 2026 },
    () => {
      throw new Error('a decreed year needs no library')
    },
    'test',
  )
  const overrides: DayOverride[] = [{ country: 'CN', on: '2026-10-08', kind: 'holiday', name: 'Own day' }]
  const calendar: TouchCalendar = {
    workingDays: [1, 2, 3, 4, 5],
    customerCountry: 'CN',
    sides: { there: sideThere('CN', china, { overrides }), here: sideHere(undefined, undefined) },
  }

  test('move a touch behind Golden Week and the person’s own day, and say which holiday it was', () => {
    const golden = enrolmentOf('e', news, '2026-10-01')
    const [touch] = all([inputOf(news, golden, { calendar })], {}, { ...window, from: '2026-01-01' })
    expect(touch).toMatchObject({ dueOn: '2026-10-09', movedFrom: '2026-10-01', movedBecause: 'holiday' })
    expect(touch?.moves).toEqual([
      {
        from: '2026-10-01',
        to: '2026-10-09',
        because: 'holiday',
        dayOff: {
          day: '2026-10-01',
          kind: 'public',
          country: 'CN',
          name: 'National Day',
          nameKey: 'nationalDay',
        },
      },
    ])
  })

  test('a worked Saturday is a business day for those who write on Saturdays', () => {
    // 2026-10-10 makes up for Golden Week.
    const saturday = enrolmentOf('e', news, '2026-10-10')
    const within = { ...window, from: '2026-01-01' }
    const ours = { ...calendar, workingDays: [1, 2, 3, 4, 5, 6] }
    expect(days([inputOf(news, saturday, { calendar: ours })], {}, within)).toEqual([
      ['e/piece/0', '2026-10-10', ''],
    ])
    expect(days([inputOf(news, saturday, { calendar })], {}, within)).toEqual([
      ['e/piece/0', '2026-10-12', 'weekendHere'],
    ])
  })

  test('our own shutdown counts over a working day made up for', () => {
    const shutdowns = [{ name: 'Inventory', from: '2026-10-09', to: '2026-10-11' }]
    const here = sideHere('CN', china, { shutdowns })
    const closed = { ...calendar, sides: { there: sideThere('SE', undefined), here }, customerCountry: 'SE' }
    const [touch] = all(
      [inputOf(news, enrolmentOf('e', news, '2026-10-09'), { calendar: closed })],
      {},
      {
        ...window,
        from: '2026-01-01',
      },
    )
    expect(touch?.moves).toEqual([
      {
        from: '2026-10-09',
        to: '2026-10-12',
        because: 'holiday',
        dayOff: { day: '2026-10-09', kind: 'ours', name: 'Inventory' },
      },
    ])
  })

  test('a shutdown that is mistyped backwards closes nothing', () => {
    expect(
      sideHere(undefined, undefined, { shutdowns: [{ name: '', from: '2027-02-01', to: '2026-02-01' }] })
        .daysOff.size,
    ).toBe(0)
  })
})

describe("next month's letter", () => {
  test('comes once, with the first business day of the month after the step before, and steps by the month follow it', () => {
    const plan = planOf('n', [
      step('start', { unit: 'days', count: 25 }),
      step('once', { unit: 'nextMonth' }),
      step('again', { unit: 'quarterly' }),
    ])
    // The 25th day is the 5th of February; the first of March is a Monday, the first of June a Tuesday.
    expect(
      days([inputOf(plan, enrolmentOf('e', plan, '2027-01-11'))], {}, { ...window, to: '2027-07-01' }),
    ).toEqual([
      ['e/again/0', '2027-06-01', ''],
      ['e/once/0', '2027-03-01', ''],
      ['e/start/0', '2027-02-05', ''],
    ])
  })
})

describe('steps that come again', () => {
  test('quarterly ones begin three months after the step before', () => {
    const plan = planOf('q', [
      step('start', { unit: 'days', count: 10 }),
      step('visit', { unit: 'quarterly' }),
    ])
    expect(days([inputOf(plan, enrolmentOf('e', plan, '2027-01-11'))])).toEqual([
      ['e/start/0', '2027-01-21', ''],
      ['e/visit/0', '2027-04-01', ''],
      ['e/visit/1', '2027-07-01', ''],
      ['e/visit/2', '2027-10-01', ''],
    ])
  })

  test('yearly ones stand so many days from their day, each year under its own number', () => {
    const plan = planOf('y', [
      step('cny', { unit: 'yearly', anchor: 'chineseNewYear', offsetDays: -21 }),
      step('year', { unit: 'yearly', anchor: 'newYear', offsetDays: -14 }),
      step('closed', { unit: 'yearly', anchor: 'shutdown', offsetDays: -10 }),
      step('national', { unit: 'yearly', anchor: 'nationalDay', offsetDays: -7 }),
    ])
    const shutdowns = [{ name: 'Summer', from: '2027-08-02', to: '2027-08-13' }]
    const calendar = {
      ...plain,
      sides: { there: sideThere('SE', undefined), here: sideHere('CN', undefined, { shutdowns }) },
    }
    const far = { from: '2026-01-01', to: '2028-12-31', today: '2027-01-01' }
    // The enrolment began after the notice of 2026: that year's number is left out, not given to another year.
    expect(days([inputOf(plan, enrolmentOf('e', plan, '2026-02-01'), { calendar })], {}, far)).toEqual([
      ['e/closed/1', '2027-07-23', ''],
      ['e/cny/1', '2027-01-18', 'weekendThere'],
      ['e/cny/2', '2028-01-05', ''],
      ['e/national/0', '2026-06-01', 'weekendThere'],
      ['e/national/1', '2027-05-31', 'weekendThere'],
      ['e/national/2', '2028-05-30', ''],
      ['e/year/1', '2026-12-18', ''],
      ['e/year/2', '2027-12-20', 'weekendThere'],
      ['e/year/3', '2028-12-18', ''],
    ])
  })

  test('the national day is the customer’s: none where the country has no such day or is not known', () => {
    const plan = planOf('n', [step('day', { unit: 'yearly', anchor: 'nationalDay', offsetDays: 0 })])
    const on = (customerCountry: string | undefined) =>
      days([inputOf(plan, enrolmentOf('e', plan, '2027-01-11'), { calendar: { ...plain, customerCountry } })])
    expect(on('FR')).toEqual([['e/day/0', '2027-07-14', '']])
    expect(on('US')).toEqual([['e/day/0', '2027-07-05', 'weekendThere']])
    expect([on('GB'), on(undefined)]).toEqual([[], []])
  })

  test('a shutdown over the turn of the year is announced once, in the year in which it begins', () => {
    const plan = planOf('s', [step('closed', { unit: 'yearly', anchor: 'shutdown', offsetDays: -14 })])
    const shutdowns = [
      { name: 'Winter', from: '2027-12-27', to: '2028-01-05' },
      { name: 'Summer', from: '2028-08-07', to: '2028-08-18' },
    ]
    const sides = { there: sideThere('SE', undefined), here: sideHere('CN', undefined, { shutdowns }) }
    const far = { from: '2027-01-01', to: '2028-12-31', today: '2027-06-01' }
    const input = inputOf(plan, enrolmentOf('e', plan, '2027-01-11'), { calendar: { ...plain, sides } })
    expect(days([input], {}, far)).toEqual([
      ['e/closed/0', '2027-12-13', ''],
      ['e/closed/1', '2028-07-24', ''],
    ])
  })

  test('quarterly ones move behind a holiday and keep their number', () => {
    const plan = planOf('q', [step('visit', { unit: 'quarterly' })])
    const shutdowns = [{ name: '', from: '2027-07-01', to: '2027-07-02' }]
    const sides = { there: sideThere('SE', undefined), here: sideHere(undefined, undefined, { shutdowns }) }
    const input = inputOf(plan, enrolmentOf('e', plan, '2027-01-11'), { calendar: { ...plain, sides } })
    expect(days([input])).toEqual([
      ['e/visit/0', '2027-04-01', ''],
      ['e/visit/1', '2027-07-05', 'holiday'],
      ['e/visit/2', '2027-10-01', ''],
    ])
  })

  test('a plan that counts beyond all bounds is read as counting to them', () => {
    const plan = planOf('odd', [
      step('far', { unit: 'days', count: 1e9 }),
      step('back', { unit: 'days', count: -5 }),
      step('none', { unit: 'businessDays', count: Number.NaN }),
    ])
    const far = { from: '2027-01-01', to: '2030-01-01', today: '2027-04-01' }
    expect(days([inputOf(plan, enrolmentOf('e', plan, '2027-04-05'))], {}, far)).toEqual([
      ['e/back/0', '2027-04-05', ''],
      ['e/none/0', '2027-04-05', ''],
    ])
    const later = { ...far, today: '2028-12-31' }
    expect(days([inputOf(plan, enrolmentOf('e', plan, '2027-04-05'))], {}, later)).toContainEqual([
      'e/far/0',
      '2029-04-04',
      '',
    ])
  })
})

describe('quiet', () => {
  const quiet = { ...letter, quietDays: 20 }
  const input = inputOf(quiet, enrolmentOf('e', quiet, '2027-03-10'))
  const within = { ...window, to: '2027-05-31' }

  test('a real talk begins the count anew, for the letters behind it as well', () => {
    const talk = { on: '2027-03-29', byUs: false, isTalk: true }
    const [first, second] = all([{ ...input, contacts: [talk] }], {}, within)
    expect([first?.dueOn, first?.movedFrom]).toEqual(['2027-04-19', '2027-04-01'])
    expect(first?.moves).toEqual([
      { from: '2027-04-01', to: '2027-04-19', because: 'quiet', days: 20, on: '2027-03-29' },
    ])
    expect(second?.dueOn).toBe('2027-05-10')
  })

  test('a ticked task does not', () => {
    const ticked = { ...input, touches: [did('e', 'other', 'done', '2027-03-29')] }
    expect(days([ticked], {}, within)).toEqual(days([input], {}, within))
  })

  test('a plan that does not say so is left alone', () => {
    const talk = { on: '2027-03-29', byUs: false, isTalk: true }
    const calm = inputOf(letter, enrolmentOf('e', letter, '2027-03-10'), { contacts: [talk] })
    expect(days([calm], {}, within).map(([, on]) => on)).toEqual(['2027-04-01', '2027-05-03'])
  })
})

describe('the capacity of a day', () => {
  const many = (count: number, value: (place: number) => number) =>
    Array.from({ length: count }, (_, place) =>
      inputOf(news, enrolmentOf(`e${place}`, news, '2027-04-05', { personId: `p${place}` }), {
        value: value(place),
      }),
    )

  test('keeps those that are worth more, and spreads the others over the next days', () => {
    const planned = days(
      many(5, (place) => place + 1),
      { dayCapacity: 2 },
    )
    expect(planned).toEqual([
      ['e0/piece/0', '2027-04-07', 'capacity'],
      ['e1/piece/0', '2027-04-06', 'capacity'],
      ['e2/piece/0', '2027-04-06', 'capacity'],
      ['e3/piece/0', '2027-04-05', ''],
      ['e4/piece/0', '2027-04-05', ''],
    ])
  })

  test('whoever has waited long goes before one who is worth more', () => {
    const waiting = many(2, () => 2)
    const newer = inputOf(news, enrolmentOf('late', news, '2027-04-06', { personId: 'x' }), { value: 3 })
    expect(days([...waiting, newer], { dayCapacity: 1 })).toEqual([
      ['e0/piece/0', '2027-04-05', ''],
      ['e1/piece/0', '2027-04-06', 'capacity'],
      ['late/piece/0', '2027-04-07', 'capacity'],
    ])
  })

  test('a touch that was done keeps its room: nobody jumps forward', () => {
    const inputs = many(3, () => 1)
    const before = days(inputs, { dayCapacity: 1 })
    const done = inputs.map((input, place) =>
      place === 0 ? { ...input, touches: [did('e0', 'piece', 'done', '2027-04-01')] } : input,
    )
    expect(days(done, { dayCapacity: 1 })).toEqual(before.slice(1))
  })
})

describe('carriers', () => {
  const plan = planOf('mail', [
    step('piece', { unit: 'days', count: 0 }, { carriers: ['email', 'whatsapp'] }),
  ])
  const touchWith = (reach: Parameters<typeof reachOver>) =>
    all([inputOf(plan, enrolmentOf('e', plan, '2027-04-05'), { reach: reachOver(...reach) })])[0]

  test('the first open one that the step allows is taken, and the one it stands in for is named', () => {
    expect(touchWith([['email', 'open']])).toMatchObject({ carrier: 'email' })
    expect(
      touchWith([
        ['email', 'closed'],
        ['whatsapp', 'open'],
      ]),
    ).toMatchObject({
      carrier: 'whatsapp',
      insteadOf: 'email',
    })
  })

  test('without an open one the touch stands, is blocked, says why and what else is open', () => {
    const blocked = touchWith([
      ['email', 'closed'],
      ['wechat', 'open'],
    ])
    expect(blocked?.carrier).toBeUndefined()
    expect(blocked?.blocked).toEqual({ why: 'noConsent', wanted: 'email', alternatives: ['wechat'] })
    expect(blocked?.dueOn).toBe('2027-04-05')
    expect(touchWith([])?.blocked).toEqual({ why: 'noAddress', wanted: 'email', alternatives: [] })
  })
})

test('an ask waits until enough gifts stand before it, those that are planned among them', () => {
  const plan = planOf('ga', [
    step('gift', { unit: 'days', count: 0 }),
    step('ask', { unit: 'days', count: 7 }, { intent: 'ask' }),
  ])
  const ask = (giveAsk: PlanInput['giveAsk']) =>
    all([inputOf(plan, enrolmentOf('e', plan, '2027-04-05'), { giveAsk })])[1]?.blocked
  expect(ask({ gives: 2, asks: 0, ratio: 3 })).toBeUndefined()
  expect(ask({ gives: 1, asks: 0, ratio: 3 })).toEqual({ why: 'giveAsk', gives: 2, asks: 0, ratio: 3 })
  expect(ask(undefined)).toBeUndefined()
})

test('before an ask that is due only those gifts count that were given', () => {
  const plan = planOf('ga', [
    step('gift', { unit: 'days', count: 0 }),
    step('ask', { unit: 'days', count: 7 }, { intent: 'ask' }),
  ])
  const input = inputOf(plan, enrolmentOf('e', plan, '2027-04-05'), {
    giveAsk: { gives: 2, asks: 0, ratio: 3 },
  })
  const blockedOn = (today: string) => all([input], {}, { ...window, today })[1]?.blocked
  expect(blockedOn('2027-04-11')).toBeUndefined()
  expect(blockedOn('2027-04-12')).toEqual({ why: 'giveAsk', gives: 2, asks: 0, ratio: 3 })
})
