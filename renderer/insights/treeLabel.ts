/**
 * A name under its tree, on at most `most` lines: broken between words where one ends on the line, else between signs,
 * as Chinese is. What is left over is cut with dots.
 */
export function treeLabel(name: string, fits: (words: string) => boolean, most = 2): string[] {
  const lines: string[] = []
  let rest = name.trim()
  while (rest !== '') {
    if (fits(rest)) return [...lines, rest]
    if (lines.length === most - 1) return [...lines, cut(rest, fits)]
    const line = lineOf(rest, fits)
    lines.push(line.trimEnd())
    rest = rest.slice(line.length).trimStart()
  }
  return lines
}

/** As much of the words as a line takes, one sign at least. */
function lineOf(words: string, fits: (words: string) => boolean): string {
  const signs = [...words]
  while (signs.length > 1 && !fits(signs.join('').trimEnd())) signs.pop()
  const line = signs.join('')
  if (/\s$/u.test(line) || /^\s/u.test(words.slice(line.length))) return line
  const whole = /^.*\s/su.exec(line)?.[0]
  return whole ?? line
}

function cut(words: string, fits: (words: string) => boolean): string {
  const signs = [...words]
  while (signs.length > 1 && !fits(`${signs.join('')}…`)) signs.pop()
  return `${signs.join('').trimEnd()}…`
}
