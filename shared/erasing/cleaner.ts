import type { LoggedChange } from '../changes/changeLog'
import type { LooseRecord } from '../changes/changeSet'
import { type TableName, tableSchemas } from '../records/tables'
import type { SnapshotSummary, TableCount } from '../snapshot/format'
import { LOG_LINE, type LoggedRow, type SnapshotLine } from '../snapshot/lines'
import { createRedactor, mapTexts } from './redact'
import type { ErasureRequest } from './request'
import { type ErasureScope, isErased } from './scope'
import { BLANK, leavesShell, shellOf } from './shells'
import { turnIds } from './turnIds'

/** What a cleaner works with. */
interface CleanerParts {
  readonly scope: ErasureScope
  readonly request: Pick<ErasureRequest, 'keepsFigures' | 'alsoElsewhere' | 'shellName'>
  readonly at: number
  /** The id that stands for an erased one from now on: the same answer for the same id, in every backup. */
  readonly freshId: (id: string) => string
}

/** Lists of ours in which no customer is spoken of, but a word could be somebody's name. */
const OURS: ReadonlySet<TableName> = new Set([
  'carriers',
  'channels',
  'erasures',
  'exports',
  'importMappings',
  'plans',
  'products',
  'rates',
  'settings',
  'staff',
])

/** Takes the erased out of the lines of one snapshot, and keeps count of what that changes. */
export class ErasureCleaner {
  private readonly goneRows = new Map<TableName, Map<string, boolean>>()
  private readonly blankedRows = new Map<TableName, Set<string>>()
  private readonly redactedIds = new Set<string>()
  private readonly goneLog = new Set<string>()
  private readonly shortenedLog = new Set<string>()
  private readonly redact: ((text: string) => string) | undefined
  private lines = 0

  constructor(private readonly parts: CleanerParts) {
    this.redact = createRedactor(parts.scope.words)
  }

  /** The line without the erased; `undefined` when nothing of it stays. */
  clean(line: SnapshotLine): SnapshotLine | undefined {
    const cleaned = this.cleanLine(line)
    if (cleaned !== undefined) this.lines += 1
    return cleaned
  }

  /** What the cleaned lines add up to, from what they added up to before. */
  summaryOf(before: SnapshotSummary): SnapshotSummary {
    const counts: Partial<Record<TableName, TableCount>> = { ...before.counts }
    for (const [table, gone] of this.goneRows) {
      const { rows, live } = counts[table] ?? { rows: 0, live: 0 }
      const goneLive = [...gone.values()].filter(Boolean).length
      counts[table] = { rows: rows - gone.size, live: live - goneLive }
    }
    return { ...before, counts, logRows: before.logRows - this.goneLog.size, lines: this.lines }
  }

  /** Records that are gone, and such as stay as shells, by table. */
  counts(): { readonly removed: Record<string, number>; readonly blanked: Record<string, number> } {
    const sizes = (map: ReadonlyMap<TableName, { readonly size: number }>) =>
      Object.fromEntries([...map].map(([table, { size }]) => [table, size]))
    return { removed: sizes(this.goneRows), blanked: sizes(this.blankedRows) }
  }

  /** Entries of the history that are gone or shorter, and records of others in which something was blanked. */
  get history(): number {
    return this.goneLog.size + this.shortenedLog.size
  }

  get redacted(): number {
    return this.redactedIds.size
  }

  private cleanLine(line: SnapshotLine): SnapshotLine | undefined {
    if (line.kind === 'log') return this.cleanLogged(line.row)
    if (line.kind === 'record') return this.cleanRecord(line.table, line.record)
    // Whose it is can't be told, so it can't stay.
    if (line.table === LOG_LINE) this.goneLog.add(line.id)
    else if (Object.hasOwn(tableSchemas, line.table)) this.remove(line.table as TableName, line.id, false)
    return undefined
  }

