const SEPARATORS = new Set([...' \t\u00a0\u3000,;，；、-–—/&·•'])
const COLONS = new Set([...':：.'])
const BRACKETS = new Set([...'()（）[]<>{}【】"“”'])

/**
 * Where a text begins and ends without the separators around it. A loop and no pattern: `\s+$` looks at a
 * long run of spaces once for each space in it.
 */
export function innerRange(text: string, alsoColons = false): { from: number; to: number } {
  const edge = (char: string): boolean =>
    SEPARATORS.has(char) || (alsoColons && (COLONS.has(char) || BRACKETS.has(char)))
  let from = 0
  let to = text.length
  while (from < to && edge(text.charAt(from))) from++
  while (to > from && edge(text.charAt(to - 1))) to--
  return { from, to }
}

/** The text without separators around it; with `alsoColons` without colons, dots and brackets, too. */
export function trimEdges(text: string, alsoColons = false): string {
  const { from, to } = innerRange(text, alsoColons)
  return text.slice(from, to)
}

/** The text without separators, colons before it and one pair of brackets around the whole. */
export function trimValue(text: string): string {
  let value = trimEdges(text)
  while (/^[:：]/.test(value)) value = trimEdges(value.slice(1))
  const wrapped = /^[(（<[【"](.*)[)）>\]】"]$/s.exec(value)?.[1]
  return wrapped !== undefined && !/[()（）<>[\]【】"]/.test(wrapped) ? trimEdges(wrapped) : value
}
