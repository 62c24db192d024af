import type { ImportRecord } from '#shared/importing/importRecord'
import type { RecordPage } from '#shared/ipc/importing'

/** A page ends when its JSON has grown to this. */
const PAGE_CHARS = 2 * 1024 * 1024
const COMMA = ','

/** The records from `from` on as JSON, as many as make a page; at least one, however large. */
export function recordPage(records: readonly ImportRecord[], from: number): RecordPage {
  const parts: string[] = []
  let chars = 0
  let at = from
  for (; at < records.length && chars < PAGE_CHARS; at += 1) {
    const text = JSON.stringify(records[at])
    parts.push(text)
    chars += text.length
  }
  return {
    page: new TextEncoder().encode(`[${parts.join(COMMA)}]`),
    count: parts.length,
    next: at < records.length ? at : null,
  }
}
