import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { Change, ChangeSet } from '#shared/changes/changeSet'
import type { TableName } from '#shared/records/tables'
import { ROOT } from '../../build/project'
import { nodeFs } from '../../electron/files/fsPort'
import { openHead } from '../../electron/journal/head'
import { idOf } from '../support/snapshotFiles'
import { recordLines } from './acknowledged'

/** The frozen snapshot of schema version 1, and the number that Dexie gives a database of that version. */
export const FIRST_SNAPSHOT = path.join(ROOT, 'test/fixtures/schema/v1.orchard')
const FIRST_STORED_VERSION = 10

/** The stores of version 1 with their indexes, as it made them; frozen like its snapshot. A star is one key an element. */
const FIRST_STORES: Readonly<Record<string, readonly string[]>> = {
  attachments: ['customerId'],
  channels: [],
  changeLog: ['seq', '*recordIds'],
  consents: ['customerId'],
  costs: ['touchpointId', 'on'],
  customers: ['updatedAt', 'stage'],
  distinctions: ['aId', 'bId'],
  enrolments: ['customerId', 'running'],
  exports: ['at'],
  facts: ['customerId'],
  imports: [],
  interactions: ['[customerId+at]', '[touchpointId+at]', 'at'],
  merges: ['winnerId', 'loserId'],
  meta: [],
  orders: ['[customerId+on]', 'on'],
  people: ['customerId'],
  plans: [],
  products: [],
  promises: ['customerId', 'openDue'],
  quotes: ['[customerId+on]', 'on'],
  rates: ['on'],
  relations: ['fromId', 'toId'],
  samples: ['[customerId+on]'],
  settings: [],
  staff: [],
  stageMoves: ['[customerId+at]', 'at'],
  touches: ['customerId', 'enrolmentId', 'on'],
  touchpoints: ['kind'],
}

/** Chunks of an import as a version 1 would have journalled it: so many customers, each with a person, a talk and a fact. */
export async function chunksOfFirstVersion(
  customers: number,
  { notebookId, deviceId }: Pick<ChangeSet, 'notebookId' | 'deviceId'>,
): Promise<ChangeSet[]> {
  const frozen = await recordLines(oneChunk(readFileSync(FIRST_SNAPSHOT)))
  const template = (table: TableName) => {
    const found = [...frozen].find(([key]) => key.startsWith(`${table}/`))?.[1]
    if (found === undefined) throw new Error(`no ${table} in the frozen snapshot`)
    return JSON.parse(found) as { schema: number; rev: number; createdAt: number }
  }
  let last = 70_000
  const made = (table: TableName, fields: Record<string, unknown>): Change => {
    last += 1
    const id = idOf(last)
    return { table, id, after: { ...template(table), ...fields, id } as Change['after'] }
  }
  const id = idOf(70_000)
  const set = { id, label: { key: 'x' }, origin: 'import' as const, notebookId, deviceId, at: 0 }
  const chunks: ChangeSet[] = []
  for (let from = 0; from < customers; from += CHUNK_CUSTOMERS) {
    const changes = Array.from({ length: Math.min(CHUNK_CUSTOMERS, customers - from) }, (_, number) => {
      const customer = made('customers', { name: `Old ${from + number}` })
      const customerId = customer.id
      return [customer, ...(['people', 'interactions', 'facts'] as const).map((t) => made(t, { customerId }))]
    })
    chunks.push({ ...set, changes: changes.flat() })
  }
  return chunks
}

const CHUNK_CUSTOMERS = 200

/** Copies the index in use into one that is as version 1 would have made it, under another name; answers with how many rows. */
export function copyToFirstVersion(page: Page, from: string, to: string): Promise<number> {
  return page.evaluate(
    async ({ from, to, stores, version }) => {
      const settled = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const source = await settled(indexedDB.open(from))
      const opening = indexedDB.open(to, version)
      opening.onupgradeneeded = () => {
        for (const [store, indexes] of Object.entries(stores)) {
          const keyPath = store === 'changeLog' || store === 'meta' ? 'key' : 'id'
          const made = opening.result.createObjectStore(store, { keyPath })
          for (const index of indexes) {
            const isEach = index.startsWith('*')
            const name = isEach ? index.slice(1) : index
            const parts = name.startsWith('[') ? name.slice(1, -1).split('+') : name
            made.createIndex(name, parts, { multiEntry: isEach })
          }
        }
      }
      const target = await settled(opening)
      let rows = 0
      for (const store of Object.keys(stores)) {
        const all = await settled(source.transaction(store).objectStore(store).getAll())
        const writing = target.transaction(store, 'readwrite', { durability: 'strict' })
        for (const row of all) writing.objectStore(store).put(row)
        await new Promise<void>((resolve, reject) => {
          writing.oncomplete = () => resolve()
          writing.onabort = () => reject(writing.error)
        })
        rows += all.length
      }
      source.close()
      target.close()
      return rows
    },
    { from, to, stores: FIRST_STORES, version: FIRST_STORED_VERSION },
  )
}

/** Makes HEAD of a stopped notebook that of version 1, with its index. */
export async function makeHeadOfFirstVersion(folder: string, databaseName: string): Promise<void> {
  const head = await openHead(nodeFs, folder)
  const current = head.ok ? head.value.current() : undefined
  if (!head.ok || current === undefined) throw new Error('no HEAD')
  const { slotSeq: _slotSeq, ...fields } = current
  // Both slots, so that no newer one is left to be believed.
  for (let slot = 0; slot < 2; slot += 1) await head.value.write({ ...fields, databaseName, schema: 1 })
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
