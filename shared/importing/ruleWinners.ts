import type { EpochMs, ZoneName } from '../time/values'
import type { ImportRecord } from './importRecord'
import { extraRuleKey, type OverwriteRule, type OverwriteRules } from './overwriteRules'
import { momentFields } from './planInteractions'
import { ruledValues } from './ruledFields'
import { type FieldWays, ONLY_FILLS, type Way } from './settleField'

/** What one row brings for fields that have a rule. */
interface Offer {
  readonly row: number
  readonly keys: readonly string[]
  /** When the source last changed the row, epoch ms. */
  readonly changedAt: EpochMs | undefined
}

interface Winner {
  readonly row: number
  readonly changedAt: EpochMs | undefined
}

/** Whose page and whose person a row was found to be, by their places in the identity index. */
interface Owners {
  readonly customer: number
  readonly person?: number | undefined
}

/** Rules under which of several rows of a file one alone decides. */
const ONE_DECIDES: ReadonlySet<OverwriteRule | undefined> = new Set(['overwrite', 'newest'])

/**
 * Which row of a file decides about a field that several rows speak of. It is settled before any change is made, so
 * that what a row does depends neither on the order of its fellows nor on whether the file was taken in before: the
 * same file again finds everything as it would write it.
 *
 * Under `overwrite` the last row decides, under `newest` the one that the source changed last.
 */
export class RuleWinners {
  private offers: Offer[] = []
  private readonly winners = new Map<string, Winner>()
  private readonly extras: ReadonlySet<string>

  constructor(
    private readonly rules: OverwriteRules,
    private readonly zone: ZoneName,
  ) {
    this.extras = new Set(Object.keys(rules).filter((key) => key.startsWith('extra:')))
  }

  /** Whether any field has a rule. */
  get hasRules(): boolean {
    return Object.keys(this.rules).length > 0
  }

  /** First pass: notes what a row brings. */
  note(row: number, record: ImportRecord): void {
    if (!this.hasRules) return
    const keys = this.keysOf(record).filter((key) => ONE_DECIDES.has(this.rules[key]))
    if (keys.length > 0) this.offers.push({ row, keys, changedAt: this.changedAt(record) })
  }

  /** Between the passes: decides, now that it is known whom every row is about. */
  decide(ownersOf: (row: number) => Owners | undefined): void {
    for (const { row, keys, changedAt } of this.offers) {
      const owners = ownersOf(row)
      if (owners === undefined) continue
      for (const key of keys) {
        if (this.rules[key] === 'newest' && changedAt === undefined) continue
        const place = placeOf(key, owners)
        const winner = this.winners.get(place)
        const isOlder = this.rules[key] === 'newest' && (winner?.changedAt ?? -Infinity) > (changedAt ?? 0)
        if (!isOlder) this.winners.set(place, { row, changedAt })
      }
    }
    this.offers = []
  }

  /**
   * Second pass: how a row may write to the fields of a record. `before` is the record as the notebook has it, absent
   * for one that this file makes.
   */
  waysOf(row: number, owners: Owners, before: { readonly updatedAt: EpochMs } | undefined): FieldWays {
    if (!this.hasRules) return ONLY_FILLS
    return (key): Way => {
      const rule = Object.hasOwn(this.rules, key) ? this.rules[key] : undefined
      if (rule === undefined || rule === 'fillEmpty') return 'fill'
      if (rule === 'skip') return before === undefined ? 'fill' : 'leave'
      if (rule === 'append') return 'append'
      const winner = this.winners.get(placeOf(key, owners))
      // Nobody decides: no row says when it was changed. Then what is empty is filled in, as ever.
      if (winner === undefined) return 'fill'
      if (winner.row !== row) return 'leave'
      const isOurs = rule === 'newest' && before !== undefined && before.updatedAt >= (winner.changedAt ?? 0)
      return isOurs ? 'fill' : 'replace'
    }
  }

  private keysOf(record: ImportRecord): string[] {
    const keys: string[] = [
      ...Object.keys(ruledValues(record).values),
      ...(record.own ?? []).map(({ target }) => target),
    ]
    if (this.extras.size === 0) return keys
    const extras = Object.entries(record.extra).filter(([, value]) => value !== '')
    return [...keys, ...extras.map(([header]) => extraRuleKey(header))]
  }

  private changedAt({ updatedAt }: ImportRecord): EpochMs | undefined {
    if (updatedAt === undefined) return undefined
    const moment = momentFields(updatedAt, this.zone, Number.NaN).at
    return Number.isNaN(moment) ? undefined : moment
  }
}

/** A person's fields are theirs; the others are the page's, and a column that nobody knows goes with the person. */
function placeOf(key: string, { customer, person }: Owners): string {
  const isPersonal = ['person.', 'extra:', 'own.people.'].some((mark) => key.startsWith(mark))
  return isPersonal && person !== undefined ? `p${person} ${key}` : `c${customer} ${key}`
}
