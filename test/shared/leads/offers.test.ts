import { expect, test } from 'vitest'
import type { Change } from '#shared/changes/changeSet'
import { buildLead } from '#shared/leads/buildLead'
import { isUntouched, parseLeadDraft } from '#shared/leads/leadDraft'
import { missedChanges } from '#shared/leads/missedChanges'
import { membershipSchema } from '#shared/records/carrier'
import { consentSchema } from '#shared/records/consent'
import { engagementSchema } from '#shared/records/content'
import { AT, fair, ids, leadContext, leadDraft, testId } from './leads'

const guide = {
  offerId: testId(50),
  carrierId: testId(60),
  handleKind: 'email' as const,
  wording: 'The guide by mail, and one letter a month.',
}
const rules = { ...guide, offerId: testId(51), wording: 'Two pages by mail.' }
const of = (changes: readonly Change[], table: string) =>
  changes.filter((change) => change.table === table).map(({ after }) => after)
const lead = (fields: Parameters<typeof leadDraft>[0]) =>
  buildLead(
    leadDraft({ company: 'Nordlund', person: 'Anna', email: 'anna@nordlund.example', ...fields }),
    leadContext(),
  )

test('who does not use it finds nothing of it in the notebook', () => {
  const changes = lead({})
  expect(of(changes, 'engagements')).toEqual([])
  expect(of(changes, 'memberships')).toEqual([])
})

test('an offer that was made and not taken is an engagement and no more', () => {
  const changes = lead({ offers: [{ ...guide, state: 'offered' }] })
  expect(of(changes, 'engagements').map((record) => engagementSchema.parse(record))).toMatchObject([
    { kind: 'offered', offerId: guide.offerId, touchpointId: fair.id, personId: ids.personId },
  ])
  expect(of(changes, 'memberships')).toEqual([])
  expect(of(changes, 'consents')).toEqual([])
})

test('one that was taken puts them on its carrier, with a yes in its words for their address', () => {
  const changes = lead({ offers: [{ ...guide, state: 'joined' }] })
  const [consent] = of(changes, 'consents').map((record) => consentSchema.parse(record))
  expect(consent).toMatchObject({
    purpose: 'newsletter',
    state: 'given',
    carrier: 'email',
    address: 'anna@nordlund.example',
    wording: guide.wording,
    offerId: guide.offerId,
    touchpointId: fair.id,
  })
  expect(of(changes, 'memberships').map((record) => membershipSchema.parse(record))).toMatchObject([
    { carrierId: guide.carrierId, offerId: guide.offerId, touchpointId: fair.id, consentId: consent?.id },
  ])
})

test('two offers of one carrier make one membership and one yes', () => {
  const changes = lead({
    offers: [
      { ...guide, state: 'joined' },
      { ...rules, state: 'joined' },
    ],
    newsletters: [{ carrier: 'email', state: 'given' }],
  })
  expect(of(changes, 'engagements')).toHaveLength(2)
  expect(of(changes, 'memberships')).toHaveLength(1)
  expect(of(changes, 'consents')).toHaveLength(1)
})

test('a yes or no to newsletters is kept by itself, beside the consent to letters', () => {
  const changes = lead({ consents: ['email'], newsletters: [{ carrier: 'email', state: 'withdrawn' }] })
  expect(of(changes, 'consents').map(({ purpose, state, wording }) => [purpose, state, wording])).toEqual([
    ['followUp', 'given', 'May we write?'],
    ['newsletter', 'withdrawn', 'News now and then?'],
  ])
})

test('a lead that is sent twice gets none of it twice, and what was taken later is added', () => {
  const first = lead({ consents: ['email'], offers: [{ ...guide, state: 'offered' }] })
  const second = lead({ consents: ['email'], offers: [{ ...guide, state: 'joined' }] })
  expect(missedChanges(first, first, new Map(), AT)).toEqual([])
  expect(missedChanges(first, second, new Map(), AT).map(({ table }) => table)).toEqual([
    'consents',
    'memberships',
  ])
})

test('a draft keeps the offers, and one of before them is still read', () => {
  const draft = leadDraft({ offers: [{ ...guide, state: 'offered' }] })
  expect(parseLeadDraft(JSON.stringify(draft))).toEqual(draft)
  expect(isUntouched(draft)).toBe(false)
  expect(isUntouched(leadDraft({ offers: [] }))).toBe(true)
  expect(parseLeadDraft(JSON.stringify(leadDraft()))).toBeDefined()
})
