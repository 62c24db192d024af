import { cpSync, createReadStream, rmSync } from 'node:fs'
import path from 'node:path'
import { NOTEBOOK_FOLDER } from '#shared/identity'
import { snapshotFileName } from '#shared/snapshot/snapshotName'
import { readSnapshot } from '../../electron/backup/readSnapshot'
import { nodeFs } from '../../electron/files/fsPort'
import { EntryKind } from '../../electron/journal/journal'
import { openJournal } from '../../electron/journal/openJournal'
import type { Dump } from './notebookDump'

/** Every record by table and id as text with sorted fields, tombstones included. */
export type Records = ReadonlyMap<string, string>

interface Change {
  readonly table: string
  readonly id: string
  readonly after: Record<string, unknown>
}

/**
 * What the journal of a stopped app acknowledged, told by its last word on each record, and by the backup that its
 * generation began with. It is read from a copy, so that looking changes nothing, and folded here, past all code that
 * builds an index.
 */
export async function acknowledgedIn(userData: string): Promise<Records> {
  const folder = path.join(userData, 'looked-at')
  cpSync(path.join(userData, NOTEBOOK_FOLDER), folder, { recursive: true })
  // Whoever held the original is dead; of the copy nobody has ever been the holder.
  rmSync(path.join(folder, 'LOCK'), { force: true })
  try {
    const journal = await openJournal({ fs: nodeFs, folder })
    if (!journal.ok) throw new Error(journal.error.code)
    let base = ''
    let records = new Map<string, string>()
    /** What an import has brought so far, which counts with its commit. */
    let coming: Change[] = []
    const take = (changes: readonly Change[]) => {
      for (const { table, id, after } of changes) records.set(`${table}/${id}`, sorted(after))
    }
    for await (const entry of journal.value.read(1)) {
      if (!entry.ok) throw new Error(entry.error.code)
      const { kind, payload } = entry.value
      const text = Buffer.from(payload).toString()
      const told = (text === '' ? {} : JSON.parse(text)) as { changes?: Change[]; base?: string }
      if (kind === EntryKind.epoch) {
        base = told.base ?? ''
        records = new Map()
      } else if (kind === EntryKind.importBegin) coming = []
      else if (kind === EntryKind.importChunk) coming.push(...(told.changes ?? []))
      else if (kind === EntryKind.importCommit) take(coming)
      else take(told.changes ?? [])
    }
    await journal.value.close()
    return base === '' ? records : new Map([...(await recordsIn(folder, base)), ...records])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The records of a backup among the notebook's own; of several lines about one the last counts. */
async function recordsIn(folder: string, id: string): Promise<Map<string, string>> {
  return recordLines(createReadStream(path.join(folder, 'snapshots', snapshotFileName(id))))
}

/** The records of a snapshot file, as above. */
export async function recordLines(file: AsyncIterable<Uint8Array>): Promise<Map<string, string>> {
  const records = new Map<string, string>()
  for await (const part of readSnapshot(file)) {
    if (part.type !== 'rows') continue
    for (const line of Buffer.from(part.lines).toString().split('\n')) {
      if (line === '') continue
      const { t: table, r: record } = JSON.parse(line) as { t: string; r: Record<string, unknown> }
      if (record.rev !== undefined) records.set(`${table}/${record.id}`, sorted(record))
    }
  }
  return records
}

/** The records of a dump of the index, as above. */
export function recordsOf(dump: Dump): Records {
  const records = new Map<string, string>()
  for (const [table, rows] of Object.entries(dump)) {
    for (const row of rows) {
      const body = row.body as Record<string, unknown> | undefined
      if (typeof body?.id === 'string' && body.rev !== undefined)
        records.set(`${table}/${body.id}`, sorted(body))
    }
  }
  return records
}

/** What two sets of records have otherwise; empty when they are the same. */
export function differing(one: Records, other: Records): string[] {
  const keys = new Set([...one.keys(), ...other.keys()])
  return [...keys].filter((key) => one.get(key) !== other.get(key))
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}
