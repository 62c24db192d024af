import type { useText } from './text'

/** A figure with a minus instead of the hyphen that some languages' formats put before it: `−0.3`. Only to be read. */
export function withMinus(figure: string): string {
  return figure.replace('-', '\u2212')
}

/** What stands between words of a list: a comma and its space, or the full-width sign, which brings its own. */
export function comma(text: ReturnType<typeof useText>): string {
  const sign = text('list.comma')
  return sign === '、' ? sign : `${sign} `
}
