import { expect, test } from 'vitest'
import { invitationRound, type RoundInput } from '#shared/nurture/invitees'
import { testId } from '../changes/memoryNotebook'
import { consent, customer, handle, person } from '../exporting/customerFiles'

const mail = (name: string) => [handle('email', `${name}@a.example`)]
const FAIR = {
  id: testId(60),
  schema: 1,
  rev: 1,
  createdAt: 0,
  updatedAt: 0,
  origin: 'person' as const,
  kind: 'fair' as const,
  name: 'Tavola',
  country: 'BE',
}

function round(more: Partial<RoundInput>) {
  return invitationRound({
    fair: FAIR,
    customers: [],
    people: [],
    consents: [],
    visitors: new Set(),
    warm: new Set(),
    invited: new Set(),
    ...more,
  })
}

test('past visitors, the fair’s country and warm ones are thought of, most reasons first; nobody else', () => {
  const customers = [
    customer(1, 'Only warm', { handles: mail('a') }),
    customer(2, 'All three', { country: 'BE', handles: mail('b') }),
    customer(3, 'None', { country: 'SE', handles: mail('c') }),
    customer(4, 'Country, grade A', { country: 'BE', grade: 'A', handles: mail('d') }),
  ]
  const { invitees, leftOut } = round({
    customers,
    visitors: new Set([testId(2)]),
    warm: new Set([testId(1), testId(2)]),
  })
  expect(invitees.map(({ customer: { name }, reasons }) => [name, reasons])).toEqual([
    ['All three', ['visitor', 'country', 'warm']],
    ['Country, grade A', ['country']],
    ['Only warm', ['warm']],
  ])
  expect(leftOut).toEqual({ refused: 0, noWay: 0, lost: 0, invited: 0 })
})

test('a yes is told from silence; a no by one way leaves the others open', () => {
  const customers = [1, 2, 3].map((number) => customer(number, `C${number}`, { country: 'BE' }))
  const people = [1, 2, 3].map((number) =>
    person(number + 10, `P${number}`, {
      customerId: testId(number),
      handles: [handle('email', `p${number}@a.example`), handle('wechat', `p${number}`)],
    }),
  )
  const consents = [
    consent(20, { customerId: testId(1), purpose: 'followUp' }),
    consent(21, { customerId: testId(3), purpose: 'followUp', state: 'withdrawn' }),
  ]
  const { invitees } = round({ customers, people, consents })
  expect(invitees.map(({ person: who, hasAgreed }) => [who?.fullName, hasAgreed])).toEqual([
    ['P1', true],
    ['P2', false],
    ['P3', false],
  ])
})

test('who refused every way, has none, is lost or invited already is counted and left out', () => {
  const customers = [
    customer(1, 'Refused', { country: 'BE', handles: mail('a') }),
    customer(2, 'No way', { country: 'BE', handles: [handle('web', 'https://b.example')] }),
    customer(3, 'Lost', { country: 'BE', stage: 'lost', handles: mail('c') }),
    customer(4, 'Invited', { country: 'BE', handles: mail('d') }),
  ]
  const consents = [consent(20, { purpose: 'followUp', state: 'withdrawn' })]
  const { invitees, leftOut } = round({ customers, consents, invited: new Set([testId(4)]) })
  expect(invitees).toEqual([])
  expect(leftOut).toEqual({ refused: 1, noWay: 1, lost: 1, invited: 1 })
})
