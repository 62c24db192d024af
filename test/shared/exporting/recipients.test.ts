import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  audienceInvitations,
  hasCompanyRefused,
  mailingInvitations,
  SeenAddresses,
} from '#shared/exporting/recipients'
import { mayWrite } from '#shared/nurture/consent'
import type { Membership } from '#shared/records/carrier'
import type { Consent } from '#shared/records/consent'
import { testId } from '../changes/memoryNotebook'
import { consent, customer, handle, NOW, person } from './customerFiles'

const COMPANY = customer(1, 'Fictional Lighting S.L.')
const ANA = person(2, 'Ana Prueba', {
  handles: [
    handle('email', 'ana@example.com'),
    handle('email', 'ana.prueba@example.org', { preferred: true }),
    handle('phone', '+34600000001'),
    handle('wechat', 'ana-prueba'),
  ],
})
const ofAna = (number: number, more: Partial<Consent> = {}) => consent(number, { personId: ANA.id, ...more })
const mailing = (...consents: Consent[]) => mailingInvitations({ customer: COMPANY, people: [ANA], consents })
const audience = (...consents: Consent[]) =>
  audienceInvitations({ customer: COMPANY, people: [ANA], consents })

test('nobody is in a newsletter list without having said yes to a newsletter', () => {
  expect(mailing()).toEqual([{ leftOut: 'noConsent' }])
  expect(mailing(ofAna(10, { purpose: 'followUp' }))).toEqual([{ leftOut: 'noConsent' }])
  expect(mailing(ofAna(10, { carrier: 'phone' }))).toEqual([{ leftOut: 'noConsent' }])
  expect(mailing(ofAna(10, { personId: testId(99) }))).toEqual([{ leftOut: 'noConsent' }])
})

test('who said yes is in it, the preferred address first', () => {
  expect(mailing(ofAna(10))).toEqual([
    {
      recipient: {
        customer: COMPANY,
        person: ANA,
        emails: ['ana.prueba@example.org', 'ana@example.com'],
        phones: [],
      },
    },
  ])
})

test('a yes for one address brings that address only', () => {
  expect(mailing(ofAna(10, { address: 'ana@example.com' }))).toEqual([
    { recipient: { customer: COMPANY, person: ANA, emails: ['ana@example.com'], phones: [] } },
  ])
})

test('who unsubscribed at one address is written to at none', () => {
  const no = ofAna(11, { address: 'ana@example.com', state: 'withdrawn' })
  expect(mailing(ofAna(10), no)).toEqual([{ leftOut: 'withdrawn' }])
})

test('a later yes takes a no back', () => {
  const no = ofAna(11, { state: 'withdrawn' })
  expect(mailing(ofAna(10), no, ofAna(12))).toMatchObject([{ recipient: { person: ANA } }])
})

test('a no by WhatsApp leaves the newsletter alone but keeps somebody out of audiences', () => {
  const no = ofAna(11, { carrier: 'whatsapp', purpose: 'followUp', state: 'withdrawn' })
  expect(mailing(ofAna(10), no)).toMatchObject([{ recipient: { person: ANA } }])
  expect(audience(ofAna(10), no)).toEqual([{ leftOut: 'withdrawn' }])
})

test('an audience has the addresses of the carriers that somebody agreed to, and no accounts', () => {
  expect(audience(ofAna(10, { carrier: 'phone' }), ofAna(11, { carrier: 'wechat' }))).toEqual([
    { recipient: { customer: COMPANY, person: ANA, emails: [], phones: ['+34600000001'] } },
  ])
})

test('a number without a country is in no audience', () => {
  const local = { ...ANA, handles: [handle('phone', '0199 0000 1234')] }
  const consents = [ofAna(10, { carrier: 'phone' })]
  expect(audienceInvitations({ customer: COMPANY, people: [local], consents })).toEqual([
    { leftOut: 'noConsent' },
  ])
})

test('the company’s own address asks the company, not its people', () => {
  const withInfo = { ...COMPANY, handles: [handle('email', 'info@example.com')] }
  const invited = { customer: withInfo, people: [], consents: [ofAna(10)] }
  expect(mailingInvitations(invited)).toEqual([{ leftOut: 'noConsent' }])
  expect(mailingInvitations({ ...invited, consents: [consent(10)] })).toMatchObject([
    { recipient: { person: undefined, emails: ['info@example.com'] } },
  ])
})

