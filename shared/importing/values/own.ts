import type { OwnField, OwnValue } from '../../ownFields/ownField'
import { TEXT_MAX_CHARS } from '../../records/record'
import type { DateOrder } from '../reading'
import { parseDate } from './date'
import { type DecimalMark, parseMoney } from './money'

/** What is known of the place where a value was written: a column of a file, or the person's language. */
interface OwnReading {
  readonly mark: DecimalMark
  /** Absent where nothing decides between day and month. */
  readonly order?: DateOrder | undefined
  /** For dates without a year. */
  readonly year?: number | undefined
}

/** A sign, digits in groups, a fraction; nothing else, so that `12-15` and `2 pallets` are not taken for numbers. */
const NUMBER = /^\(?[+−–-]?\s*(\d[\d\s.,'’]*)\)?$/u
const GROUPED = /^\d{1,3}(?:[\s.,'’]\d{2,3})*$/u
/** From here on a number loses digits. */
const MOST_DIGITS = 15
const YES = new Set('yes y true 1 x ✓ ✔ on 是 有 对 對 có ja j oui sí si sim да evet כן'.split(' '))
const NO = new Set('no n false 0 ✗ ✘ off 否 无 無 没有 沒有 không nej nein non não нет hayır לא'.split(' '))

/** Reads what somebody wrote for a field of the notebook's own; undefined where its kind can't hold it. */
export function readOwnValue(
  { kind, options }: Pick<OwnField, 'kind' | 'options'>,
  entered: string,
  reading: OwnReading,
): OwnValue | undefined {
  const text = entered.trim()
  if (text === '') return undefined
  switch (kind) {
    case 'text':
      return text.length <= TEXT_MAX_CHARS ? text : undefined
    case 'number':
      return readNumber(text, reading.mark)
    case 'date':
      return readDate(text, reading)
    case 'choice':
      return (
        options?.find((option) => option === text) ?? options?.find((option) => fold(option) === fold(text))
      )
    case 'yesNo':
      return readYesNo(fold(text))
  }
}

function readNumber(entered: string, mark: DecimalMark): number | undefined {
  const text = entered.normalize('NFKC')
  const digits = NUMBER.exec(text)?.[1]?.trim()
  const [whole = '', ...fractions] = digits?.split(mark) ?? []
  const isPlain = /^\d+$/.test(whole) || GROUPED.test(whole)
  if (digits === undefined || fractions.length > 1 || !isPlain || !/^\d*$/.test(fractions[0] ?? ''))
    return undefined
  const amount = parseMoney(text, mark)?.amount
  if (amount === undefined || amount.replace(/[-.]|^-?0+/g, '').length > MOST_DIGITS) return undefined
  const value = Number(amount)
  return Number.isFinite(value) ? value : undefined
}

/** A moment is cut to its day; one of another zone is left to the reader. */
function readDate(text: string, { order, year }: OwnReading): string | undefined {
  const read = parseDate(text, {
    numbers: true,
    ...(order === undefined ? {} : { order }),
    ...(year === undefined ? {} : { year }),
  })
  if (read?.kind === 'date') return read.text
  return read?.kind === 'local' ? read.text.slice(0, 10) : undefined
}

function readYesNo(word: string): boolean | undefined {
  if (YES.has(word)) return true
  return NO.has(word) ? false : undefined
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
