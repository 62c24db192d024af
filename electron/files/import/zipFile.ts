import { inflateRawSync } from 'node:zlib'
import { ImportFailure, LIMITS } from './limits'

/** One file inside a zip, as its central directory states it. */
interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly compressed: number
  readonly offset: number
  readonly encrypted: boolean
}

/** A zip whose directory has been read; entries are inflated on demand against one common limit. */
export interface ZipFile {
  readonly names: readonly string[]
  /** Bytes of an entry, undefined when there is none of this name (case is ignored). Throws `ImportFailure`. */
  readonly read: (name: string) => Uint8Array | undefined
}

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
// The end record is 22 bytes and a comment of up to 64 KiB.
const END_SEARCH = 22 + 65_535
const MAX_ENTRIES = 20_000

/**
 * Opens a zip. The sizes that it states are not believed: what comes out of the inflater is counted,
 * over all entries, up to `limitBytes`.
 * @throws ImportFailure `import.truncated` when the directory is missing or cut.
 */
export function openZip(bytes: Uint8Array, limitBytes: number = LIMITS.inflatedBytes): ZipFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const entries = readDirectory(bytes, view)
  let budget = limitBytes
  return {
    names: [...entries.values()].map((entry) => entry.name),
    read: (name) => {
      const entry = entries.get(normalise(name))
      if (!entry) return undefined
      const data = readEntry(bytes, view, entry, budget)
      budget -= data.length
      return data
    },
  }
}

/** Backslashes and case vary between writers. */
function normalise(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, ZipEntry> {
  const end = findEnd(view)
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  const count = Math.min(view.getUint16(end + 10, true), MAX_ENTRIES)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE)
      throw new ImportFailure('import.truncated')
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.set(normalise(name), {
      name,
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function findEnd(view: DataView): number {
  const stop = Math.max(0, view.byteLength - END_SEARCH)
  for (let at = view.byteLength - 22; at >= stop; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at
  }
  throw new ImportFailure('import.truncated')
}

function readEntry(bytes: Uint8Array, view: DataView, entry: ZipEntry, budget: number): Uint8Array {
  if (entry.encrypted) throw new ImportFailure('import.passwordProtected')
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_SIGNATURE)
    throw new ImportFailure('import.truncated')
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const data = bytes.subarray(start, start + entry.compressed)
  if (data.length < entry.compressed) throw new ImportFailure('import.truncated')
  if (entry.method === 0) return data
  if (entry.method !== 8) throw new ImportFailure('import.damaged')
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, budget) })
  } catch (error) {
    if (error instanceof RangeError)
      throw new ImportFailure('import.inflatesTooFar', { limit: LIMITS.inflatedBytes / 1024 / 1024 })
    throw new ImportFailure('import.damaged')
  }
}
