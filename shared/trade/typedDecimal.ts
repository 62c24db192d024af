import { type DecimalMark, decimalMarkOf } from '../importing/values/money'

const GROUPS = /^-?\d{1,3}(?:[.,]\d{3})+$/

/**
 * Reads a number as a person types it, as plain decimal text: `1,234.5`, `1.234,5` and `1 234,5` are the same. What
 * can be read two ways, `3.000` and `3,000`, is read with the decimal mark of the person's own language, unless nothing
 * but a nought stands before the mark: nobody writes a thousand so. Undefined for what is no number.
 */
export function decimalFromTyped(entered: string, own: DecimalMark): string | undefined {
  const typed = entered
    .normalize('NFKC')
    .trim()
    .replace(/[\s'’]/g, '')
  if (!/^-?\d[\d.,]*$/.test(typed)) return undefined
  const { mark } = decimalMarkOf([typed], own)
  const other = mark === '.' ? ',' : '.'
  const [whole = '', fraction, ...more] = typed.split(mark)
  if (more.length > 0 || fraction === '' || fraction?.includes(other)) return undefined
  if (whole.includes(other) && !GROUPS.test(whole)) return undefined
  const units = whole.replaceAll(other, '')
  return fraction === undefined ? units : `${units}.${fraction}`
}
