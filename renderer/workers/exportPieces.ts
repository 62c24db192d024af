import type { ExportPart } from '#shared/exporting/exportFile'

/** A message between processes and a write to the disk are both happy with this much. */
const PIECE_CHARS = 2 * 1024 * 1024
/** And no piece has more items than the main process takes at a time. */
const PIECE_ITEMS = 5_000

/** A part as UTF-8 JSON of lists of parts, none of them large: 250 customers may have years of talks each. */
export function exportPieces(part: ExportPart): Uint8Array[] {
  const items = part.kind === 'rows' ? part.rows : part.kind === 'cards' ? part.cards : part.items
  const pieces: Uint8Array[] = []
  let lines: string[] = []
  let chars = 0
  const close = () => {
    pieces.push(new TextEncoder().encode(`[${partText(part, lines)}]`))
    lines = []
    chars = 0
  }
  for (const item of items) {
    const line = JSON.stringify(item)
    lines.push(line)
    chars += line.length
    if (chars >= PIECE_CHARS || lines.length >= PIECE_ITEMS) close()
  }
  if (lines.length > 0 || pieces.length === 0) close()
  return pieces
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
