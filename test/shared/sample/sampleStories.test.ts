import { describe, expect, test } from 'vitest'
import type { RecordOf, TableName } from '../../../shared/records/tables'
import { generateSampleNotebook } from '../../../shared/sample/generateSampleNotebook'
import { keywordMonths } from '../../../shared/sample/keywordMonths'

const asOf = Date.UTC(2027, 2, 10, 8)
const today = '2027-03-10'
const rows = [...generateSampleNotebook({ seed: 'stories', customers: 400, asOf })]

function recordsOf<T extends TableName>(table: T): RecordOf<T>[] {
  return rows.filter((row) => row.table === table).map((row) => row.record as RecordOf<T>)
}

function groupedBy<T>(list: readonly T[], keyOf: (one: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return groups
}

const customers = recordsOf('customers')
const people = new Map(recordsOf('people').map((person) => [person.id, person]))
const talks = recordsOf('interactions')
const orders = recordsOf('orders')
const memberships = recordsOf('memberships')
const engagements = recordsOf('engagements')
const ordersOf = groupedBy(orders, (order) => order.customerId)

describe('readers of the sample', () => {
  test('came onto a carrier by a yes of their own, and left it later if at all', () => {
    const consents = new Map(recordsOf('consents').map((consent) => [consent.id, consent]))
    const offers = new Map(recordsOf('offers').map((offer) => [offer.id, offer]))
    const linkedin = recordsOf('carriers').find((carrier) => carrier.kind === 'linkedin')
    const followers = memberships.filter((joined) => joined.carrierId === linkedin?.id)
    const connections = new Set(
      talks.filter((talk) => talk.kind === 'connected').map((talk) => `${talk.customerId} ${talk.at}`),
    )
    expect(followers.filter((one) => !connections.has(`${one.customerId} ${one.joinedAt}`))).toEqual([])
    const wrong = memberships.filter((joined) => {
      if (joined.carrierId === linkedin?.id) return false
      const yes = consents.get(joined.consentId ?? '')
      const offer = joined.offerId === undefined ? undefined : offers.get(joined.offerId)
      return (
        yes?.state !== 'given' ||
        yes.purpose !== 'newsletter' ||
        yes.customerId !== joined.customerId ||
        yes.at !== joined.joinedAt ||
        people.get(joined.personId ?? '')?.customerId !== joined.customerId ||
        (offer !== undefined &&
          (offer.carrierId !== joined.carrierId || offer.createdAt > joined.joinedAt)) ||
        (joined.leftAt !== undefined && (joined.leftAt <= joined.joinedAt || joined.leftAt > asOf))
      )
    })
    expect(wrong).toEqual([])
    const carriers = new Set(memberships.map((joined) => joined.carrierId))
    expect(carriers.size).toBe(4)
    expect(new Set(memberships.map((joined) => joined.leftReason))).toEqual(
      new Set([undefined, 'unsubscribed', 'bounced']),
    )
  })

  test('take notice only while they are members, and of a letter only after it has arrived', () => {
    const byMember = groupedBy(memberships, (joined) => `${joined.customerId} ${joined.carrierId}`)
    const outside = engagements.filter((one) => {
      const own = byMember.get(`${one.customerId} ${one.carrierId}`) ?? []
      return !own.some((joined) => one.at >= joined.joinedAt && one.at <= (joined.leftAt ?? asOf))
    })
    expect(outside).toEqual([])
    const seen = new Set<string>()
    const unread = engagements.filter((one) => {
      const key = (kind: string) => `${one.customerId} ${one.campaign} ${kind}`
      seen.add(key(one.kind))
      if (one.kind === 'opened') return !seen.has(key('delivered'))
      return one.kind === 'clicked' && !seen.has(key('opened'))
    })
    expect(unread).toEqual([])
    const kinds = new Set(engagements.map((one) => one.kind))
    expect([...kinds].sort()).toEqual([
      'attended',
      'bounced',
      'clicked',
      'delivered',
      'downloaded',
      'opened',
      'registered',
      'replied',
    ])
    expect(engagements.length).toBeGreaterThan(2 * customers.length)
    expect(engagements.length).toBeLessThan(4 * customers.length)
  })

  test('order more often than those who never read us, and name what they read', () => {
    const readers = new Set(
      memberships.filter((one) => one.consentId !== undefined).map((joined) => joined.customerId),
    )
    const share = (list: typeof customers) =>
      list.filter((customer) => ordersOf.has(customer.id)).length / list.length
    const nurtured = share(customers.filter((customer) => readers.has(customer.id)))
    const cold = share(customers.filter((customer) => !readers.has(customer.id)))
    expect(nurtured).toBeGreaterThan(cold * 1.5)
    expect(orders.filter((order) => order.contentId !== undefined).length).toBeGreaterThan(10)
  })
})

describe('money of the sample', () => {
  test('comes in for an order up to its total, and goes back up to what came in', () => {
    const byOrder = groupedBy(recordsOf('payments'), (payment) => payment.orderId)
    const wrong = [...byOrder].filter(([orderId, payments]) => {
      const order = orders.find((one) => one.id === orderId)
      const sum = (refund: boolean) =>
        payments
          .filter((payment) => (payment.kind === 'refund') === refund)
          .reduce((total, payment) => total + payment.amount.minor, 0)
      return (
        order === undefined ||
        payments.some(
          (one) => one.amount.currency !== order.currency || one.on > today || one.on < order.on,
        ) ||
        sum(false) > order.total.minor ||
        sum(true) > sum(false) ||
        (order.status === 'cancelled' && sum(true) > 0 && sum(true) !== sum(false))
      )
    })
    expect(wrong).toEqual([])
    expect(new Set(recordsOf('payments').map((payment) => payment.kind))).toEqual(
      new Set(['deposit', 'balance', 'refund']),
    )
    expect(new Set(orders.map((order) => order.status))).toEqual(new Set(['open', 'closed', 'cancelled']))
  })

  test('grows in yearly rings, into further product lines', () => {
    const lineOf = new Map(recordsOf('products').map((product) => [product.id, product.line]))
    const years = [...ordersOf.values()].flatMap((own) => {
      const [first] = own
      return own.map((order) => ({
        ring: Math.floor((Date.parse(order.on) - Date.parse(first?.on ?? order.on)) / 31_536_000_000),
        pieces: order.lines.reduce((sum, line) => sum + Number(line.quantity), 0),
        lines: new Set(order.lines.map((line) => lineOf.get(line.productId ?? ''))).size,
      }))
    })
    const mean = (ring: (value: number) => boolean) => {
      const inRing = years.filter((order) => ring(order.ring))
      return inRing.reduce((sum, order) => sum + order.pieces, 0) / inRing.length
    }
    expect(mean((ring) => ring >= 1)).toBeGreaterThan(1.4 * mean((ring) => ring === 0))
    expect(years.some((order) => order.ring >= 2 && order.lines > 1)).toBe(true)
  })

  test('of a fair is spent for fewer and fewer real negotiations', () => {
    const editions = recordsOf('touchpoints').filter((one) => one.series === 'Lingnan Home & Table Fair')
    const figuresOf = (some: typeof editions) => {
      const ids = new Set<string | undefined>(some.map((one) => one.id))
      const spent = recordsOf('costs')
        .filter((cost) => ids.has(cost.touchpointId))
        .reduce((sum, cost) => sum + cost.amount.minor, 0)
      const met = customers.filter((customer) => ids.has(customer.sourceTouchpointId))
      const deep = met.filter((customer) => customer.grade === 'A' || customer.grade === 'B').length
      return { spent, perCard: spent / met.length, perDeep: spent / deep }
    }
    const early = figuresOf(editions.slice(0, 3))
    const late = figuresOf(editions.slice(-4, -1))
    expect(late.spent).toBeGreaterThan(2.5 * early.spent)
    expect(late.perDeep / early.perDeep).toBeGreaterThan(1.5 * (late.perCard / early.perCard))
  })

  test('for keywords is the worked figure: 100,000 CNY, 2,000 clicks, 50 enquiries, 3 orders', () => {
    const year = keywordMonths(today).slice(-12)
    const sum = (field: 'minor' | 'clicks' | 'enquiries' | 'orders') =>
      year.reduce((total, month) => total + month[field], 0)
    expect([sum('minor'), sum('clicks'), sum('enquiries'), sum('orders')]).toEqual([10_000_000, 2000, 50, 3])
    expect([year[0]?.from, year.at(-1)?.to]).toEqual(['2026-03-01', '2027-02-28'])
    const traffic = recordsOf('traffic').filter((line) => line.what === 'bamboo tableware wholesale')
    expect(traffic.slice(-12).map((line) => line.clicks)).toEqual(year.map((month) => month.clicks))
  })

  test('is not known everywhere: one line without a figure, one currency without a rate', () => {
    const costs = recordsOf('costs')
    const rated = new Set(['CNY', ...recordsOf('rates').map((rate) => rate.from)])
    expect(costs.filter((cost) => cost.amount.minor === 0)).toHaveLength(1)
    expect(
      costs.filter((cost) => !rated.has(cost.amount.currency)).map((cost) => cost.amount.currency),
    ).toEqual(['KRW'])
    const costed = orders.filter(
      (order) => order.costOfGoods !== undefined || order.lines.every((line) => line.unitCost !== undefined),
    )
    expect(costed.length).toBeGreaterThan(orders.length / 3)
    expect(costed.length).toBeLessThan(orders.length)
  })
})

describe('work in the sample', () => {
  test('appointments that lie behind were kept, the others lie ahead', () => {
    const appointments = recordsOf('appointments')
    const talkOf = new Map(talks.map((talk) => [talk.id, talk]))
    const wrong = appointments.filter((one) =>
      one.doneAt === undefined
        ? one.startsAt <= asOf || one.interactionId !== undefined
        : one.doneAt > asOf || talkOf.get(one.interactionId ?? '')?.customerId !== one.customerId,
    )
    expect(wrong).toEqual([])
    expect(appointments.filter((one) => one.doneAt === undefined).length).toBeGreaterThan(3)
    expect(appointments.filter((one) => one.doneAt !== undefined).length).toBeGreaterThan(10)
  })

  test('pieces stand on the calendar: published before today, planned from today on, one edition expired', () => {
    const content = recordsOf('content')
    expect(new Set(content.map((piece) => piece.status))).toEqual(
      new Set(['idea', 'draft', 'ready', 'published']),
    )
    const wrong = content.filter(
      ({ status, on }) => on !== undefined && (status === 'published' ? on >= today : on < today),
    )
    expect(wrong).toEqual([])
    const expired = content.flatMap((piece) =>
      piece.editions.filter((edition) => edition.expiresOn !== undefined && edition.expiresOn < today),
    )
    expect(expired).toHaveLength(1)
    expect(content.filter((piece) => piece.leadMagnet === true)).toHaveLength(2)
  })

  test('whoever left a company is not talked to afterwards', () => {
    const gone = [...people.values()].filter((person) => person.leftOn !== undefined)
    expect(gone.length).toBeGreaterThan(3)
    const late = talks.filter((talk) =>
      talk.personIds.some((id) => {
        const leftOn = people.get(id)?.leftOn
        return leftOn !== undefined && talk.at >= Date.parse(`${leftOn}T00:00:00+08:00`)
      }),
    )
    expect(late).toEqual([])
  })

  test('is shared by three, and those who order again recommend us', () => {
    const staff = groupedBy(customers, (customer) => customer.staffId)
    expect(staff.size).toBe(3)
    expect(Math.min(...[...staff.values()].map((own) => own.length))).toBeGreaterThan(40)
    const stageOf = new Map(customers.map((customer) => [customer.id, customer.stage]))
    const referrers = recordsOf('relations').filter((relation) => relation.kind === 'referredBy')
    const advocates = referrers.filter((relation) => stageOf.get(relation.toId) === 'repeat')
    expect(advocates.length).toBeGreaterThan(referrers.length / 2)
  })

  test('a snapshot says who was in a segment, and since then somebody came', () => {
    const [snapshot] = recordsOf('segmentSnapshots')
    const now = customers
      .filter((one) => one.stage === 'repeat' && one.tags.includes('VIP'))
      .map((one) => one.id)
    expect(snapshot?.on).toBe('2026-09-07')
    expect(snapshot?.memberIds.length).toBeGreaterThan(0)
    expect(now.length).toBeGreaterThan(snapshot?.memberIds.length ?? 0)
    expect(snapshot?.memberIds.filter((id) => !now.includes(id))).toEqual([])
  })

  test('the workshop is closed around Chinese New Year', () => {
    const [settings] = recordsOf('settings')
    expect(settings?.shutdowns?.map(({ from, to }) => [from, to])).toContainEqual([
      '2027-01-30',
      '2027-02-16',
    ])
  })
})
