import type { ImportMapping } from '#shared/records/importMapping'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'

/** How a file with these headings was read the last time. */
export async function mappingFor(
  db: NotebookDatabase | undefined,
  fingerprint: string,
): Promise<ImportMapping | undefined> {
  const rows = await db?.rows('importMappings').where('fingerprint').equals(fingerprint).toArray()
  return rows === undefined ? undefined : liveRecords('importMappings', rows)[0]
}
