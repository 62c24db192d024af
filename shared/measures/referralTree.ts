import type { CurrencyCode, Money } from '../money/values'
import { compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { MinorTally } from './facts/baseAmounts'
import type { CustomerFacts } from './facts/customerFacts'
import type { Figure } from './figure'

/** A customer in the tree of who sent whom. */
export interface ReferralNode {
  readonly customerId: string
  /** Whom they sent to us, in the order of the facts. */
  readonly children: readonly string[]
  /** Everybody below them, children's children included. */
  readonly descendants: number
  /** Revenue of all descendants up to today, credits taken off: what this customer brought beside their own orders. */
  readonly value: Figure<Money>
  /** At whose channel the tree began: the first one's. */
  readonly rootId: string
}

/** All trees, and what each channel's customers brought through others. */
export interface ReferralTrees {
  /** Only customers who sent somebody or were sent. */
  readonly nodes: ReadonlyMap<string, ReferralNode>
  /** By the first touch of each tree's root; `undefined` holds those whose root came from nobody knows where. */
  readonly byChannel: ReadonlyMap<
    string | undefined,
    { readonly referred: number; readonly value: Figure<Money> }
  >
  /** Ties that would have closed a ring ("A sent B, B sent A") or name a customer who is gone; they are left out. */
  readonly leftOut: number
}

type TreeFacts = Pick<CustomerFacts, 'customerId' | 'sources' | 'orders' | 'credits' | 'referredById'>

/**
 * Referral value: the observed LTV of all descendants in the referral tree, rolled up to the referrer and to the channel
 * where the tree began. One pass down and one up, however deep. Source: measures.md "referral value".
 */
export function referralTrees(
  facts: readonly TreeFacts[],
  today: IsoDate,
  base: CurrencyCode,
): ReferralTrees {
  const all = new Map(facts.map((one) => [one.customerId, one]))
  const { children, roots, leftOut } = branches(facts, all)
  const nodes = new Map<string, ReferralNode>()
  const below = new Map<string, { count: number; parts: MinorTally }>()
  const byChannel = new Map<string | undefined, { referred: number; tally: MinorTally }>()
  for (const rootId of roots) {
    const order = downwards(rootId, children)
    for (const customerId of order.reverse()) {
      const own = { count: 0, parts: new MinorTally() }
      for (const child of children.get(customerId) ?? []) {
        const under = below.get(child)
        own.count += 1 + (under?.count ?? 0)
        if (under !== undefined) own.parts.addAll(under.parts)
        addRevenue(own.parts, all.get(child), today)
        // What lies below a child is in its parent now.
        below.delete(child)
      }
      below.set(customerId, own)
      const value = own.parts.total(base)
      nodes.set(customerId, {
        customerId,
        children: children.get(customerId) ?? [],
        descendants: own.count,
        value,
        rootId,
      })
    }
    const whole = below.get(rootId)
    const channelId = all.get(rootId)?.sources[0]?.channelId
    const channel = byChannel.get(channelId) ?? { referred: 0, tally: new MinorTally() }
    byChannel.set(channelId, channel)
    channel.referred += whole?.count ?? 0
    if (whole !== undefined) channel.tally.addAll(whole.parts)
  }
  return {
    nodes,
    byChannel: new Map(
      [...byChannel].map(([id, { referred, tally }]) => [id, { referred, value: tally.total(base) }]),
    ),
    leftOut,
  }
}

/** Who sent whom, without the ties that would make a ring. A customer has one referrer. */
function branches(facts: readonly TreeFacts[], all: ReadonlyMap<string, TreeFacts>) {
  const children = new Map<string, string[]>()
  const state = new Map<string, 'open' | 'rooted'>()
  const dropped = new Set<string>()
  let leftOut = 0
  for (const { customerId } of facts) {
    const path: string[] = []
    let at: string | undefined = customerId
    while (at !== undefined && state.get(at) === undefined) {
      state.set(at, 'open')
      path.push(at)
      const up: string | undefined = all.get(at)?.referredById
      if (up !== undefined && (!all.has(up) || state.get(up) === 'open')) {
        dropped.add(at)
        leftOut += 1
        break
      }
      at = up
    }
    for (const id of path) state.set(id, 'rooted')
  }
  const roots: string[] = []
  for (const { customerId, referredById } of facts) {
    if (referredById === undefined || dropped.has(customerId)) roots.push(customerId)
    else {
      const sent = children.get(referredById)
      if (sent === undefined) children.set(referredById, [customerId])
      else sent.push(customerId)
    }
  }
  return { children, roots: roots.filter((id) => children.has(id)), leftOut }
}

/** A tree's customers, parents before children; no recursion, so that no chain is too long. */
function downwards(rootId: string, children: ReadonlyMap<string, readonly string[]>): string[] {
  const order = [rootId]
  for (let place = 0; place < order.length; place += 1) {
    for (const child of children.get(order[place] ?? '') ?? []) order.push(child)
  }
  return order
}

function addRevenue(tally: MinorTally, facts: TreeFacts | undefined, today: IsoDate): void {
  for (const { on, revenueMinor } of facts?.orders ?? [])
    if (compareDays(on, today) <= 0) tally.add(revenueMinor)
  for (const { on, minor } of facts?.credits ?? []) if (compareDays(on, today) <= 0) tally.add(minor)
}
