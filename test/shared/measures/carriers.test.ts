import { describe, expect, test } from 'vitest'
import { carrierReach } from '../../../shared/measures/carrierReach'
import { drainageStepsByOffer, drainageStepsByTouchpoint } from '../../../shared/measures/drainageSteps'
import { figure } from '../../../shared/measures/figure'
import { ordered, someone } from './someone'

const today = '2027-12-31'
const met = (personKey: string, on = '2027-04-15') => ({ touchpointId: 'canton', personKey, on })
const offer = (personKey: string, on = '2027-04-15') => ({
  offerId: 'guide',
  personKey,
  on,
  touchpointId: 'canton',
})
const member = (personKey: string, more: object = {}) => ({
  carrierId: 'letter',
  personKey,
  joinedOn: '2027-04-15',
  touchpointId: 'canton',
  offerId: 'guide',
  consented: true,
  ...more,
})

describe('drainage step by step', () => {
  const facts = [
    // Two of one customer: one joins, and the customer orders later.
    someone({
      customerId: 'nordlund',
      meetings: [met('anna'), met('bo')],
      offered: [offer('anna'), offer('bo')],
      memberships: [member('anna')],
      inboundOn: ['2027-05-02'],
      steps: { enquiry: '2027-05-02' },
      orders: [ordered('2027-09-01', 100)],
    }),
    // Bought before the fair and not since: what was there before is not the fair's doing.
    someone({
      customerId: 'old friend',
      meetings: [met('cy')],
      steps: { enquiry: '2026-01-01' },
      orders: [ordered('2026-02-01', 100)],
    }),
    // Joined without a yes, without an offer on record; read the letter.
    someone({
      customerId: 'quiet',
      memberships: [member('di', { consented: false })],
      engagements: [
        { on: '2027-06-01', kind: 'delivered', personKey: 'di' },
        { on: '2027-06-02', kind: 'opened', personKey: 'di' },
      ],
    }),
  ]

  test('of a touchpoint: people up to joining, customers beyond it', () => {
    expect(drainageStepsByTouchpoint(facts, today)).toEqual([
      {
        place: 'canton',
        met: 4,
        offered: 2,
        joined: 1,
        withoutConsent: 1,
        rate: figure(0.25),
        behind: {
          met: ['nordlund', 'old friend', 'quiet'],
          offered: ['nordlund'],
          joined: ['nordlund'],
          engaged: ['nordlund', 'quiet'],
          enquired: ['nordlund'],
          ordered: ['nordlund'],
        },
      },
    ])
  })

  test('of an offer: whoever joined for it was made it', () => {
    const [row] = drainageStepsByOffer(facts, today)
    expect(row).toMatchObject({ place: 'guide', met: 3, offered: 3, joined: 1, rate: figure(1 / 3) })
    expect(row?.behind.offered).toEqual(['nordlund', 'quiet'])
  })

  test('what happens after the day is not counted yet', () => {
    const [row] = drainageStepsByTouchpoint(facts, '2027-05-31')
    expect(row?.behind).toMatchObject({ engaged: ['nordlund'], ordered: [] })
    expect(drainageStepsByTouchpoint(facts, '2027-01-01')).toEqual([])
  })
})

describe('the reach of a carrier', () => {
  test('is its members with consent, and the share of live customers among them', () => {
    const facts = [
      someone({ customerId: 'a', memberships: [member('anna'), member('bo', { consented: false })] }),
      someone({ customerId: 'b', memberships: [member('cy', { leftOn: '2027-06-01' })] }),
      someone({
        customerId: 'lost',
        memberships: [member('di')],
        history: [{ to: 'lost', on: '2027-06-01' }],
      }),
      someone({ customerId: 'd' }),
    ]
    expect(carrierReach(facts, today)).toEqual(
      new Map([['letter', { members: 3, reached: 2, share: figure(1 / 3), customerIds: ['a', 'lost'] }]]),
    )
  })

  test('somebody who left and joined again is on it once', () => {
    const memberships = [member('anna', { leftOn: '2027-05-01' }), member('anna', { joinedOn: '2027-06-01' })]
    expect(carrierReach([someone({ memberships })], today).get('letter')?.members).toBe(1)
  })
})
