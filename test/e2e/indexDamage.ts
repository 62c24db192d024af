import {
  cpSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'

/** Draws an integer from 0 to `limit` - 1. */
export type Draw = (limit: number) => number

/** Copies a stopped app's folder. Links that lead into the folder lead into the copy afterwards, never back. */
export function copyUserData(from: string, to: string): void {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) continue
    const link = path.join(entry.parentPath, entry.name)
    const target = readlinkSync(link)
    if (!target.startsWith(from)) continue
    rmSync(link)
    symlinkSync(to + target.slice(from.length), link)
  }
}

/** Damage that is done to closed files. Each answers with what it did, without a path of this machine. */
export const FILE_DAMAGES: Readonly<Record<string, (userData: string, below: Draw) => string>> = {
  'the folder is gone': (userData) => {
    rmSync(indexFolder(userData), { recursive: true, force: true })
    return 'IndexedDB'
  },
  'a file is gone': (userData, below) => {
    const file = anyFile(userData, below)
    rmSync(file)
    return path.basename(file)
  },
  'a file is cut': (userData, below) => {
    const file = anyFile(userData, below)
    const size = below(statSync(file).size + 1)
    truncateSync(file, size)
    return `${path.basename(file)} at byte ${size}`
  },
  // Chromium's store then opens under no name, and makes none anew.
  'its manifest is gone': (userData) => {
    const file = storeFiles(userData).find((name) => path.basename(name).startsWith('MANIFEST')) ?? ''
    rmSync(file)
    return path.basename(file)
  },
  'bits are flipped': (userData, below) => {
    const file = anyFile(userData, below)
    const bytes = readFileSync(file)
    const places = Array.from({ length: 1 + below(4) }, () => below(bytes.length))
    for (const place of places) bytes[place] = (bytes[place] ?? 0) ^ (1 << below(8))
    writeFileSync(file, bytes)
    return `${path.basename(file)} at ${places.join(', ')}`
  },
  'a file is zeroed': (userData, below) => {
    const file = anyFile(userData, below)
    writeFileSync(file, Buffer.alloc(statSync(file).size))
    return path.basename(file)
  },
}

function indexFolder(userData: string): string {
  const found = readdirSync(userData, { recursive: true, encoding: 'utf8' }).find(
    (name) => path.basename(name) === 'IndexedDB',
  )
  if (found === undefined) throw new Error('no index on the disk')
  return path.join(userData, found)
}

/** A file of the store that has bytes; the lock file has none. */
function anyFile(userData: string, below: Draw): string {
  const files = storeFiles(userData)
  return files[below(files.length)] ?? ''
}

function storeFiles(userData: string): string[] {
  const folder = indexFolder(userData)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile() && statSync(file).size > 0)
    .sort()
}

/** As the browser engine leaves a store that it has reset: everything there, and no rows. `part` keeps some. */
export function emptyStores(page: Page, part: 'all' | 'some'): Promise<void> {
  return page.evaluate(async (how) => {
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('orchard-g')) continue
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const db = opening.result
          const stores = [...db.objectStoreNames].filter((store) =>
            how === 'all' ? true : store === 'people' || store === 'interactions',
          )
          const transaction = db.transaction(stores, 'readwrite')
          for (const store of stores) transaction.objectStore(store).clear()
          transaction.oncomplete = () => {
            db.close()
            resolve()
          }
          transaction.onerror = () => reject(transaction.error)
        }
      })
    }
  }, part)
}

/** As if a later Orchard had written the index: this one must not touch it. */
export function makeIndexNewer(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (const { name = '', version = 1 } of await indexedDB.databases()) {
      if (!name.startsWith('orchard-g')) continue
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name, version + 1000)
        opening.onsuccess = () => {
          opening.result.close()
          resolve()
        }
        opening.onerror = () => reject(opening.error)
      })
    }
  })
}
