// [MS-CFB] 2.2 and 2.6: places in the header of a compound file and in an entry of its directory.
const HEADER = { bytes: 512, sectorShift: 30, directory: 48, smallestStream: 56, difat: 68, table: 76 }
const ENTRY = { bytes: 128, type: 66, start: 116, size: 120 }
const TABLES_IN_HEADER = 109
const STREAM = 2
const ROOT = 5
// Marks above this are no places: free, end of chain, part of the table.
const LAST_SECTOR = 0xffff_fffa

/** Whether the bytes begin as an OLE compound file: old Excel, Outlook messages, encrypted workbooks. */
export function isOle(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte)
}

/**
 * Whether the end of a compound file is missing: its tables, its directory or a stream lead beyond the last byte.
 * The package that reads the streams does not ask, and gives the rows that are left.
 */
export function isOleTruncated(bytes: Uint8Array): boolean {
  if (bytes.length < HEADER.bytes) return true
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const shift = view.getUint16(HEADER.sectorShift, true)
  return shift >= 7 && shift <= 16 && new OleFile(view, 2 ** shift).isTruncated()
}

class OleFile {
  /** Sectors of the allocation table, in order. */
  private readonly tables: readonly number[]

  constructor(
    private readonly view: DataView,
    private readonly size: number,
  ) {
    this.tables = this.findTables()
  }

  isTruncated(): boolean {
    if (this.tables.some((sector) => this.isMissing(sector, this.size))) return true
    const directory = this.chain(this.view.getUint32(HEADER.directory, true), Number.POSITIVE_INFINITY)
    if (directory.some((sector) => this.isMissing(sector, this.size))) return true
    const smallest = this.view.getUint32(HEADER.smallestStream, true)
    return directory.some((sector) => {
      for (let at = this.placeOf(sector); at < this.placeOf(sector + 1); at += ENTRY.bytes) {
        const type = this.view.getUint8(at + ENTRY.type)
        const bytes = this.view.getUint32(at + ENTRY.size, true)
        const hasOwnSectors = type === ROOT || (type === STREAM && bytes >= smallest)
        if (hasOwnSectors && this.isCut(this.view.getUint32(at + ENTRY.start, true), bytes)) return true
      }
      return false
    })
  }

  /** Whether a stream of this many bytes leads beyond the end. */
  private isCut(start: number, bytes: number): boolean {
    const sectors = this.chain(start, Math.ceil(bytes / this.size))
    return sectors.some((sector, at) => this.isMissing(sector, Math.min(this.size, bytes - at * this.size)))
  }

  private placeOf(sector: number): number {
    return (sector + 1) * this.size
  }

  private isMissing(sector: number, bytes: number): boolean {
    return this.placeOf(sector) + bytes > this.view.byteLength
  }

  /** A chain of sectors, at most `most` long and never longer than the file. */
  private chain(start: number, most: number): number[] {
    const found: number[] = []
    const limit = Math.min(most, this.view.byteLength / this.size + 1)
    for (let sector = start; sector < LAST_SECTOR && found.length < limit; ) {
      found.push(sector)
      sector = this.after(sector)
    }
    return found
  }

  private after(sector: number): number {
    const perTable = this.size / 4
    const table = this.tables[Math.floor(sector / perTable)]
    const at = table === undefined ? this.view.byteLength : this.placeOf(table) + (sector % perTable) * 4
    return at + 4 <= this.view.byteLength ? this.view.getUint32(at, true) : LAST_SECTOR
  }

  /** The header lists the first tables, a chain of sectors the others. */
  private findTables(): number[] {
    const { view, size } = this
    const found: number[] = []
    const take = (from: number, count: number) => {
      for (let at = from; at < from + count * 4 && at + 4 <= view.byteLength; at += 4) {
        const sector = view.getUint32(at, true)
        if (sector < LAST_SECTOR) found.push(sector)
      }
    }
    take(HEADER.table, TABLES_IN_HEADER)
    let next = view.getUint32(HEADER.difat, true)
    for (let step = 0; next < LAST_SECTOR && step < view.byteLength / size; step += 1) {
      const at = this.placeOf(next)
      if (at + size > view.byteLength) return [...found, next]
      take(at, size / 4 - 1)
      next = view.getUint32(at + size - 4, true)
    }
    return found
  }
}
