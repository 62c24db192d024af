import type { Match, MatchReason } from './match'

interface Scored {
  readonly score: number
  readonly reason: MatchReason
}
type Reasons = Map<MatchReason['code'], Scored>

/** Below this, a list of guesses would only distract from typing. */
const MIN_SCORE = 0.2

/** Collects reasons as they are found and turns them into a ranked list. */
export class MatchTally {
  private readonly companies = new Map<string, Reasons>()
  private readonly people = new Map<string, Map<string, Reasons>>()

  /** Notes a reason for a customer, or for one of its people. Of one code only the strongest is kept. */
  add(customerId: string, personId: string | undefined, score: number, reason: MatchReason): void {
    const reasons = personId === undefined ? this.ofCompany(customerId) : this.ofPerson(customerId, personId)
    const known = reasons.get(reason.code)
    if (known && (known.score > score || (known.score === score && text(known.reason) <= text(reason))))
      return
    reasons.set(reason.code, { score, reason })
  }

  /**
   * The best matches. What speaks for a company speaks for its people too, but only people with a reason
   * of their own are listed; then the company by itself is not.
   */
  matches(limit: number): Match[] {
    const found: Match[] = []
    for (const [customerId, people] of this.people) {
      const shared = this.companies.get(customerId)
      for (const [personId, reasons] of people)
        found.push({ customerId, personId, ...summary(reasons, shared) })
    }
    for (const [customerId, reasons] of this.companies) {
      if (!this.people.has(customerId)) found.push({ customerId, ...summary(reasons) })
    }
    return found
      .filter((match) => match.score >= MIN_SCORE)
      .sort((a, b) => b.score - a.score || compare(a, b))
      .slice(0, limit)
  }

  private ofCompany(customerId: string): Reasons {
    const known = this.companies.get(customerId)
    if (known) return known
    const reasons: Reasons = new Map()
    this.companies.set(customerId, reasons)
    return reasons
  }

  private ofPerson(customerId: string, personId: string): Reasons {
    const people = this.people.get(customerId) ?? new Map<string, Reasons>()
    this.people.set(customerId, people)
    const known = people.get(personId)
    if (known) return known
    const reasons: Reasons = new Map()
    people.set(personId, reasons)
    return reasons
  }
}

/** A code that both a person and the company have (a shared phone) counts once, the stronger one. */
function summary(own: Reasons, shared: Reasons = new Map()): { score: number; reasons: MatchReason[] } {
  const best: Reasons = new Map(shared)
  for (const [code, scored] of own) {
    if (scored.score >= (best.get(code)?.score ?? 0)) best.set(code, scored)
  }
  const sorted = [...best.values()].sort(
    (a, b) => b.score - a.score || (text(a.reason) < text(b.reason) ? -1 : 1),
  )
  const doubt = sorted.reduce((product, scored) => product * (1 - scored.score), 1)
  // Rounded, so that the order in which reasons were found can't tip the scales by a last bit.
  return { score: Math.round((1 - doubt) * 1e6) / 1e6, reasons: sorted.map((scored) => scored.reason) }
}

function text(reason: MatchReason): string {
  return `${reason.code} ${JSON.stringify(reason.params)}`
}

/** Ids are time-ordered: the newer customer first. */
function compare(a: Match, b: Match): number {
  if (a.customerId !== b.customerId) return a.customerId < b.customerId ? 1 : -1
  return (a.personId ?? '') < (b.personId ?? '') ? 1 : -1
}
