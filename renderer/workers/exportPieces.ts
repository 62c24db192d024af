import type { ExportPart } from '#shared/exporting/exportFile'
import { jsonPieces } from '../store/jsonPieces'

/** A message and a write to the disk are both happy with so much text; the main process takes so many items at a time. */
const PIECE = { items: 5_000, chars: 2 * 1024 * 1024 }

/** A part as UTF-8 JSON of lists of parts, none of them large: 250 customers may have years of talks each. */
export function exportPieces(part: ExportPart): Uint8Array[] {
  const items = part.kind === 'rows' ? part.rows : part.kind === 'cards' ? part.cards : part.items
  const encode = (lines: readonly string[]) => new TextEncoder().encode(`[${partText(part, lines)}]`)
  // A part without items is a piece as well.
  return items.length === 0 ? [encode([])] : Array.from(jsonPieces(items, PIECE), encode)
}

/** The part with these of its items, which are JSON already. */
function partText(part: ExportPart, items: readonly string[]): string {
  const list = `[${items.join(',')}]`
  switch (part.kind) {
    case 'rows':
      return `{"kind":"rows","sheet":${part.sheet},"rows":${list}}`
    case 'cards':
      return `{"kind":"cards","cards":${list}}`
    case 'agenda':
      return `{"kind":"agenda","items":${list}}`
  }
}
