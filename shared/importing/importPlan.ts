import type { Change } from '../changes/changeSet'
import type { Consent } from '../records/consent'
import type { Customer } from '../records/customer'
import type { Person } from '../records/person'
import type { ZoneName } from '../time/values'
import { type FormatId, formatKind } from './formats'
import type { IdentityIndex } from './identityIndex'
import type { ImportRecord } from './importRecord'
import type { OverwriteRules } from './overwriteRules'
import { fieldBit, type OnFill } from './planFields'
import type { FigurePlan, PlanFigures } from './planFigures'
import { PlanGroup } from './planGroup'
import { keysOfRow, type RowKeys, rowIdOf } from './planKeys'
import type { PlanNotice } from './planNotice'
import type { KnownOrders } from './planOrders'
import type { KnownPayments } from './planPayments'
import type { PlanMaking, PlanSources } from './planSources'
import { presetFor } from './presets/presetFor'
import { type DuplicateReason, type DuplicateRule, ERASED, type Resolution, RowResolver } from './resolveRow'
import { rowHash } from './rowHash'
import { RuleWinners } from './ruleWinners'

/** What becomes of a row. Rejected rows never reach the plan: they are the reading's. */
export const ROW_OUTCOMES = ['new', 'update', 'same', 'duplicate'] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

/** What becomes of one row, and why. */
export interface PlannedRow {
  readonly outcome: RowOutcome
  /** Set for a duplicate. */
  readonly reason?: DuplicateReason | undefined
  /** The record of the notebook that it is about or resembles; absent while that is only planned. */
  readonly knownId?: string | undefined
  /** What the row adds, a bit for each of `PLAN_FIELDS`. */
  readonly adds: number
  /** What of ours gives way to it, by the rules of its columns. */
  readonly replaces: number
}

/** The records of the notebook that some rows touch, as they are now. */
export interface KnownRows {
  readonly customers: ReadonlyMap<string, Customer>
  readonly people: ReadonlyMap<string, Person>
  /** Source keys of interactions by customer. */
  readonly sourceKeys: ReadonlyMap<string, readonly string[]>
  readonly consents: ReadonlyMap<string, readonly Consent[]>
}

/** What the next rows need from the notebook. */
export interface WantedRows {
  readonly customerIds: readonly string[]
  readonly personIds: readonly string[]
}

/** How a file is planned. */
export interface PlanRules {
  readonly format: FormatId
  readonly duplicates: DuplicateRule
  /** What its columns may write over, and the zone of moments that name none. */
  readonly overwrite?: { readonly rules: OverwriteRules; readonly zone: ZoneName } | undefined
}

/** What the second pass works with. `figures` are those of the notebook, for rows that are about nobody. */
export interface PlanTools {
  readonly making: PlanMaking
  readonly sources: PlanSources
  readonly figures: PlanFigures
  /** Orders that came from a source. */
  readonly orders: KnownOrders
  readonly payments: KnownPayments
  readonly notice: PlanNotice
}

const ABOUT_NOBODY: Resolution = { kind: 'figure', customer: -1, isNewCustomer: false, isNewPerson: false }

/**
 * Plans a whole file before a record is written, in two passes over its rows: the first finds out whom each row is
 * about, the second what it adds. Only what several rows share is held in memory, until the last of them has come.
 * The second pass may be made any number of times: once to count, once to make the changes.
 */
export class ImportPlan {
  private readonly resolver: RowResolver
  private readonly resolutions: Resolution[] = []
  private readonly rowIds: string[] = []
  /** By index of the customer: the last row about it. */
  private readonly lastRow = new Map<number, number>()
  private readonly held = new Map<number, RowKeys>()
  private readonly groups = new Map<number, PlanGroup>()
  private readonly winners: RuleWinners
  private next = 0

  constructor(
    private readonly index: IdentityIndex,
    private readonly options: PlanRules,
  ) {
    this.winners = new RuleWinners(options.overwrite?.rules ?? {}, options.overwrite?.zone ?? 'UTC')
    this.resolver = new RowResolver(index, options.format, options.duplicates)
  }

  /** The id under which a row is known again. */
  rowIdOf(record: ImportRecord): string {
    return rowIdOf(this.options.format, rowHash(this.options.format, record))
  }

  /** First pass: the next rows, in the order of the file. `isErased` says of each whether its person was erased. */
  resolve(records: readonly ImportRecord[], isErased: readonly boolean[] = []): void {
    for (const [at, record] of records.entries()) {
      if (isErased[at] === true) {
        this.resolutions.push(ERASED)
        this.rowIds.push('')
        continue
      }
      if (record.figure !== undefined) {
        this.resolutions.push(ABOUT_NOBODY)
        this.rowIds.push('')
        continue
      }
      const rowId = this.rowIdOf(record)
      const keys = keysOfRow(record, rowId)
      const resolution = this.resolver.resolve(keys)
      if (resolution.kind === 'duplicate') this.held.set(this.resolutions.length, keys)
      this.winners.note(this.resolutions.length, record)
      this.resolutions.push(resolution)
      this.rowIds.push(rowId)
    }
  }

  /**
   * Ends the first pass. Rows that were held back are looked at again, now that all others are known, until nothing
   * moves any more: what is left is held back the next time too. From then on the index knows nobody by a key.
   */
  seal(): void {
    for (let hasMoved = true; hasMoved; ) {
      hasMoved = false
      for (const [at, keys] of this.held) {
        const resolution = this.resolver.resolve(keys)
        this.resolutions[at] = resolution
        if (resolution.kind === 'duplicate') continue
        this.held.delete(at)
        hasMoved = true
      }
    }
    for (const [at, resolution] of this.resolutions.entries()) {
      if (this.isPlanned(resolution)) this.lastRow.set(resolution.customer, at)
    }
    this.winners.decide((row) => {
      const resolution = this.resolutions[row]
      return resolution !== undefined && this.isPlanned(resolution) ? resolution : undefined
    })
    this.held.clear()
    this.index.forgetKeys()
  }

