import { isMessageKey, type MessageKey } from '#shared/i18n/catalogues'
import type { MessageValues } from '#shared/i18n/translator'
import type { Decision, ImportOverrides } from '#shared/importing/reading'
import { isTableKind } from '#shared/importing/tableKind'

type Value = string | number | null
type Text = (key: MessageKey, values?: MessageValues) => string

const DELIMITERS: Readonly<Record<string, MessageKey>> = {
  ',': 'import.delimiter.comma',
  ';': 'import.delimiter.semicolon',
  '\t': 'import.delimiter.tab',
  '|': 'import.delimiter.pipe',
}

const ENCODINGS: Readonly<Record<string, string>> = {
  utf8: 'UTF-8',
  utf16le: 'UTF-16 LE',
  utf16be: 'UTF-16 BE',
  gb18030: 'GB18030 / GBK 简体中文',
  big5: 'Big5 繁體中文',
  shift_jis: 'Shift JIS 日本語',
  cp949: 'EUC-KR 한국어',
}

/** A decided value in the person's words. */
export function decisionValueText(text: Text, what: Decision['what'], value: Value): string {
  switch (what) {
    case 'encoding':
      return ENCODINGS[String(value)] ?? String(value)
    case 'delimiter':
      return value === null ? text('import.delimiter.none') : delimiterText(text, String(value))
    case 'headerRow':
      return value === null
        ? text('import.header.none')
        : text('import.header.row', { row: Number(value) + 1 })
    case 'dateOrder':
      return value === 'dmy' || value === 'mdy' || value === 'ymd'
        ? text(`import.dateOrder.${value}`)
        : text('import.dateOrder.unknown')
    case 'decimalMark':
      return text(value === ',' ? 'import.mark.comma' : 'import.mark.point')
    case 'repair':
      return text(value === null ? 'import.repair.left' : 'import.repair.done')
    case 'format': {
      const key = `import.format.${String(value)}`
      return isMessageKey(key) ? text(key) : String(value)
    }
    case 'kind':
      return isTableKind(value) ? text(`import.kind.${value}`) : String(value)
    case 'currency':
      return value === null ? text('import.currency.unknown') : String(value)
    case 'sheet':
    case 'self':
      return String(value)
  }
}

/** The correction that makes a value the decided one. */
export function decisionOverride(what: Decision['what'], value: Value): ImportOverrides {
  switch (what) {
    case 'encoding':
      return { encoding: String(value) }
    case 'delimiter':
      return { delimiter: value === null ? null : String(value) }
    case 'headerRow':
      return { headerRow: value === null ? null : Number(value) }
    case 'dateOrder':
      return value === 'dmy' || value === 'mdy' || value === 'ymd' ? { dateOrder: value } : {}
    case 'decimalMark':
      return { decimalMark: value === ',' ? ',' : '.' }
    case 'repair':
      return { repairMojibake: value !== null }
    case 'format':
      // The other choice is always to forget the recognised source.
      return value === 'table' ? { format: 'table' } : {}
    case 'kind':
      return isTableKind(value) ? { kind: value } : {}
    case 'currency':
      return value === null ? {} : { currency: String(value) }
    case 'sheet':
      return { sheet: String(value) }
    case 'self':
      return { self: String(value) }
  }
}

function delimiterText(text: Text, sign: string): string {
  const key = DELIMITERS[sign]
  return key === undefined ? text('import.delimiter.other', { sign }) : text(key)
}
