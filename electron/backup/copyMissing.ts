import path from 'node:path'
import type { BackupInfo } from '#shared/ipc/backup'
import type { SecondCopy } from '#shared/ipc/secondPlace'
import { err, ok, type Result } from '#shared/result'
import {
  type KeptSnapshot,
  newestFirst,
  SECOND_PLACE_RULE,
  snapshotsToRemove,
} from '#shared/snapshot/retention'
import { snapshotFileName, snapshotIdOf } from '#shared/snapshot/snapshotName'
import { type FsPort, fsFailure } from '../files/fsPort'
import { toOrder } from './backupSession'
import type { Backups } from './backups'
import { isSealed } from './openSealed'
import type { FileSeal } from './sealKey'
import { openSnapshotFolder, type SnapshotFolder } from './snapshotFolder'

/** What a look at the second place came to. */
export interface PlaceSeen {
  readonly problem?: string | undefined
  /** Undefined where the place could not be looked at, or holds nothing of this notebook. */
  readonly newest?: SecondCopy | undefined
  readonly isUpToDate: boolean
}

interface CopyParts {
  readonly fs: FsPort
  readonly backups: Pick<Backups, 'list' | 'copyTo'>
  readonly notebookId: string
  readonly now: () => number
  /** What the copies are sealed with; undefined where they lie open. */
  readonly seal?: FileSeal | undefined
}

/**
 * Copies to `folder` what it lacks of this notebook's backups, complete and read back, the newest first, and removes
 * there what is too many by the rule for second places. Other notebooks' files, and what cannot be read, are left alone.
 * The notebook's own backups are only read. Where copies are sealed, only such as open with that seal count as there.
 */
export async function copyMissing(parts: CopyParts, folder: string): Promise<PlaceSeen> {
  const opened = await openPlace(parts.fs, folder, parts.seal)
  if (!opened.ok) return { problem: opened.error.code, isUpToDate: false }
  const place = opened.value
  const listed = await parts.backups.list()
  if (!listed.ok) return { problem: listed.error.code, isUpToDate: false }
  const ours = listed.value.backups.filter(({ reason }) => reason !== 'opened')
  let problem = await removeOld(parts, place)
  let wasRemoved = false
  for (const id of await missingIds(parts, place, ours)) {
    const copied = await parts.backups.copyTo(id, path.join(folder, snapshotFileName(id)), parts.seal)
    if (copied.ok) continue
    if (copied.error.code === 'backup.missing') {
      // One that retention has taken away meanwhile is wanted by nobody any more.
      wasRemoved = true
      continue
    }
    // Where there is no room for one there is none for the next, and a place that is gone is gone.
    problem ??= copied.error.code
    break
  }
  problem ??= await removeOld(parts, place)
  const there = await copiesIn(parts, place)
  if (!there.ok) return { problem: problem ?? there.error.code, isUpToDate: false }
  const [newest] = [...there.value].sort(newestFirst)
  const wanted = ours[0]?.id
  const isUpToDate = wanted === undefined || there.value.some(({ id }) => id === wanted)
  return {
    // Everything was copied without a complaint, and yet the newest can't be read there.
    problem: problem ?? (isUpToDate || wasRemoved ? undefined : 'backup.verifyFailed'),
    newest: newest === undefined ? undefined : { createdAt: newest.at },
    isUpToDate,
  }
}

/**
 * Removes this notebook's copies from the place, whatever their age, the sealed ones too, under whatever passphrase: the
 * folder is this notebook's. Errors: `backup.placeAbsent`, `backup.readOnly`.
 */
export async function removeCopies(parts: CopyParts, folder: string): Promise<Result<null>> {
  try {
    const place = await openPlace(parts.fs, folder, undefined)
    if (!place.ok) return place
    const idsThere = async () => {
      const there = await copiesIn(parts, place.value)
      const open = there.ok ? there.value.map(({ id }) => id) : []
      return [...open, ...(await sealedIds(parts.fs, folder))]
    }
    await place.value.remove(await idsThere())
    return (await idsThere()).length > 0 ? err('backup.readOnly') : ok(null)
  } catch (error) {
    return fsFailure('backup', error)
  }
}

/** A place is there when the folder made for this notebook is. It is never made anew where something else is mounted. */
async function openPlace(
  fs: FsPort,
  folder: string,
  seal: FileSeal | undefined,
): Promise<Result<SnapshotFolder>> {
  // Whatever a disk answers for a stick that was pulled or a server that is off, it is not there.
  const found = await fs.stat(folder).catch(() => null)
  if (found?.kind !== 'folder') return err('backup.placeAbsent')
  return openSnapshotFolder(fs, folder, seal)
}

/** Files under a snapshot's name that say of themselves that they are sealed. */
async function sealedIds(fs: FsPort, folder: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const name of await fs.list(folder)) {
    const id = snapshotIdOf(name)
    const sealed = id === undefined ? undefined : await isSealed(fs, path.join(folder, name))
    if (id !== undefined && sealed?.ok === true && sealed.value) found.push(id)
  }
  return found
}

/** This notebook's readable copies in the place. */
async function copiesIn(
  { notebookId }: CopyParts,
  place: SnapshotFolder,
): Promise<Result<readonly KeptSnapshot[]>> {
  const listed = await place.list()
  if (!listed.ok) return listed
  const kept = listed.value.snapshots
    .filter(({ header }) => header.notebookId === notebookId)
    .map((snapshot) => {
      const { id, generation, lastSeq, at, reason } = toOrder(snapshot)
      return { id, generation, lastSeq, at, reason, isReadable: true, isBase: false }
    })
  return ok(kept)
}

/** What is not there and would be kept there, newest first. A copy that cannot be read any more counts as not there. */
async function missingIds(
  parts: CopyParts,
  place: SnapshotFolder,
  ours: readonly BackupInfo[],
): Promise<readonly string[]> {
  const there = await copiesIn(parts, place)
  const known = new Set(there.ok ? there.value.map(({ id }) => id) : [])
  const missing = ours
    .filter(({ id }) => !known.has(id))
    .map(({ id, generation, lastSeq, createdAt: at, reason }) => {
      return { id, generation, lastSeq, at, reason, isReadable: true, isBase: false }
    })
  const all = [...(there.ok ? there.value : []), ...missing]
  const superfluous = new Set(snapshotsToRemove(all, parts.now(), SECOND_PLACE_RULE))
  return missing
    .sort(newestFirst)
    .map(({ id }) => id)
    .filter((id) => !superfluous.has(id))
}

async function removeOld(parts: CopyParts, place: SnapshotFolder): Promise<string | undefined> {
  try {
    const there = await copiesIn(parts, place)
    if (!there.ok) return there.error.code
    await place.remove(snapshotsToRemove(there.value, parts.now(), SECOND_PLACE_RULE))
    return undefined
  } catch (error) {
    return fsFailure('backup', error).error.code
  }
}