  private cleanRecord(table: TableName, record: LooseRecord): SnapshotLine | undefined {
    const { scope } = this.parts
    const isTheirs = isErased(scope, record.id)
    const isShell = isTheirs && this.isShell(table)
    if (isTheirs && !isShell) return this.remove(table, record.id, record.deletedAt === undefined)
    const { shellName: name } = this.parts.request
    const shell = isShell
      ? shellOf(table, record, { id: this.parts.freshId(record.id), name, at: this.parts.at })
      : record
    const turned = turnIds(shell, (id) => this.turn(id)) as LooseRecord
    const redacted = isShell || !this.searches(table, record) ? turned : this.redactRecord(table, turned)
    if (redacted === record) return { kind: 'record', table, record }
    // What can't be without the erased goes along.
    if (!tableSchemas[table].safeParse(redacted).success)
      return this.remove(table, record.id, record.deletedAt === undefined)
    if (isShell) this.blank(table, record.id)
    return { kind: 'record', table, record: redacted }
  }

  private redactRecord(table: TableName, record: LooseRecord): LooseRecord {
    const { redact } = this
    if (redact === undefined) return record
    const redacted = mapTexts(record, redact) as LooseRecord
    if (redacted === record) return record
    // A word that is somebody's name may also be a kind of ours, for which nothing else can stand.
    if (!tableSchemas[table].safeParse(redacted).success) return record
    this.redactedIds.add(record.id)
    return redacted
  }

  private cleanLogged(row: LoggedRow): SnapshotLine | undefined {
    const { scope, request } = this.parts
    const kept = row.changes.filter((change) => !this.concerns(change))
    const isShorter = kept.length < row.changes.length
    if (isShorter && kept.length === 0) {
      this.goneLog.add(row.key)
      return undefined
    }
    const isOnPage = row.recordIds.some((id) => scope.pageIds.has(id) || scope.pageRecordIds.has(id))
    const redact = this.redact ?? ((text: string) => text)
    const params = mapTexts(row.label.params, isShorter ? () => BLANK : redact)
    const changes = request.alsoElsewhere || isOnPage ? mapTexts(kept, redact) : kept
    if (!isShorter && params === row.label.params && changes === kept) return { kind: 'log', row }
    this.shortenedLog.add(row.key)
    const label = { ...row.label, ...(params === undefined ? {} : { params }) } as LoggedRow['label']
    const recordIds = row.recordIds.filter((id) => !isErased(scope, id))
    return { kind: 'log', row: { ...row, label, recordIds, changes: changes as LoggedChange[] } }
  }

  /** Whether a change is of an erased record, or names one in its values. */
  private concerns(change: LoggedChange): boolean {
    const { scope } = this.parts
    if (isErased(scope, change.id)) return true
    const values = { before: change.before, after: change.after }
    return turnIds(values, (id) => (isErased(scope, id) ? null : undefined)) !== values
  }

  private turn(id: string): string | null | undefined {
    const { scope, freshId } = this.parts
    if (!isErased(scope, id)) return undefined
    const { customerIds, recordIds } = scope
    const table = customerIds.has(id) ? 'customers' : recordIds.get(id)
    return table !== undefined && this.isShell(table) ? freshId(id) : null
  }

  private isShell(table: TableName): boolean {
    const { scope, request } = this.parts
    // That there was a talk is the company's, whoever of it is erased.
    if (scope.kind === 'person') return table === 'interactions'
    return request.keepsFigures && leavesShell(table)
  }

  private searches(table: TableName, record: LooseRecord): boolean {
    const { scope, request } = this.parts
    if (scope.pageIds.has(record.id) || scope.pageRecordIds.has(record.id)) return true
    return request.alsoElsewhere && !OURS.has(table)
  }

  private remove(table: TableName, id: string, isLive: boolean): undefined {
    const rows = this.goneRows.get(table) ?? new Map<string, boolean>()
    this.goneRows.set(table, rows.set(id, isLive))
  }

  private blank(table: TableName, id: string): void {
    const rows = this.blankedRows.get(table) ?? new Set<string>()
    this.blankedRows.set(table, rows.add(id))
  }
}
