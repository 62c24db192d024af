/** How much one piece holds at most; an item that is longer goes alone. */
export interface PieceLimits {
  readonly items: number
  readonly chars: number
}

/** Items as JSON, a piece at a time, none of them large: what is sent between threads or processes is copied whole. */
export function* jsonPieces(items: readonly unknown[], limits: PieceLimits): Generator<readonly string[]> {
  let lines: string[] = []
  let chars = 0
  for (const item of items) {
    const line = JSON.stringify(item)
    lines.push(line)
    chars += line.length
    if (lines.length < limits.items && chars < limits.chars) continue
    yield lines
    lines = []
    chars = 0
  }
  if (lines.length > 0) yield lines
}
