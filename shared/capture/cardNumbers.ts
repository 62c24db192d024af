import { type Label, labelsOf } from './cardLabels'
import type { CardLineKind, Find } from './cardLine'
import { findDigitRuns, looksGrouped, readPhone } from './cardPhones'
import { trimEdges } from './trimEdges'

/** Messengers whose address may be a name or a phone number. */
const MESSENGERS: readonly CardLineKind[] = ['wechat', 'whatsapp', 'line', 'zalo', 'linkedin']
/** A messenger's label with its colon; Chinese labels and "ID" do without. */
const MESSENGER_LABEL =
  /(?<![\p{L}\p{N}])((?:wechat|weixin|whatsapp|line|zalo|linkedin)(?: ?id)?|微信[号號]?|微信 ?id|위챗)(?:[ \t]{0,3}[:：][ \t]{0,3}|(?<=id|[号號])[ \t]{0,3})/giu
const HANDLE = /^[~@]?[\p{L}\p{N}][\p{L}\p{N}._-]{1,63}/u
/** "The same number on WeChat". */
const SAME_ON_WECHAT = /^[\s(（,，]{0,3}(?:微信同号|微信同號|微信同步|同微信|微信)[)）]?/

/** The phone numbers, messenger names and tax numbers of one piece of a card, several for one stretch if need be. */
export function findNumbers(text: string, taken: readonly Find[], country: string | undefined): Find[] {
  const finds: Find[] = []
  let from = 0
  for (const run of findDigitRuns(text)) {
    if (run.start < from || overlaps(run, taken)) continue
    const previous = [...taken, ...finds].reduce(
      (end, find) => (find.end <= run.start ? Math.max(end, find.end) : end),
      0,
    )
    const labels = labelBefore(text.slice(previous, run.start))
    const found = readRun(text, run, labels, country)
    finds.push(...found)
    from = found.reduce((end, find) => Math.max(end, find.end), from)
  }
  const names = findMessengerNames(text).filter((name) => !overlaps(name, [...taken, ...finds]))
  return [...finds, ...names]
}

function readRun(
  text: string,
  run: { start: number; end: number; digits: number },
  labels: readonly Label[],
  country: string | undefined,
): Find[] {
  const entered = text.slice(run.start, run.end)
  if (labels.includes('taxNumber')) return taxNumber(text, run)
  if (labels.includes('post') || labels.includes('address')) return []
  // A name such as `anna1988` after "WeChat:" is no phone number.
  if (/\p{L}/u.test(text.charAt(run.end)) && !SAME_ON_WECHAT.test(text.slice(run.end)) && labels.length === 0)
    return []
  if (/[\p{L}_]$/u.test(text.slice(0, run.start)) && labels.length === 0) return []
  const phone = readPhone(entered, country, labels.length > 0)
  if (!phone) return []
  const stretch = { start: run.start, end: run.end }
  if (labels.includes('fax')) {
    return labels.includes('phone')
      ? [{ ...stretch, kind: 'phone', ...phone }]
      : [{ ...stretch, kind: 'other', value: phone.value, sure: false }]
  }
  if (labels.length === 0 && !isPhoneAlone(text, run, entered, phone.sure)) return []
  const kinds = new Set<CardLineKind>(MESSENGERS.filter((kind) => labels.includes(kind)))
  if (labels.length === 0 || labels.some((label) => !kinds.has(label as CardLineKind))) kinds.add('phone')
  const same = SAME_ON_WECHAT.exec(text.slice(run.end))?.[0].length ?? 0
  if (same > 0) kinds.add('wechat')
  const sorted = [...kinds].sort((a, b) => Number(b === 'phone') - Number(a === 'phone'))
  return sorted.map((kind) => ({ start: run.start, end: run.end + same, kind, ...phone }))
}

/** Without a label: sure numbers count; others only where the line is nothing but a number. */
function isPhoneAlone(
  text: string,
  run: { start: number; end: number },
  entered: string,
  sure: boolean,
): boolean {
  if (sure && /^[(（ ]*(?:[+＋]|00)/.test(entered)) return true
  const rest = text.slice(0, run.start) + text.slice(run.end)
  return !/\p{L}/u.test(rest) || (sure && looksGrouped(entered) && !/[,，]/.test(rest))
}

function taxNumber(text: string, run: { start: number; end: number }): Find[] {
  const start = /[\p{L}]{0,3}$/u.exec(text.slice(Math.max(0, run.start - 3), run.start))?.[0].length ?? 0
  const glued = text.charAt(run.start - start - 1)
  const from = start > 0 && (glued === '' || /[\s:：.]/.test(glued)) ? run.start - start : run.start
  const tail = /^[\p{L}\p{N}./-]{0,12}/u.exec(text.slice(run.end))?.[0].length ?? 0
  const end = run.end + tail
  return [{ start: from, end, kind: 'taxNumber', value: text.slice(from, end).trim(), sure: false }]
}

/** `WeChat: xyz Zalo: abc`, `微信号xyz`: a name after a messenger's label. */
function findMessengerNames(text: string): Find[] {
  const finds: Find[] = []
  for (const match of text.matchAll(MESSENGER_LABEL)) {
    const kind = labelsOf(match[1] ?? '').find((label): label is CardLineKind =>
      MESSENGERS.includes(label as CardLineKind),
    )
    const start = match.index + match[0].length
    const value = HANDLE.exec(text.slice(start, start + 80))?.[0]
    if (kind === undefined || value === undefined || !/[\p{L}\p{N}]/u.test(value)) continue
    finds.push({ start, end: start + value.length, kind, value: value.replace(/^[~@]/, ''), sure: true })
  }
  return finds
}

/** The labels that end right before a number: `Add: 5 Foo St, Tel` -> phone. */
function labelBefore(before: string): Label[] {
  const text = trimEdges(before, true)
  const whole = labelsOf(text)
  if (whole.length > 0) return whole
  const tail = text.slice(-40)
  for (let start = 0; start < tail.length; start++) {
    const previous = tail.charAt(start - 1)
    const boundary =
      previous === '' || /[\s,;:，；、：|]/.test(previous) || /[\u4e00-\u9fff]/.test(tail.charAt(start))
    // One letter inside a line is an initial or a house letter, not a label.
    if (!boundary || (start === 0 && tail.length < text.length)) continue
    const labels = labelsOf(tail.slice(start))
    if (labels.length > 0 && (tail.length - start > 1 || /[:：]\s*$/.test(before))) return labels
  }
  return []
}

function overlaps(run: Pick<Find, 'start' | 'end'>, taken: readonly Find[]): boolean {
  return taken.some((find) => run.start < find.end && find.start < run.end)
}
