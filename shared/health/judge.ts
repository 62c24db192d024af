import type { BackupCheck, BackupList } from '../ipc/backup'
import type { FileInspection, JournalInspection } from '../ipc/health'
import type { HealthFinding, HealthStep } from './finding'

/** What the comparison of the index with the journal counted. */
export interface IndexComparison {
  /** Records that were compared, and all that the index has. */
  readonly compared: number
  readonly total: number
  /** Records that the journal tells of and the index lacks, or has otherwise, or under other keys. */
  readonly missing: number
  readonly different: number
  /** Records of the index that the journal does not tell of. */
  readonly unknown: number
  /** Tables whose number of rows is not what the index noted. */
  readonly miscounted: number
  /** How many entries of the journal the index has yet to follow. */
  readonly behind: number
  /** How many entries could not be compared, since the journal has lost them. */
  readonly lost: number
}

/** What the journal's inspection means. */
export function judgeJournal({ lastSeq, lost, unproven }: JournalInspection): HealthFinding[] {
  const count = lost.reduce((sum, { fromSeq, toSeq }) => sum + toSeq - fromSeq + 1, 0)
  const findings: HealthFinding[] = []
  if (count > 0) findings.push(finding('journal', 'broken', 'journalLost', { count, entries: lastSeq }))
  if (unproven > 0) findings.push(finding('journal', 'broken', 'journalUnproven', { count: unproven }))
  return findings.length > 0 ? findings : [finding('journal', 'healthy', 'journalWhole', { count: lastSeq })]
}

/**
 * What the comparison of the index means. Where the journal has lost entries, what the index says beyond it or
 * otherwise may be what these said: that is told, and is no fault of the index.
 */
export function judgeIndex(comparison: IndexComparison): HealthFinding[] {
  const { compared, total, missing, different, unknown, miscounted, behind, lost } = comparison
  const findings: HealthFinding[] = []
  const faults = missing + miscounted + (lost === 0 ? different + unknown : 0)
  if (faults > 0)
    findings.push(
      finding('index', 'broken', 'indexDiffers', { count: missing + different + unknown, miscounted }),
    )
  if (behind > 0) findings.push(finding('index', 'attention', 'indexBehind', { count: behind }))
  if (lost > 0 && different + unknown > 0)
    findings.push(finding('index', 'attention', 'indexHoldsMore', { count: different + unknown }))
  if (findings.length > 0) return findings
  const code = compared < total ? 'indexSampled' : 'indexSame'
  return [finding('index', 'healthy', code, { count: compared, total })]
}

/** What the look at the attachments means. */
export function judgeFiles(count: number, { missing, damaged }: FileInspection): HealthFinding[] {
  if (count === 0) return [finding('attachments', 'healthy', 'filesNone', {})]
  if (missing.length + damaged.length === 0)
    return [finding('attachments', 'healthy', 'filesWhole', { count })]
  const counts = { missing: missing.length, damaged: damaged.length }
  return [finding('attachments', 'broken', 'filesFaulty', counts)]
}

/** The newest backup of the notebook as it is, which is the one to look at. */
export function newestOwn(list: BackupList): BackupList['backups'][number] | undefined {
  return list.backups.find(({ isCurrent }) => isCurrent)
}

/** What the list and the check of the newest backup mean; `check` is absent where there is none to check. */
export function judgeBackups(
  list: BackupList,
  check: { readonly ok: true; readonly value: BackupCheck } | { readonly ok: false } | undefined,
  lastSeq: number,
): HealthFinding[] {
  const newest = newestOwn(list)
  const others = list.unreadable.length
  const unreadable =
    others === 0 ? [] : [finding('backup', 'attention', 'backupUnreadable', { count: others })]
  if (newest === undefined)
    return [
      lastSeq === 0
        ? finding('backup', 'healthy', 'backupNone', {})
        : finding('backup', 'attention', 'backupNone', {}),
      ...unreadable,
    ]
  const at = newest.createdAt
  if (check?.ok !== true) return [finding('backup', 'broken', 'backupDamaged', { at }), ...unreadable]
  const { badRows } = check.value
  if (badRows > 0)
    return [finding('backup', 'attention', 'backupBadRows', { at, count: badRows }), ...unreadable]
  const behind = lastSeq - newest.lastSeq
  // One is taken whenever Orchard closes: to be behind while it is open is no fault.
  const code = behind > 0 ? 'backupBehind' : 'backupWhole'
  return [finding('backup', 'healthy', code, { at, count: Math.max(0, behind) }), ...unreadable]
}

/** A step that could not be taken, and why. */
export function notChecked(step: HealthStep, error: string): HealthFinding {
  return { step, state: 'unchecked', code: 'notChecked', counts: {}, error }
}

/** That the index can't be compared, nor be built anew, since what it begins with is gone. */
export function withoutBase(): HealthFinding {
  return finding('index', 'broken', 'indexNoBase', {})
}

function finding(
  step: HealthStep,
  state: HealthFinding['state'],
  code: HealthFinding['code'],
  counts: HealthFinding['counts'],
): HealthFinding {
  return { step, state, code, counts }
}
