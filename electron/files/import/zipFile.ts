import { inflateRawSync } from 'node:zlib'
import { ImportFailure, LIMITS } from './limits'

/** One file inside a zip, as its central directory states it. */
interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly compressed: number
  /** Inflated, as the directory claims. */
  readonly stated: number
  readonly offset: number
  readonly encrypted: boolean
}

/** A zip whose directory has been read; entries are inflated on demand against one common limit. */
export interface ZipFile {
  readonly names: readonly string[]
  /**
   * Bytes of an entry, undefined when there is none of this name (case is ignored). One that grows more than
   * `mostRatio` times is refused, but for small ones. Throws `ImportFailure`.
   */
  readonly read: (name: string, mostRatio?: number) => Uint8Array | undefined
  /** Inflated bytes of an entry as the directory claims; 0 when there is none of this name. */
  readonly statedBytes: (name: string) => number
}

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
// The end record is 22 bytes and a comment of up to 64 KiB.
const END_SEARCH = 22 + 65_535
const MAX_ENTRIES = 20_000
// Whatever the ratio: a megabyte of blanks hurts nobody.
const ALWAYS_ALLOWED_BYTES = 1024 * 1024
// General purpose flag 11: the name is UTF-8.
const NAME_IS_UTF8 = 0x800

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
    read: (name, mostRatio = Number.POSITIVE_INFINITY) => {
      const entry = entries.get(normalise(name))
      if (!entry) return undefined
      const most = Math.min(budget, Math.max(ALWAYS_ALLOWED_BYTES, entry.compressed * mostRatio))
      const data = readEntry(bytes, view, entry, most)
      budget -= data.length
      return data
    },
    statedBytes: (name) => entries.get(normalise(name))?.stated ?? 0,
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
    const flags = view.getUint16(at + 8, true)
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (flags & NAME_IS_UTF8) !== 0)
    entries.set(normalise(name), {
      name,
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      stated: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (flags & 1) === 1,
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Names are UTF-8 where the flag says so or the bytes fit; else GBK, which Chinese Windows writes without a word. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  for (const label of isUtf8 ? ['utf-8'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {
      // The next one may fit.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes)
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
