import { asciiDigit } from '../matching/fold'
import { phoneKeys } from '../matching/phoneKey'

/** Digits and what stands between them, somewhere in a text. */
export interface DigitRun {
  readonly start: number
  readonly end: number
  readonly digits: number
}

const MAX_RUN_DIGITS = 18
const BETWEEN = /[ \u00a0\u2007\u202f\t.\-–—‐‑()（）/]/
const DIGIT = /\p{Nd}/u
const EXTENSION = /^[ ,]{0,2}(?:ext\.?|extension|x|转|轉|分机|доб\.?)[ :.]{0,2}[0-9]{1,6}/i

/** Every stretch of a text that could be a phone number, each character looked at once. */
export function findDigitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = []
  for (let at = 0; at < text.length; ) {
    if (!/[+＋(（]/.test(text.charAt(at)) && !DIGIT.test(text.charAt(at))) {
      at++
      continue
    }
    const run = runFrom(text, at)
    if (run.digits > 0) runs.push(run)
    at = Math.max(run.end, at + 1)
  }
  return runs
}

function runFrom(text: string, start: number): DigitRun {
  let end = start
  let digits = 0
  let gap = ''
  let plus = false
  // A national number begins with 0; the next 0 after a gap begins the next one.
  const national = text.startsWith('0', start) && !text.startsWith('00', start)
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at)
    if (DIGIT.test(char)) {
      if (digits === MAX_RUN_DIGITS || (national && char === '0' && gap !== '' && digits >= 9)) break
      digits++
      gap = ''
      end = at + 1
    } else if (/[+＋]/.test(char)) {
      // A second plus begins the next number.
      if (digits > 0 || plus) break
      plus = true
    } else {
      gap += char
      // A slash with six digits before it separates two numbers; in `030/123456` it belongs to the number.
      if (!BETWEEN.test(char) || gap.length > 3 || (char === '/' && digits >= 6)) break
      if (digits >= 7 && /\s{2}/.test(gap)) break
    }
  }
  const extension = digits > 4 ? (EXTENSION.exec(text.slice(end, end + 20))?.[0].length ?? 0) : 0
  return { start, end: end + extension, digits }
}

/** A number as a handle keeps it, and whether there is any doubt that it is a phone. */
export function readPhone(
  entered: string,
  country: string | undefined,
  labelled: boolean,
): { value: string; sure: boolean } | undefined {
  const keys = phoneKeys(entered, country)
  if (!keys || keys.digits.length < (labelled ? 5 : 7) || keys.digits.length > 15) return undefined
  if (keys.e164 !== undefined) {
    // The extension stays in what was entered: a handle's value is E.164 and nothing else.
    const value = keys.e164
    return { value, sure: labelled || hasPlus(entered) || looksGrouped(entered) || keys.digits.length >= 10 }
  }
  return { value: plain(entered), sure: labelled }
}

/** A number without a label and a country is a phone only if it is written like one. */
export function looksGrouped(entered: string): boolean {
  return /\p{Nd}[ .\-()（）/]{1,3}\p{Nd}/u.test(entered)
}

function hasPlus(entered: string): boolean {
  return /^[(（ ]*[+＋]/.test(entered)
}

function plain(entered: string): string {
  return entered
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asciiDigit)
    .trim()
}
