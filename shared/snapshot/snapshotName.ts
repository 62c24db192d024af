import { BACKUP_SUFFIX } from '../identity'
import type { SnapshotReason } from './reasons'

/** What the name of a snapshot's file tells. */
export interface SnapshotNameParts {
  readonly generation: number
  readonly lastSeq: number
  readonly createdAt: number
  readonly reason: SnapshotReason
}

/** For instance snapshot-g0001-s000000000123-20261119t104000123z; nothing else names a file. */
const SNAPSHOT_ID = /^(snapshot|opened)-g\d{4,10}-s\d{12,16}-[+-]?\d{8,10}t\d{9}z$/

/** The id of a new snapshot: sorts by generation, sequence and time, and is a file name on every system. */
export function snapshotId(parts: SnapshotNameParts): string {
  const kind = parts.reason === 'opened' ? 'opened' : 'snapshot'
  const generation = String(parts.generation).padStart(4, '0')
  const seq = String(parts.lastSeq).padStart(12, '0')
  const time = new Date(parts.createdAt)
    .toISOString()
    .toLowerCase()
    .replaceAll(/(?<!^)[-:.]/g, '')
  return `${kind}-g${generation}-s${seq}-${time}`
}

/** Whether a string could be a snapshot's id. */
export function isSnapshotId(id: string): boolean {
  return SNAPSHOT_ID.test(id)
}

/** The file that holds a snapshot. */
export function snapshotFileName(id: string): string {
  return `${id}${BACKUP_SUFFIX}`
}

/** The id of a file in the snapshots' folder, undefined for what is not ours. */
export function snapshotIdOf(fileName: string): string | undefined {
  if (!fileName.endsWith(BACKUP_SUFFIX)) return undefined
  const id = fileName.slice(0, -BACKUP_SUFFIX.length)
  return isSnapshotId(id) ? id : undefined
}
