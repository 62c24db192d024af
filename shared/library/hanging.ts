import type { Content, Position } from '../records/content'

/** The positions whose facts and pieces speak for one: itself, or for a value the troubles that it answers. */
export function hangingIds(position: Position): string[] {
  return position.kind === 'value' ? [...(position.answersIds ?? [])] : [position.id]
}

/** The pieces in use that are for a position, each once. */
export function piecesFor(content: readonly Content[], position: Position): Content[] {
  const ids = hangingIds(position)
  return content.filter(
    (piece) => piece.retiredAt === undefined && piece.positionIds.some((id) => ids.includes(id)),
  )
}
