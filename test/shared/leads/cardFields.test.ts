import { describe, expect, test } from 'vitest'
import { unreadFields } from '#shared/leads/cardDebt'
import { type CardPage, cardChanges, fieldsOfPage } from '#shared/leads/cardFields'
import type { Interaction } from '#shared/records/interaction'
import { testId } from '../changes/memoryNotebook'
import { customer, handle, person } from '../exporting/customerFiles'

const AT = Date.UTC(2026, 10, 28, 20)
const CONTEXT = { at: AT, newId: () => testId(99) }
const UNNAMED = customer(1, '')
const MEETING: Interaction = {
  id: testId(40),
  schema: 2,
  rev: 1,
  createdAt: AT,
  updatedAt: AT,
  origin: 'person',
  customerId: UNNAMED.id,
  personIds: [],
  kind: 'met',
  direction: 'both',
  at: AT,
}
const PAGE: CardPage = { meeting: MEETING, customer: UNNAMED, person: undefined }
const EMPTY = fieldsOfPage(PAGE)

describe('what of a card is not typed off yet', () => {
  test('all of it where there is only the photo', () => {
    expect(unreadFields(UNNAMED, undefined)).toEqual(['company', 'person', 'address'])
  })

  test('nothing where a name, a company and one way to write are there; a website is none', () => {
    const named = customer(1, 'Nordlund Hem AB', { handles: [handle('web', 'nordlund.example')] })
    const anna = person(2, 'Anna Nordlund')
    expect(unreadFields(named, anna)).toEqual(['address'])
    expect(unreadFields(named, { ...anna, handles: [handle('wechat', 'anna')] })).toEqual([])
  })
})

describe('typing a card off', () => {
  test('makes the person, who was at the meeting, and fills the page', () => {
    const typed = {
      ...EMPTY,
      company: ' Nordlund Hem AB ',
      person: 'Anna Nordlund',
      country: 'SE',
      phone: '070-174 06 05',
      email: 'Anna@Nordlund.example',
    }
    const [page, anna, meeting] = cardChanges(typed, PAGE, CONTEXT)
    expect(page).toMatchObject({ table: 'customers', after: { name: 'Nordlund Hem AB', country: 'SE' } })
    expect(anna).toMatchObject({
      table: 'people',
      after: {
        id: testId(99),
        customerId: UNNAMED.id,
        fullName: 'Anna Nordlund',
        handles: [
          { kind: 'phone', value: '+46701740605', entered: '070-174 06 05' },
          { kind: 'email', value: 'anna@nordlund.example', entered: 'Anna@Nordlund.example' },
        ],
      },
    })
    expect(meeting).toMatchObject({ table: 'interactions', after: { personIds: [testId(99)] } })
  })

  test('takes nothing away and says nothing twice', () => {
    const anna = person(2, 'Anna Nordlund', {
      title: 'Buyer',
      handles: [handle('email', 'anna@nordlund.example')],
    })
    const page = {
      meeting: { ...MEETING, personIds: [anna.id] },
      customer: customer(1, 'Nordlund'),
      person: anna,
    }
    expect(cardChanges(fieldsOfPage(page), page, CONTEXT)).toEqual([])
    expect(cardChanges(EMPTY, page, CONTEXT)).toEqual([])
    const more = cardChanges(
      { ...EMPTY, email: 'ANNA@nordlund.example', phone: '+46 70 174 06 05' },
      page,
      CONTEXT,
    )
    expect(more.map(({ table, after }) => [table, after.handles])).toEqual([
      [
        'people',
        [
          handle('email', 'anna@nordlund.example'),
          { kind: 'phone', value: '+46701740605', entered: '+46 70 174 06 05' },
        ],
      ],
    ])
  })

  test('the company alone makes no person', () => {
    const changes = cardChanges({ ...EMPTY, company: 'Nordlund' }, PAGE, CONTEXT)
    expect(changes.map(({ table }) => table)).toEqual(['customers'])
  })
})