  /** Begins a second pass. */
  begin(): void {
    this.next = 0
    this.groups.clear()
  }

  /** The records of the notebook that the next `count` rows need. */
  wanted(count: number): WantedRows {
    const customers = new Set<string>()
    const people = new Set<string>()
    for (const resolution of this.resolutions.slice(this.next, this.next + count)) {
      const { customer, person } = resolution
      if (!this.isPlanned(resolution) || this.groups.has(customer)) continue
      const customerId = this.index.parties[customer]?.id
      if (customerId === undefined) continue
      customers.add(customerId)
      const personId = person === undefined ? undefined : this.index.parties[person]?.id
      if (personId !== undefined) people.add(personId)
    }
    // A group that stays open needs people that later rows are about.
    for (const resolution of this.resolutions.slice(this.next, this.next + count)) {
      const person = this.isPlanned(resolution) ? resolution.person : undefined
      const personId = person === undefined ? undefined : this.index.parties[person]?.id
      if (personId !== undefined) people.add(personId)
    }
    return { customerIds: [...customers], personIds: [...people] }
  }

  /** Second pass: the next rows, and the changes that are complete with them. */
  plan(
    records: readonly ImportRecord[],
    known: KnownRows,
    tools: PlanTools,
  ): { rows: PlannedRow[]; changes: Change[] } {
    const rows: PlannedRow[] = []
    const changes: Change[] = []
    for (const record of records) {
      const at = this.next++
      const resolution = this.resolutions[at]
      if (resolution === undefined) throw new RangeError('a row that was not resolved')
      if (resolution.kind === 'figure') {
        const figure = tools.figures.plan(record, tools)
        rows.push(figureRow(figure.outcome))
        changes.push(...tools.sources.takeMade(), ...figure.changes)
        continue
      }
      rows.push(this.planRow(record, at, resolution, { ...tools, known }))
      if (this.isPlanned(resolution) && this.lastRow.get(resolution.customer) === at) {
        const group = this.groups.get(resolution.customer)
        this.groups.delete(resolution.customer)
        if (group !== undefined)
          changes.push(...tools.sources.takeMade(), ...tools.notice.takeMade(), ...group.changes())
      }
    }
    return { rows, changes }
  }

  private planRow(
    record: ImportRecord,
    at: number,
    resolution: Resolution,
    tools: PlanTools & { readonly known: KnownRows },
  ): PlannedRow {
    const { kind, customer, person, reason } = resolution
    const knownId = this.index.parties[customer]?.id
    if (kind === 'duplicate') return { outcome: 'duplicate', reason, knownId, adds: 0, replaces: 0 }
    if (!this.isPlanned(resolution)) return { outcome: 'same', knownId, adds: 0, replaces: 0 }
    const group = this.groups.get(customer) ?? this.open(customer, record, tools)
    this.groups.set(customer, group)
    let adds = 0
    let replaces = 0
    const onFill: OnFill = (field, isReplaced) => {
      if (isReplaced === true) replaces |= fieldBit(field)
      else adds |= fieldBit(field)
    }
    const personId = person === undefined ? undefined : this.index.parties[person]?.id
    const row = {
      person:
        person === undefined
          ? undefined
          : { party: person, known: personId === undefined ? undefined : tools.known.people.get(personId) },
      rowId: this.rowIds[at] ?? '',
      ways: (before: Customer | Person | undefined) => this.winners.waysOf(at, { customer, person }, before),
    }
    const isNew = resolution.isNewCustomer || resolution.isNewPerson
    if (kind === 'repeated') group.restate(record, row, onFill)
    else group.add(record, { ...row, isNew }, onFill)
    const outcome = isNew ? 'new' : adds === 0 && replaces === 0 ? 'same' : 'update'
    return { outcome, knownId, adds, replaces }
  }

  /** Whether a row may change something: one that was taken in before only where a column of it has a rule. */
  private isPlanned({ kind }: Resolution): boolean {
    return kind === 'party' || (kind === 'repeated' && this.winners.hasRules)
  }

  private open(
    customer: number,
    record: ImportRecord,
    tools: PlanTools & { readonly known: KnownRows },
  ): PlanGroup {
    const { making, sources, known, orders, payments, notice } = tools
    const id = this.index.parties[customer]?.id
    const page = id === undefined ? undefined : known.customers.get(id)
    if (id !== undefined && page === undefined)
      throw new RangeError('a customer that the notebook does not have')
    return new PlanGroup({
      format: this.options.format,
      making,
      sources,
      orders,
      payments,
      notice,
      list: presetFor(this.options.format, formatKind(this.options.format)).list,
      first: record,
      known: page && {
        customer: page,
        sourceKeys: known.sourceKeys.get(page.id) ?? [],
        consents: known.consents.get(page.id) ?? [],
      },
    })
  }
}

function figureRow(outcome: FigurePlan['outcome']): PlannedRow {
  return outcome === 'held'
    ? { outcome: 'duplicate', reason: 'otherDays', adds: 0, replaces: 0 }
    : { outcome, adds: outcome === 'update' ? fieldBit('figures') : 0, replaces: 0 }
}
