import type { Page } from '@playwright/test'
import { allowNames } from './allowNames'
import { indexName } from './bareRows'
import { peerScript } from './peers'

/** What of the two scripts is used, once they are in a window. */
interface InWindow {
  readonly Dexie: new (
    name: string,
  ) => { open(): Promise<unknown>; close(): void; readonly tables: readonly { readonly name: string }[] }
  readonly DexieExportImport: {
    exportDB(db: unknown, options: object): Promise<Blob>
    importDB(exported: Blob, options: object): Promise<{ close(): void; delete(): Promise<void> }>
  }
  exported?: Blob
}

/** Puts dexie and dexie-export-import into a window, as a program would have them that uses these. */
export async function addDexieExport(page: Page): Promise<void> {
  for (const file of ['dexie/dist/dexie.js', 'dexie-export-import/dist/dexie-export-import.js'])
    await page.evaluate(`{ ${await peerScript(file)}\n }`)
  await allowNames(page)
}

/** Makes one export of these tables of the notebook's index and keeps it in the window for an import. */
export async function exportByDexie(
  page: Page,
  tables: readonly string[],
): Promise<{ readonly bytes: number; readonly elapsedMs: number }> {
  return page.evaluate(
    async ({ index, wanted }) => {
      const window = globalThis as unknown as InWindow
      const db = new window.Dexie(index)
      await db.open()
      const begun = performance.now()
      const skipTables = db.tables.map(({ name }) => name).filter((name) => !wanted.includes(name))
      window.exported = await window.DexieExportImport.exportDB(db, { skipTables })
      const elapsedMs = performance.now() - begun
      db.close()
      return { bytes: window.exported.size, elapsedMs }
    },
    { index: await indexName(page), wanted: tables },
  )
}

/** Milliseconds of taking the window's last export into a database of its own, which is gone afterwards. */
export function importByDexie(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const window = globalThis as unknown as InWindow
    if (window.exported === undefined) throw new Error('nothing was exported')
    const begun = performance.now()
    const db = await window.DexieExportImport.importDB(window.exported, { name: 'taken by dexie' })
    const elapsedMs = performance.now() - begun
    db.close()
    await db.delete()
    return elapsedMs
  })
}
