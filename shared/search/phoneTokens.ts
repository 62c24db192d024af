import { nationalDigits } from '../matching/phoneKey'
import type { Word } from './words'

/** Marks a token that holds a number backwards; no word can start with it. */
const REVERSED = '~'
const MIN_DIGITS = 7
const MAX_DIGITS = 15
/** What people put between the groups of one phone number. */
const GROUP_GAP = /^[ \u00a0\-.()/‐-―]{1,3}$/

/** The numbers of a text that could be phones: neighbouring groups of digits with 7 to 15 digits in all. */
export function digitRuns(
  found: readonly Word[],
): { digits: string; plus: boolean; first: number; last: number }[] {
  const runs: { digits: string; plus: boolean; first: number; last: number }[] = []
  let first = -1
  const close = (end: number): void => {
    if (first < 0) return
    const digits = found
      .slice(first, end)
      .map((word) => word.text)
      .join('')
    if (digits.length >= MIN_DIGITS && digits.length <= MAX_DIGITS) {
      const plus = /\+\(?$/.test(found[first]?.gap ?? '')
      runs.push({ digits, plus, first, last: end - 1 })
    }
    first = -1
  }
  for (const [at, word] of found.entries()) {
    if (first >= 0 && !(word.digits && GROUP_GAP.test(word.gap))) close(at)
    if (first < 0 && word.digits) first = at
  }
  close(found.length)
  return runs
}

/**
 * The tokens of the phone numbers in a text: all digits; without country code or trunk zero; backwards.
 * So `+84 905 550 173` is found by `84905...`, `905550...` and by its last digits, however it was grouped.
 */
export function phoneTokens(found: readonly Word[]): string[] {
  const tokens: string[] = []
  for (const run of digitRuns(found)) {
    const international = run.plus
      ? run.digits
      : run.digits.startsWith('00')
        ? run.digits.slice(2)
        : undefined
    const national = international === undefined ? run.digits : nationalDigits(`+${international}`)
    tokens.push(run.digits, withoutZeros(national), REVERSED + reversed(run.digits))
    if (international !== undefined) tokens.push(international)
  }
  return tokens
}

/** The other ways in which digits typed into the search box may stand in the table. */
export function phoneAlternatives(digits: string): string[] {
  const others: string[] = []
  const bare = withoutZeros(digits)
  if (bare !== digits && bare.length >= 3) others.push(bare)
  if (bare.length >= 4) others.push(REVERSED + reversed(bare))
  return others
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, '')
}

function reversed(digits: string): string {
  return [...digits].reverse().join('')
}
