/** All rows of all tables of the index in use, read past the product's own code. */
export type Dump = Readonly<Record<string, readonly Record<string, unknown>[]>>

/** Whatever can run a function in the window: a page of Playwright's, or the main process. */
export interface Looking {
  readonly evaluate: <T>(look: () => T) => Promise<Awaited<T>>
}

/**
 * Reads the whole index through the browser's plain IndexedDB. Of several databases the one that the notebook names
 * counts, else the one that was applied farthest: the others are left-overs of a rebuild.
 */
export function dumpNotebook(page: Looking): Promise<Dump> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const start = await window.orchard.call['app:start']().catch(() => undefined)
    const named = start?.ok === true ? start.value.notebook.databaseName : ''
    const candidates: { lastSeq: number; dump: Record<string, Record<string, unknown>[]> }[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('orchard-g') && name !== named) continue
      const opening = indexedDB.open(name)
      // One that was being removed when it was listed is not made again by looking.
      opening.onupgradeneeded = () => opening.transaction?.abort()
      const db = await settled(opening).catch(() => undefined)
      if (db === undefined) continue
      const stores = [...db.objectStoreNames]
      const transaction = db.transaction(stores, 'readonly')
      const dump: Record<string, Record<string, unknown>[]> = {}
      await Promise.all(
        stores.map(async (store) => {
          dump[store] = await settled(transaction.objectStore(store).getAll())
        }),
      )
      db.close()
      const meta = dump.meta?.[0] as { lastSeq?: number; generation?: number } | undefined
      const isNamed = name === named ? 1e15 : 0
      candidates.push({ lastSeq: isNamed + (meta?.generation ?? 0) * 1e9 + (meta?.lastSeq ?? -1), dump })
    }
    candidates.sort((a, b) => b.lastSeq - a.lastSeq)
    return candidates[0]?.dump ?? {}
  })
}

/** The live records of a table. */
export function liveRecords(dump: Dump, table: string): Record<string, unknown>[] {
  return (dump[table] ?? [])
    .map((row) => row.body as Record<string, unknown>)
    .filter((record) => record.deletedAt === undefined)
}
