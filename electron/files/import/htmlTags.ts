/** What a reader of HTML wants to hear; names in lower case. */
export interface HtmlHandlers {
  readonly open: (name: string, attributes: string) => void
  readonly close: (name: string) => void
  /** Raw text between tags: entities and white space as they stand. */
  readonly text: (raw: string) => void
}

// Their content is no text of the page.
const OPAQUE = new Set(['script', 'style', 'title', 'xml'])
// A longer tag is none; bounds the search for its end.
const LONGEST_TAG = 64 * 1024

/**
 * Runs through HTML as found in the wild: unclosed elements, bare `<`, comments, scripts. Never throws and never looks
 * at a character twice but inside a broken tag.
 */
export function walkHtml(html: string, handlers: HtmlHandlers): void {
  let at = 0
  while (at < html.length) {
    const start = html.indexOf('<', at)
    if (start !== at) handlers.text(html.slice(at, start < 0 ? undefined : start))
    if (start < 0) return
    at = html.startsWith('<!', start) || html.startsWith('<?', start) ? afterMarkup(html, start) : start
    if (at !== start) continue
    const end = endOfTag(html, start)
    const match = end < 0 ? null : /^<(\/?)([a-z][\w:-]*)/i.exec(html.slice(start, Math.min(end, start + 80)))
    if (!match) {
      handlers.text('<')
      at = start + 1
      continue
    }
    const name = (match[2] ?? '').toLowerCase()
    at = end + 1
    if (match[1] === '/') handlers.close(name)
    else {
      handlers.open(name, html.slice(start + match[0].length, end))
      if (OPAQUE.has(name)) at = afterElement(html, name, at)
    }
  }
}

/** The value of an attribute in a tag's text, without its quotes. `attributeOf(' colspan=2', 'colspan')` is `2`. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const pattern = new RegExp(`(?:^|[\\s"'])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
  const match = pattern.exec(attributes)
  return match?.[1] ?? match?.[2] ?? match?.[3]
}

/** Behind a comment or a declaration; conditional comments of Office count as comments. */
function afterMarkup(html: string, start: number): number {
  const isComment = html.startsWith('<!--', start)
  const end = html.indexOf(isComment ? '-->' : '>', start + 2)
  return end < 0 ? html.length : end + (isComment ? 3 : 1)
}

/** Place of the `>` that ends a tag, quotes respected; -1 when there is none near. */
function endOfTag(html: string, start: number): number {
  const stop = Math.min(html.length, start + LONGEST_TAG)
  let quote = ''
  for (let at = start + 1; at < stop; at += 1) {
    const char = html[at] ?? ''
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char === '>') return at
    else if (char === '<') return -1
    else if ((char === '"' || char === "'") && html[at - 1] === '=') quote = char
  }
  return -1
}

function afterElement(html: string, name: string, from: number): number {
  const rest = new RegExp(`</${name}\\s*>`, 'gi')
  rest.lastIndex = from
  const match = rest.exec(html)
  return match ? match.index + match[0].length : html.length
}
