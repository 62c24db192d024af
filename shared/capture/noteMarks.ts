import { isCjkCode } from '../matching/fold'
import { findAmounts } from './amounts'
import { findDueWords } from './dueWords'
import { readMention } from './mentions'
import type { AmountMark, NoteContext, NoteMark, PersonMark, PromiseMark, TagMark } from './noteMark'

/** A mark stands at the beginning of a word, so that `what?`, `C#` and `a@b.com` are none. */
const MARK = /(?<=^|[\s(（,，;；。、])(?:[!！][<＜][ \t]{0,3}|[!！?？#＃@＠])(?=\S)/gu
const TAG = /^[\p{L}\p{M}\p{N}_-]{1,60}/u
/** `!them label proof`: the same as `?label proof`. */
const THEM = /^(?:them|they|他们|她们|对方|對方)[\s:：]*/iu
/** A promise ends with its line or sentence. A full stop after a digit may belong to `5.12.` and ends nothing. */
const PROMISE_END = /[\n\r\u2028;；。]|(?<![0-9])[.!?](?=\s|$)/u
/** Words between the promise and its day that say nothing once the day has been taken out. */
const LINKS_BEFORE = /(?:^|\s)(?:by|on|due|before|until|till|at|for)$/iu
const LINKS_AFTER = /^(?:之前|以前|前|[:：,，])\s*/u

/**
 * The marks of a quick note, sorted and never overlapping; the note itself stays as it is.
 *
 * - `!photos 27 Nov`: we promised; `?label proof 4 Dec`, `!<label proof` or `!them label proof`: they promised.
 *   Reaches to the end of the line or sentence, or to the next mark. The last day named in it is when it is due.
 * - `#tag`, `@person` (see readMention), and amounts with a currency (see findAmounts) outside promises.
 */
export function findNoteMarks(text: string, context: NoteContext): NoteMark[] {
  const marks: NoteMark[] = []
  const starts = [...text.matchAll(MARK)]
  for (const [at, match] of starts.entries()) {
    const from = match.index
    if (from < (marks.at(-1)?.end ?? 0)) continue
    const sign = match[0]
    const next = starts[at + 1]?.index ?? text.length
    const mark = /[#＃]/.test(sign)
      ? readTag(text, from)
      : /[@＠]/.test(sign)
        ? readPerson(text, from, context)
        : readPromise(text, from, sign, next, context)
    if (mark) marks.push(mark)
  }
  const amounts = findAmounts(text, context.dollar, context.yen ?? 'CNY')
  return [...marks, ...outside(amounts, marks)].sort((a, b) => a.start - b.start)
}

function readTag(text: string, start: number): TagMark | undefined {
  const tag = TAG.exec(text.slice(start + 1, start + 80))?.[0] ?? ''
  // `#12` is a number: order 12, booth 12.
  if (!/\p{L}/u.test(tag)) return undefined
  return { kind: 'tag', start, end: start + 1 + tag.length, tag }
}

function readPerson(text: string, start: number, context: NoteContext): PersonMark | undefined {
  const { length, personIds } = readMention(text.slice(start + 1, start + 100), context.people)
  if (length === 0) return undefined
  const end = start + 1 + length
  return { kind: 'person', start, end, name: text.slice(start + 1, end), personIds }
}

function readPromise(
  text: string,
  start: number,
  sign: string,
  next: number,
  context: NoteContext,
): PromiseMark | undefined {
  const rest = text.slice(start + sign.length, next)
  const stop = PROMISE_END.exec(rest)?.index ?? rest.length
  const them = THEM.exec(rest.slice(0, 20))?.[0].length ?? 0
  const body = rest.slice(them, stop).trimEnd()
  const offset = start + sign.length + them
  const due = findDueWords(body, context.today)
  const promised = due ? joined(body.slice(0, due.start), body.slice(due.end)) : body.trim()
  // A day alone is not a promise, and neither is `!!!`.
  if (!/[\p{L}\p{N}]/u.test(promised)) return undefined
  return {
    kind: 'promise',
    start,
    end: offset + body.length,
    by: them > 0 || /[?？<＜]/.test(sign) ? 'them' : 'us',
    text: promised,
    ...(due && { dueOn: due.dueOn, due: { start: offset + due.start, end: offset + due.end } }),
  }
}

/** What is left of a promise when its due words are taken out. */
function joined(before: string, after: string): string {
  const head = before.trimEnd().replace(LINKS_BEFORE, '').trim()
  const rest = after.trimStart().replace(LINKS_AFTER, '').trim()
  const tail = /[\p{L}\p{N}]/u.test(rest) ? rest : ''
  const unspaced = isCjkCode(head.codePointAt(head.length - 1) ?? 0) && isCjkCode(tail.codePointAt(0) ?? 0)
  return head === '' || tail === '' || unspaced ? head + tail : `${head} ${tail}`
}

/** Amounts that touch no mark. Both lists are sorted. */
function outside(amounts: readonly AmountMark[], marks: readonly NoteMark[]): AmountMark[] {
  const free: AmountMark[] = []
  let at = 0
  for (const amount of amounts) {
    while ((marks[at]?.end ?? Number.POSITIVE_INFINITY) <= amount.start) at++
    if ((marks[at]?.start ?? Number.POSITIVE_INFINITY) >= amount.end) free.push(amount)
  }
  return free
}
