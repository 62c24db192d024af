import { NUMBER_FORMATS, type NumberFormat } from '#shared/reporting/workbook'

/** How a cell may look. The names are ours; the file knows places in a list. */
export type CellStyle =
  | 'plain'
  | 'caption'
  | 'id'
  | 'longText'
  | 'strong'
  | 'day'
  | 'moment'
  | NumberFormat
  | `strong ${NumberFormat}`

/** Number formats of our own begin at 164 (ECMA-376 part 1, 18.8.30). */
const FIRST_OWN_FORMAT = 164
const TEXT_FORMAT = 49

const FORMAT_CODES: Readonly<Record<NumberFormat | 'day' | 'moment', string>> = {
  day: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
  integer: '#,##0',
  decimal: '#,##0.##',
  rate: '0.00######',
  share: '0%',
  money0: '#,##0',
  money2: '#,##0.00',
  money3: '#,##0.000',
  money4: '#,##0.0000',
}
const FORMAT_NAMES = Object.keys(FORMAT_CODES)

const FONTS = { plain: 0, bold: 1 }
/** The first two fills of every file are fixed by the format: none and a grey pattern. */
const FILLS = { none: 0, caption: 2 }

interface Look {
  readonly font: number
  readonly fill: number
  readonly format: number
  readonly wraps: boolean
  /** To the right, a little off the text that begins in the next column. */
  readonly isNumber?: true
}

const PLAIN: Look = { font: FONTS.plain, fill: FILLS.none, format: 0, wraps: false }
const formatted = (name: string): Look => ({
  isNumber: true,
  ...PLAIN,
  format: FIRST_OWN_FORMAT + FORMAT_NAMES.indexOf(name),
})

/** The place of each look in the file's list; plain must be the first, since cells without a style have it. */
const LOOKS: ReadonlyMap<CellStyle, Look> = new Map<CellStyle, Look>([
  ['plain', PLAIN],
  ['caption', { font: FONTS.bold, fill: FILLS.caption, format: 0, wraps: true }],
  ['id', { ...PLAIN, format: TEXT_FORMAT }],
  ['longText', { ...PLAIN, wraps: true }],
  ['strong', { ...PLAIN, font: FONTS.bold }],
  ['day', formatted('day')],
  ['moment', formatted('moment')],
  ...NUMBER_FORMATS.map((name): [CellStyle, Look] => [name, formatted(name)]),
  ...NUMBER_FORMATS.map((name): [CellStyle, Look] => [
    `strong ${name}`,
    { ...formatted(name), font: FONTS.bold },
  ]),
])
const PLACES: ReadonlyMap<CellStyle, number> = new Map(
  [...LOOKS.keys()].map((style, place) => [style, place]),
)

/** The number by which cells name a style. */
export function stylePlace(style: CellStyle): number {
  return PLACES.get(style) ?? 0
}

/** The part `xl/styles.xml`. */
export function stylesXml(): string {
  const formats = FORMAT_NAMES.map((name, index) => {
    const code = FORMAT_CODES[name as keyof typeof FORMAT_CODES]
    return `<numFmt numFmtId="${FIRST_OWN_FORMAT + index}" formatCode="${code}"/>`
  })
  const looks = [...LOOKS.values()].map(
    ({ font, fill, format, wraps, isNumber }) =>
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"` +
      ' applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">' +
      `<alignment${isNumber ? ' horizontal="right" indent="1"' : ''} vertical="top"${wraps ? ' wrapText="1"' : ''}/></xf>`,
  )
  const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`
  return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="${formats.length}">${formats.join('')}</numFmts>
<fonts count="2">${font('')}${font('<b/>')}</fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFE3EFE7"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${looks.length}">${looks.join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`
}
