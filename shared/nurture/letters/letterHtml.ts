import { letterDirection } from './letterDirection'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** Controls but tab and line feed mean nothing in a page, and half a surrogate pair is no text. */
const NO_TEXT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/**
 * A letter as webmail pastes it: paragraphs and line breaks in the letter's own direction, and nothing else. Every word
 * is escaped, whoever wrote it; `link` becomes one where it stands in the text, as long as it is a web address.
 */
export function letterHtml(text: string, language: string, link?: string | undefined): string {
  const direction = letterDirection(language)
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .replace(NO_TEXT, '')
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
  const url = link !== undefined && /^https?:\/\//i.test(link) ? link : undefined
  const written = paragraphs.map((paragraph) => {
    const lines = paragraph.split('\n').map((line) => lineHtml(line, url))
    return `<p>${lines.join('<br>')}</p>`
  })
  return `<div dir="${direction}" lang="${escaped(language)}">${written.join('')}</div>`
}

function lineHtml(line: string, url: string | undefined): string {
  if (url === undefined || !line.includes(url)) return escaped(line)
  const anchor = `<a href="${escaped(url)}">${escaped(url)}</a>`
  return line.split(url).map(escaped).join(anchor)
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
