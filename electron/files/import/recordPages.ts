import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { ImportRecord } from '#shared/importing/importRecord'
import type { RecordPage } from '#shared/ipc/importing'

/** A page ends when its JSON has grown to this: one message to the window carries it. */
const PAGE_CHARS = 2 * 1024 * 1024
/** Records repeat themselves: the fastest level leaves a fifth of them already. */
const LEVEL = 1

/** Some records in the order of the file, as deflated UTF-8 JSON: a small part of what they take as objects. */
export interface PackedPage {
  readonly deflated: Uint8Array<ArrayBuffer>
  readonly count: number
}

/** Packs records page by page as they come, so that nobody ever holds all of them. */
export class RecordPacker {
  private parts: string[] = []
  private chars = 0

  /** `onPage` takes each page when it is full, and the last one at `finish`. */
  constructor(private readonly onPage: (page: PackedPage) => void) {}

  /** Adds records in the order of the file. A page has at least one, however large. */
  add(records: readonly ImportRecord[]): void {
    for (const record of records) {
      const text = JSON.stringify(record)
      this.parts.push(text)
      this.chars += text.length
      if (this.chars >= PAGE_CHARS) this.close()
    }
  }

  /** Ends the last page. */
  finish(): void {
    if (this.parts.length > 0) this.close()
  }

  private close(): void {
    const json = `[${this.parts.join(',')}]`
    // A copy with a buffer of its own can be handed to another thread.
    const deflated = new Uint8Array(deflateRawSync(json, { level: LEVEL }))
    this.onPage({ deflated, count: this.parts.length })
    this.parts = []
    this.chars = 0
  }
}

/** All records as pages. */
export function packRecords(records: readonly ImportRecord[]): PackedPage[] {
  const pages: PackedPage[] = []
  const packer = new RecordPacker((page) => pages.push(page))
  packer.add(records)
  packer.finish()
  return pages
}

/** How many records the pages hold. */
export function countRecords(pages: readonly PackedPage[]): number {
  return pages.reduce((sum, { count }) => sum + count, 0)
}

/**
 * The page that begins with the record at `from`, as JSON; `next` is where the page after it begins. A place at which
 * none begins, as behind the last, gives an empty page.
 */
export function recordPage(pages: readonly PackedPage[], from: number): RecordPage {
  let first = 0
  for (const [at, { deflated, count }] of pages.entries()) {
    if (first === from) {
      const next = at + 1 < pages.length ? first + count : null
      return { page: new Uint8Array(inflateRawSync(deflated)), count, next }
    }
    first += count
  }
  return { page: new TextEncoder().encode('[]'), count: 0, next: null }
}
