import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Appointment } from '#shared/records/appointment'
import {
  type AppointmentForm,
  appointmentFields,
  formOf,
  inZone,
  startOf,
} from '#shared/timeline/appointmentForm'
import { appointmentHeld } from '#shared/timeline/appointmentHeld'
import { customerTimeline } from '#shared/timeline/customerTimeline'
import { testId } from '../changes/memoryNotebook'

/** 15:00 in Shanghai is 08:00 in Berlin in winter. */
const STARTS = Date.UTC(2026, 11, 1, 7)
const AT = Date.UTC(2026, 10, 25, 12)

const APPOINTMENT: Appointment = {
  id: testId(1),
  schema: 2,
  rev: 1,
  createdAt: AT,
  updatedAt: AT,
  origin: 'person',
  customerId: testId(2),
  personId: testId(3),
  kind: 'review',
  title: 'Quarterly review',
  startsAt: STARTS,
  minutes: 45,
  zone: 'Asia/Shanghai',
  note: 'Bring the complaint list',
}
const FORM: AppointmentForm = {
  kind: 'review',
  title: 'Quarterly review',
  day: '2026-12-01',
  time: '15:00',
  minutes: '45',
  zone: 'Asia/Shanghai',
  place: '',
  note: 'Bring the complaint list',
}

describe('the form', () => {
  test('day and clock are those of the chosen zone', () => {
    expect(appointmentFields(FORM, 'Review')).toEqual({
      ok: true,
      value: {
        kind: 'review',
        title: 'Quarterly review',
        startsAt: STARTS,
        minutes: 45,
        zone: 'Asia/Shanghai',
        place: undefined,
        note: 'Bring the complaint list',
      },
    })
    expect(startOf({ ...FORM, time: '08:00', zone: 'Europe/Berlin' })).toBe(STARTS)
  })

  test('without words it is called by its kind, without minutes it is of no length', () => {
    const fields = appointmentFields({ ...FORM, title: '  ', minutes: '' }, 'Review')
    expect(fields).toMatchObject({ ok: true, value: { title: 'Review', minutes: undefined } })
  })

  test.each([
    [{ time: '' }, 'appointment.timeMissing'],
    [{ time: '25:00' }, 'appointment.timeMissing'],
    [{ day: '2026-02-30' }, 'appointment.timeMissing'],
    [{ zone: 'Mars/Olympus' }, 'appointment.timeMissing'],
    [{ minutes: '0' }, 'appointment.minutesWrong'],
    [{ minutes: '1.5' }, 'appointment.minutesWrong'],
    [{ minutes: '-3' }, 'appointment.minutesWrong'],
    [{ minutes: '100001' }, 'appointment.minutesWrong'],
  ])('refuses %j', (part, code) => {
    expect(appointmentFields({ ...FORM, ...part }, 'Review')).toMatchObject({ ok: false, error: { code } })
  })

  test('an hour that clocks skip is the one after it', () => {
    const skipped = startOf({ day: '2026-03-29', time: '02:30', zone: 'Europe/Berlin' })
    expect(skipped).toBe(Date.UTC(2026, 2, 29, 1, 30))
  })

  test('a kept one is shown by the clock in which it was agreed, one without or with an unknown zone by ours', () => {
    expect(formOf(APPOINTMENT, 'Europe/Berlin')).toEqual(FORM)
    expect(formOf({ ...APPOINTMENT, zone: 'Mars/Olympus' }, 'Europe/Berlin')).toMatchObject({
      time: '08:00',
      zone: 'Europe/Berlin',
    })
  })

  test('another clock shows the same moment, and a form that is not whole keeps its words', () => {
    expect(inZone(FORM, 'America/New_York')).toMatchObject({ day: '2026-12-01', time: '02:00' })
    expect(inZone({ ...FORM, time: '' }, 'America/New_York')).toMatchObject({ day: '2026-12-01', time: '' })
    const zones = fc.constantFrom(
      'Asia/Shanghai',
      'America/Lima',
      'Asia/Kathmandu',
      'Europe/London',
      'Pacific/Apia',
    )
    const minute = fc.integer({ min: 0, max: 2_000_000 }).map((count) => STARTS + count * 60_000)
    fc.assert(
      fc.property(minute, zones, zones, (startsAt, first, second) => {
        const form = formOf({ ...APPOINTMENT, startsAt, zone: first }, 'UTC')
        // Of an hour that comes twice the first counts: what the form says once is what it goes on saying.
        const there = inZone(form, second)
        expect([startOf(there), startOf(inZone(there, 'UTC'))]).toEqual([startOf(there), startOf(there)])
      }),
    )
  })
})

describe('what took place', () => {
  const context = { at: STARTS + 3_600_000, newId: () => testId(9), staffId: testId(8) }

  test('stands on the page as the talk that it was, and the appointment is done', () => {
    const [talk, done] = appointmentHeld(APPOINTMENT, context)
    expect(talk).toMatchObject({
      table: 'interactions',
      after: {
        id: testId(9),
        customerId: testId(2),
        personIds: [testId(3)],
        kind: 'call',
        direction: 'both',
        at: STARTS,
        minutes: 45,
        text: 'Quarterly review\nBring the complaint list',
        staffId: testId(8),
      },
    })
    expect(done).toMatchObject({
      table: 'appointments',
      after: { doneAt: context.at, interactionId: testId(9) },
    })
  })

  test('held before its hour it is a talk of now: nothing that happened lies in the future', () => {
    const [talk] = appointmentHeld(APPOINTMENT, { ...context, at: STARTS - 60_000 })
    expect(talk?.after.at).toBe(STARTS - 60_000)
  })

  test('with nobody of the notebook it leaves no talk, and done twice it leaves nothing', () => {
    const { customerId: _, personId: __, ...alone } = APPOINTMENT
    expect(appointmentHeld(alone, context).map(({ table }) => table)).toEqual(['appointments'])
    expect(appointmentHeld({ ...APPOINTMENT, doneAt: AT }, context)).toEqual([])
  })
})

test('an open appointment stands above the rule on its own day here, also when it is late; a done one is its talk', () => {
  const none = {
    interactions: [],
    quotes: [],
    orders: [],
    samples: [],
    promises: [],
    stageMoves: [],
    relations: [],
  }
  const done = { ...APPOINTMENT, id: testId(4), doneAt: STARTS }
  const late = { ...APPOINTMENT, id: testId(5), startsAt: Date.UTC(2026, 0, 1, 18) }
  const { ahead, past } = customerTimeline(
    { ...none, appointments: [late, APPOINTMENT, done] },
    'Asia/Shanghai',
  )
  expect(ahead.map(({ id, day }) => [id, day])).toEqual([
    [testId(1), '2026-12-01'],
    [testId(5), '2026-01-02'],
  ])
  expect(past).toEqual([])
})
