import { ErasureCleaner } from '#shared/erasing/cleaner'
import { beginScopeOf } from '#shared/erasing/scope'
import { err, ok, type Result } from '#shared/result'
import { catchFault } from '../backup/snapshotFault'
import type { SnapshotFolder } from '../backup/snapshotFolder'
import type { FsPort } from '../files/fsPort'
import type { Seal } from '../lock/sealBox'
import { readErased, traceHash } from './erasedList'
import { snapshotLines, surveySnapshots } from './surveySnapshots'
import { writeCleaned } from './writeCleaned'

/** Where a backup from elsewhere was put, and who must not be in it. */
interface DropParts {
  readonly fs: FsPort
  readonly notebookFolder: string
  readonly folder: SnapshotFolder
  readonly now: () => number
  /** What the list of the erased is sealed with. */
  readonly lists?: Seal | undefined
}

/**
 * Takes everybody out of a backup from elsewhere who was erased in this notebook, known again by id. Nothing to do where
 * nobody of them is in it. Errors: `erasure.damaged`, the backups'; then the file is as it was.
 */
export async function dropErased(parts: DropParts, id: string): Promise<Result<null>> {
  const { fs, notebookFolder, folder } = parts
  const list = await readErased(fs, notebookFolder, parts.lists)
  if (!list.ok || list.value.hashes.length === 0) return list.ok ? ok(null) : list
  const known = new Set(list.value.hashes)
  const snapshot = await folder.find(id)
  if (snapshot === undefined) return err('backup.missing')
  const customers: string[] = []
  const people: string[] = []
  const read = await catchFault(async () => {
    for await (const line of snapshotLines(folder.stream(id))) {
      if (line.kind !== 'record') continue
      const found = line.table === 'customers' ? customers : line.table === 'people' ? people : undefined
      if (found !== undefined && known.has(traceHash(list.value, `id:${line.record.id}`)))
        found.push(line.record.id)
    }
  })
  if (!read.ok) return read
  if (customers.length + people.length === 0) return ok(null)

  const scope = beginScopeOf(customers, people)
  const faults = await surveySnapshots(scope, new Map([[id, () => folder.stream(id)]]))
  const fault = faults.get(id)
  if (fault !== undefined) return err(fault.code, fault.params)
  const request = { keepsFigures: false, alsoElsewhere: false, shellName: '' }
  const cleaner = new ErasureCleaner({ scope, request, at: parts.now(), freshId: (erased) => erased })
  const use = { erased: new Set<string>(), kept: new Set<string>() }
  const stream = folder.stream(id)
  const written = await writeCleaned({
    folder,
    snapshot,
    stream,
    scope,
    cleaner,
    use,
    erasure: undefined,
  })
  return written.ok ? folder.takeCleaned([id]) : written
}