test('a no of the company is not one of its people’s', () => {
  expect(hasCompanyRefused([ofAna(10, { state: 'withdrawn' })])).toBe(false)
  expect(hasCompanyRefused([consent(10, { state: 'withdrawn' })])).toBe(true)
})

test('somebody who shares a mailbox is not written to twice', () => {
  const seen = new SeenAddresses()
  const recipient = { customer: COMPANY, person: ANA, emails: ['Ana@example.com'], phones: ['+34600000001'] }
  expect(seen.fresh(recipient)).toEqual(recipient)
  expect(seen.fresh({ ...recipient, emails: ['ana@example.com', 'b@example.com'] })).toEqual({
    ...recipient,
    emails: ['b@example.com'],
    phones: [],
  })
  expect(seen.fresh(recipient)).toBeUndefined()
})

const consents = fc.array(
  fc
    .record({
      carrier: fc.constantFrom('email' as const, 'phone' as const, 'whatsapp' as const),
      purpose: fc.constantFrom('newsletter' as const, 'followUp' as const),
      state: fc.constantFrom('given' as const, 'withdrawn' as const),
      at: fc.integer({ min: NOW, max: NOW + 5 }),
      address: fc.constantFrom(undefined, 'ana@example.com', 'ana.prueba@example.org', '+34600000001'),
      personId: fc.constantFrom(undefined, ANA.id, testId(99)),
    })
    .map((fields) => consent(100, fields)),
  { maxLength: 8 },
)

test('no address leaves in a list that may not be written to for a newsletter', () => {
  fc.assert(
    fc.property(consents, (given) => {
      for (const invitation of [...mailing(...given), ...audience(...given)]) {
        if ('leftOut' in invitation) continue
        const { emails, phones } = invitation.recipient
        for (const address of [...emails, ...phones]) {
          const carrier = emails.includes(address) ? ('email' as const) : ('phone' as const)
          const question = { customerId: COMPANY.id, personId: ANA.id, carrier, address }
          expect(mayWrite({ ...question, purpose: 'newsletter' }, given).allowed).toBe(true)
        }
      }
    }),
  )
})

test('whoever’s last word about e-mail was a no is in no list', () => {
  fc.assert(
    fc.property(consents, fc.constantFrom('newsletter' as const, 'followUp' as const), (given, purpose) => {
      const no = ofAna(50, { purpose, state: 'withdrawn', at: NOW + 6 })
      expect([...mailing(...given, no), ...audience(...given, no)]).toEqual([
        { leftOut: 'withdrawn' },
        { leftOut: 'withdrawn' },
      ])
    }),
  )
})

const LIST = testId(70)
function member(number: number, personId: string | undefined, more: Partial<Membership> = {}): Membership {
  return {
    id: testId(number),
    schema: 1,
    rev: 1,
    createdAt: 0,
    updatedAt: 0,
    origin: 'person',
    carrierId: LIST,
    customerId: testId(1),
    ...(personId === undefined ? {} : { personId }),
    joinedAt: 1,
    ...more,
  }
}

test('a mailing of one list holds who is on it and agreed, and says why the others are not in it', () => {
  const people = ['on', 'silent', 'off', 'left', 'back', 'other'].map((name, index) =>
    person(10 + index, name, { handles: [handle('email', `${name}@a.example`)] }),
  )
  const idOf = (name: string) => people.find(({ fullName }) => fullName === name)?.id
  const consents = ['on', 'off', 'left', 'back', 'other'].map((name, index) =>
    consent(30 + index, { personId: idOf(name) }),
  )
  const memberships = [
    member(40, idOf('on')),
    member(41, idOf('silent')),
    member(42, idOf('left'), { leftAt: 2, leftReason: 'unsubscribed' }),
    member(43, idOf('back'), { leftAt: 2, leftReason: 'unsubscribed' }),
    member(44, idOf('back'), { joinedAt: 3 }),
    member(45, idOf('other'), { carrierId: testId(71) }),
  ]
  const invited = { customer: customer(1, 'A'), people, consents }
  const answer = mailingInvitations(invited, { carrierId: LIST, memberships })
  expect(answer.map((one) => ('leftOut' in one ? one.leftOut : one.recipient.emails))).toEqual([
    ['on@a.example'],
    'noConsent',
    'notOnList',
    'withdrawn',
    ['back@a.example'],
    'notOnList',
  ])
})
