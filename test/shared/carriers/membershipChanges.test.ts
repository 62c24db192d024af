import { describe, expect, test } from 'vitest'
import { joinChanges, leaveChanges, newsletterChanges } from '#shared/carriers/membershipChanges'
import type { Change } from '#shared/changes/changeSet'
import { mailingInvitations } from '#shared/exporting/recipients'
import type { Membership } from '#shared/records/carrier'
import { membershipSchema } from '#shared/records/carrier'
import type { Consent } from '#shared/records/consent'
import { consentSchema } from '#shared/records/consent'
import type { Customer } from '#shared/records/customer'
import type { Person } from '#shared/records/person'

const JOINED = 1_791_000_000_000
const AT = 1_792_000_000_000
const YES = { wording: 'One letter a month?', language: 'en' }

const id = (number: number) => `0199f000-0000-7000-8000-${String(number).padStart(12, '0')}`
const base = { schema: 2, rev: 1, createdAt: 1, updatedAt: 1, origin: 'person' as const }
const letter = { id: id(1), handleKind: 'email' as const }
const site = { id: id(2) }
const customer: Customer = { ...base, id: id(3), name: 'Nordlund', handles: [], stage: 'lead', tags: [] }
const anna: Person = {
  ...base,
  id: id(4),
  customerId: customer.id,
  fullName: 'Anna',
  handles: [{ kind: 'email', value: 'anna@nordlund.example', entered: 'anna@nordlund.example' }],
}
const writing = () => {
  let next = 100
  return { at: AT, newId: () => id(next++) }
}
const consentsOf = (changes: readonly Change[]) =>
  changes.filter(({ table }) => table === 'consents').map(({ after }) => consentSchema.parse(after))
const membershipsOf = (changes: readonly Change[]) =>
  changes.filter(({ table }) => table === 'memberships').map(({ after }) => membershipSchema.parse(after))
const invited = (consents: readonly Consent[]) => mailingInvitations({ customer, people: [anna], consents })

const join = (fields: object = {}) =>
  joinChanges(
    {
      carrier: letter,
      customerId: customer.id,
      personId: anna.id,
      joinedAt: JOINED,
      yes: { ...YES, addresses: ['anna@nordlund.example'] },
      ...fields,
    },
    writing(),
  )

describe('joining', () => {
  test('a yes is kept with its wording, and opens the mailing list', () => {
    const changes = join({ touchpointId: id(5), offerId: id(6) })
    const [consent] = consentsOf(changes)
    expect(consent).toMatchObject({
      purpose: 'newsletter',
      state: 'given',
      carrier: 'email',
      address: 'anna@nordlund.example',
      wording: 'One letter a month?',
      wordingLanguage: 'en',
      at: JOINED,
      touchpointId: id(5),
      offerId: id(6),
    })
    expect(membershipsOf(changes)).toMatchObject([
      { carrierId: letter.id, personId: anna.id, joinedAt: JOINED, consentId: consent?.id, offerId: id(6) },
    ])
    expect(invited(consentsOf(changes))).toMatchObject([{ recipient: { emails: ['anna@nordlund.example'] } }])
  })

  test('without a yes there is a membership, no consent, and nobody in the mailing list', () => {
    const changes = join({ yes: undefined })
    expect(consentsOf(changes)).toEqual([])
    expect(membershipsOf(changes)[0]).not.toHaveProperty('consentId')
    expect(invited([])).toEqual([{ leftOut: 'noConsent' }])
  })

  test('a yes without an address covers the carrier; a site takes none at all', () => {
    const [consent] = consentsOf(join({ yes: { ...YES, addresses: [] } }))
    expect(consent).not.toHaveProperty('address')
    expect(consentsOf(join({ carrier: site }))).toEqual([])
  })
})

describe('leaving', () => {
  const joined = join()
  const [membership] = membershipsOf(joined) as [Membership]
  const consents = consentsOf(joined)

  test('withdraws nothing', () => {
    const changes = leaveChanges({ membership, leftAt: AT, reason: 'person' }, writing())
    expect(membershipsOf(changes)).toMatchObject([{ leftAt: AT, leftReason: 'person' }])
    expect(consentsOf(changes)).toEqual([])
  })

  test('an opt-out closes the address to mailing lists', () => {
    const optOut = { ...YES, carrier: 'email' as const, address: 'anna@nordlund.example' }
    const changes = leaveChanges({ membership, leftAt: AT, reason: 'unsubscribed', optOut }, writing())
    expect(consentsOf(changes)).toMatchObject([{ state: 'withdrawn', purpose: 'newsletter', at: AT }])
    expect(invited([...consents, ...consentsOf(changes)])).toEqual([{ leftOut: 'withdrawn' }])
  })
})

describe("a newsletter's yes or no", () => {
  const [membership] = membershipsOf(join()) as [Membership]
  const said = {
    ...YES,
    customerId: customer.id,
    personId: anna.id,
    carrier: 'email' as const,
    address: 'anna@nordlund.example',
    saidAt: AT,
  }

  test('a yes joins nothing', () => {
    const changes = newsletterChanges({ ...said, state: 'given' }, [membership], [letter], writing())
    expect(changes.map(({ table }) => table)).toEqual(['consents'])
  })

  test('a no ends what this person is on over such addresses, and nothing else', () => {
    const chat = { id: id(7), handleKind: 'wechat' as const }
    const others: Membership[] = [
      { ...membership, id: id(8), carrierId: chat.id },
      { ...membership, id: id(9), personId: id(10) },
      { ...membership, id: id(11), leftAt: JOINED },
    ]
    const no = { ...said, state: 'withdrawn' as const }
    const changes = newsletterChanges(no, [membership, ...others], [letter, chat], writing())
    expect(membershipsOf(changes)).toMatchObject([
      { id: membership.id, leftAt: AT, leftReason: 'unsubscribed' },
    ])
  })
})
