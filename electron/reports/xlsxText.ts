import { MAX_CELL_CHARS } from '#shared/reporting/workbook'

/** What XML 1.0 cannot hold: control characters but tab and newline, lone surrogates, two non-characters. */
const IMPOSSIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** `_x0041_` in a cell means "A" to a spreadsheet; typed by a person it means itself. */
const ESCAPE_LOOKALIKE = /_(?=x[0-9A-Fa-f]{4}_)/g

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for between tags or quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}

/** A cell's text as the file may hold it: cut where a spreadsheet would refuse it, cleaned, escaped. */
export function cellText(text: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replace(IMPOSSIBLE, '')
  const short = clean.length <= MAX_CELL_CHARS ? clean : `${wholeCharacters(clean, MAX_CELL_CHARS - 1)}…`
  return escapeXml(short.replace(ESCAPE_LOOKALIKE, '_x005F_'))
}

/** The first so many code units, less one where that would cut a character in two. */
function wholeCharacters(text: string, units: number): string {
  const cut = text.slice(0, units)
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
}
