import type { useText } from './text'

/** What stands between words of a list: a comma and its space, or the full-width sign, which brings its own. */
export function comma(text: ReturnType<typeof useText>): string {
  const sign = text('list.comma')
  return sign === '、' ? sign : `${sign} `
}
