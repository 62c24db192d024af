import { decodeEntities } from './htmlEntities'
import { walkHtml } from './htmlTags'

const BREAKS = new Set(['br', 'p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'table', 'blockquote'])

/** The words of a web page or an HTML mail, a line for each block. */
export function htmlText(html: string): string {
  const lines = ['']
  const append = (raw: string) => {
    lines[lines.length - 1] += raw.replace(/\s+/g, ' ')
  }
  walkHtml(html, {
    open: (name) => {
      if (BREAKS.has(name)) lines.push('')
      else if (name === 'td' || name === 'th') append(' ')
    },
    close: (name) => {
      if (BREAKS.has(name)) lines.push('')
    },
    text: append,
  })
  return lines
    .map((line) => decodeEntities(line).trim())
    .filter((line) => line !== '')
    .join('\n')
}
