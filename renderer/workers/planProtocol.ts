import type { FormatId } from '#shared/importing/formats'
import type { RowOutcome } from '#shared/importing/importPlan'
import type { OverwriteRules } from '#shared/importing/overwriteRules'
import type { PlanField } from '#shared/importing/planFields'
import type { ChosenPlace } from '#shared/importing/planSources'
import type { DuplicateReason, DuplicateRule } from '#shared/importing/resolveRow'
import type { TableName } from '#shared/records/tables'
import type { PackedChanges } from '../store/packedSet'

/** How many rows of a file become what. */
export interface PlanTally extends Readonly<Record<RowOutcome, number>> {
  readonly reasons: Readonly<Partial<Record<DuplicateReason, number>>>
  /** In how many rows something of ours gives way, by what it is. */
  readonly replaced: Readonly<Partial<Record<PlanField, number>>>
  /** How many records of each table it would make, change and take away. */
  readonly records: Readonly<Partial<Record<TableName, RecordTally>>>
}

/** What happens to the records of one table. */
export interface RecordTally {
  readonly created: number
  readonly changed: number
  readonly removed: number
}

/** Which rows to show. */
export interface PlanRowQuery {
  readonly outcome: RowOutcome
  readonly from: number
  readonly count: number
}

/** One row of the dry run as the window shows it. */
export interface PlanRowView {
  /** 0-based, as the reading counts. */
  readonly row: number
  readonly title: string
  readonly reason?: DuplicateReason | undefined
  readonly adds: readonly PlanField[]
  /** What of ours gives way to it. */
  readonly replaces: readonly PlanField[]
  /** The customer that it is about or resembles, where the notebook has one. */
  readonly knownName?: string | undefined
}

/** What the worker must know of the file and of the moment. */
export interface PlanRequest {
  readonly format: FormatId
  readonly duplicates: DuplicateRule
  readonly fileName: string
  readonly at: number
  readonly zone: string
  /** Where figures belong by the person's word. */
  readonly chosen?: ChosenPlace | undefined
  /** What the file's columns may write over. */
  readonly rules?: OverwriteRules | undefined
}

/**
 * The calls by which the window plans an import. One plan at a time: a new one ends the one before, whose number is
 * then refused.
 */
export interface PlanCalls {
  /** Reads who is in the notebook; answers with the plan's number. */
  planBegin(request: PlanRequest): Promise<number>
  /** First pass, page by page. */
  planResolve(plan: number, page: Uint8Array): Promise<void>
  /** Ends the first pass and begins a second one; called again it begins another. */
  planPass(plan: number, at: number): Promise<void>
  /** Second pass for the counts alone. */
  planReview(plan: number, page: Uint8Array): Promise<void>
  /** Second pass for the changes, packed; the same rows give the same changes, under new ids. */
  planChanges(plan: number, page: Uint8Array): Promise<readonly PackedChanges[]>
  planTally(plan: number): Promise<PlanTally>
  planRows(plan: number, query: PlanRowQuery): Promise<readonly PlanRowView[]>
  /** Forgets the plan. */
  planEnd(plan: number): Promise<void>
}

/** They read the index and write nothing, so that they need not wait for a write. */
export const PLAN_CALLS: readonly (keyof PlanCalls)[] = [
  'planBegin',
  'planResolve',
  'planPass',
  'planReview',
  'planChanges',
  'planTally',
  'planRows',
  'planEnd',
]
