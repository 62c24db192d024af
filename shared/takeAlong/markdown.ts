import { linkTo } from '../links/deepLink'
import type { CustomerPage, PageLine } from './customerPage'

/** An attachment in the folder, by the address that leads there from the page. */
export interface PageLink {
  readonly label: string
  readonly href: string
}

/** What CommonMark and GitHub's Markdown give a meaning anywhere in a line. */
const ANYWHERE = /[\\`*_[\]<>&~|]/g
/** What means something at a line's beginning: headings, lists, rules, `12.` and `12)`. */
const AT_START = /^(\s*)([#+\-=:]|\d{1,9}(?=[.)]))/
/** What an address may hold as it is; anything else is written in percent signs. */
const LINK_END = /[()<>\\]/g

/** A customer's page as CommonMark. Whatever anybody wrote stays text: no markup, no HTML, no link comes of it. */
export function markdownOf(
  page: CustomerPage,
  files: { readonly title: string; readonly links: readonly PageLink[] },
): string {
  const blocks = [
    `# ${oneLine(page.name)}`,
    ...(page.detail === '' ? [] : [oneLine(page.detail)]),
    // The id is ours, so that nothing in it can end the link.
    `<${linkTo({ kind: 'customer', customerId: page.id })}>`,
    ...page.sections.flatMap(({ title, lines }) => [`## ${oneLine(title)}`, lines.map(item).join('\n')]),
    ...(files.links.length === 0 ? [] : [`## ${oneLine(files.title)}`, files.links.map(linkItem).join('\n')]),
  ]
  return `${blocks.join('\n\n')}\n`
}

function item({ lead, text }: PageLine): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const only = lines.length === 1 ? lines[0] : undefined
  if (only !== undefined) {
    const words = oneLine(only)
    if (lead === undefined) return `- ${words}`
    return words === '' ? `- **${oneLine(lead)}**` : `- **${oneLine(lead)}**: ${words}`
  }
  // A quotation keeps the lines of what was written; two blanks at the end keep them apart.
  const quoted = lines.map((line) => (line.trim() === '' ? '  >' : `  > ${escaped(line.trimEnd())}  `))
  return [lead === undefined ? '-' : `- **${oneLine(lead)}**`, '', ...quoted, ''].join('\n')
}

function linkItem({ label, href }: PageLink): string {
  return `- [${oneLine(label)}](${href.replace(LINK_END, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)})`
}

function oneLine(text: string): string {
  return escaped(text.replace(/\s+/g, ' ').trim())
}

/** One line as text. */
function escaped(line: string): string {
  return line.replace(ANYWHERE, '\\$&').replace(AT_START, (_all, blank: string, sign: string) =>
    // A digit can't be escaped; the point or bracket behind it can, and is.
    /\d/.test(sign) ? `${blank}${sign}\\` : `${blank}\\${sign}`,
  )
}
