import { type GiveAsk, giveAsk } from '../nurture/giveAsk'
import type { Interaction } from '../records/interaction'
import type { Enrolment } from '../records/nurture'
import { type Figure, ratio } from './figure'

/** So many gifts stand before one ask unless the notebook says otherwise. */
const GIVE_ASK_RATIO = 3

/** Gifts against asks, and whether the guard is kept. */
export interface GiveAskBalance extends GiveAsk {
  /** gives / asks; no figure while nothing was asked. */
  readonly ratio: Figure
  /** At least `guard` gifts for every ask. */
  readonly kept: boolean
}

type Talk = Pick<Interaction, 'kind' | 'direction' | 'customerId' | 'personIds' | 'touchKey'> & {
  readonly deletedAt?: number | undefined
}

/** Gifts and asks in one place. Source: measures.md "give : ask". */
export function giveAskBalance(talks: readonly Talk[], guard: number = GIVE_ASK_RATIO): GiveAskBalance {
  const { gives, asks } = giveAsk(talks.filter((talk) => talk.deletedAt === undefined))
  return { gives, asks, ratio: ratio(gives, asks, 'measures.nothingAsked'), kept: gives >= guard * asks }
}

/** One balance for each person; talks that name nobody are the customer's own, under the customer's id. */
export function giveAskByPerson(talks: readonly Talk[], guard?: number): Map<string, GiveAskBalance> {
  return grouped(talks, guard, (talk) => (talk.personIds.length === 0 ? [talk.customerId] : talk.personIds))
}

/** One balance for each plan, of the touches that were done for it (`enrolment/step/occurrence`). */
export function giveAskByPlan(
  talks: readonly Talk[],
  enrolments: ReadonlyMap<string, Pick<Enrolment, 'planId'>>,
  guard?: number,
): Map<string, GiveAskBalance> {
  return grouped(talks, guard, (talk) => {
    const planId = enrolments.get(talk.touchKey?.split('/')[0] ?? '')?.planId
    return planId === undefined ? [] : [planId]
  })
}

function grouped(
  talks: readonly Talk[],
  guard: number | undefined,
  keysOf: (talk: Talk) => readonly string[],
): Map<string, GiveAskBalance> {
  const groups = new Map<string, Talk[]>()
  for (const talk of talks) {
    for (const key of keysOf(talk)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [talk])
      else group.push(talk)
    }
  }
  return new Map([...groups].map(([key, group]) => [key, giveAskBalance(group, guard)]))
}
