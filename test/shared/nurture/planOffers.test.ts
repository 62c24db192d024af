import { expect, test } from 'vitest'
import { type PlanEntry, planBook } from '../../../shared/nurture/planBook'
import { type OfferSources, planOffers } from '../../../shared/nurture/planOffers'

const book = planBook([])
const today = '2026-04-16'
const nothing: OfferSources = { interactions: [], quotes: [], orders: [], samples: [], enrolments: [] }
const noon = Date.UTC(2026, 3, 10, 12)

function offered(sources: Partial<OfferSources>, plans: readonly PlanEntry[] = book): string[] {
  return planOffers({ ...nothing, ...sources }, plans, today, 'Asia/Shanghai').map(
    ({ entry, aboutId }) => `${entry.planKey} ${aboutId}`,
  )
}

test('each occasion of the last two weeks offers its plan, the newest first', () => {
  expect(
    offered({
      interactions: [
        { id: 'e', kind: 'enquiry', at: noon },
        { id: 'n', kind: 'news', at: noon - 86_400_000 },
        { id: 'm', kind: 'message', at: noon },
      ],
      quotes: [
        { id: 'q', on: '2026-04-16', status: 'open' },
        { id: 'old', on: '2026-04-01', status: 'open' },
        { id: 'gone', on: '2026-04-16', status: 'declined' },
      ],
      samples: [{ id: 's', on: '2026-04-12' }],
    }),
  ).toEqual(['quoteFollowUp q', 'sampleFollowUp s', 'platformEnquiry e', 'congratulation n'])
})

test('only the first order offers aftercare; a delivery asks for a name unless they complained', () => {
  const orders: OfferSources['orders'] = [
    { id: 'a', on: '2026-04-14', status: 'open', milestones: [] },
    { id: 'b', on: '2026-01-10', status: 'closed', milestones: [{ kind: 'arrived', doneOn: '2026-04-09' }] },
  ]
  expect(offered({ orders })).toEqual(['referralAsk b'])
  expect(offered({ orders: orders.slice(0, 1) })).toEqual(['firstOrder a'])
  expect(offered({ orders, interactions: [{ id: 'c', kind: 'complaint', at: noon }] })).toEqual([])
})

test('nothing is offered of a plan that is retired, running, or was begun since', () => {
  const quotes: OfferSources['quotes'] = [{ id: 'q', on: '2026-04-14', status: 'open' }]
  const plans = book.map((entry) => ({ ...entry, versionIds: [entry.planKey] }))
  const on = (startsOn: string, endedAt?: number): OfferSources['enrolments'] => [
    {
      ...{ id: 'x', schema: 2, rev: 1, createdAt: 1, updatedAt: 1, origin: 'person' as const },
      ...{ planId: 'quoteFollowUp', customerId: 'c', startsOn },
      ...(endedAt === undefined ? {} : { endedAt }),
    },
  ]
  expect(offered({ quotes }, plans)).toEqual(['quoteFollowUp q'])
  expect(offered({ quotes, enrolments: on('2026-01-01') }, plans)).toEqual([])
  expect(offered({ quotes, enrolments: on('2026-01-01', 5) }, plans)).toEqual(['quoteFollowUp q'])
  expect(offered({ quotes, enrolments: on('2026-04-15', 5) }, plans)).toEqual([])
  expect(
    offered(
      { quotes },
      plans.map((entry) => ({ ...entry, isRetired: true })),
    ),
  ).toEqual([])
})
