import { NAME_MAX_CHARS } from '../records/record'
import type { ImportEngagement, ImportMembership } from './domainParts'
import type { ImportRecord } from './importRecord'
import { readMoment } from './rowDetails'
import { type Of, present, type RowContext, type RowValue, type Sinks } from './rowValues'
import { parseMinutes } from './values/duration'
import { parseMoney } from './values/money'

const YES = /^(yes|true|y|x|1|是|ja|oui|attended|attending checked in|checked in|已签到|已参加)$/i
// How reports write that somebody has no time of coming.
const NOTHING = /^[-–—]+$/
const NO = /^(no|false|n|0|否|nein|non|not attending|no.?show|absent|未签到|未参加)$/i

/** How a row's person took notice of letters and events, and since when they are on a list of ours. */
export function readNotice(
  of: Of,
  context: RowContext,
  sinks: Sinks,
): Pick<ImportRecord, 'engagements' | 'membership'> {
  const list = readEngagements(of, context, sinks)
  const campaign = (of('engagement.campaign')[0]?.text ?? context.title ?? '').slice(0, NAME_MAX_CHARS)
  const membership = readMembership(of, context, sinks)
  return {
    ...(list.length === 0 ? {} : { engagements: { campaign, list } }),
    ...(membership === undefined ? {} : { membership }),
  }
}

function readEngagements(of: Of, context: RowContext, sinks: Sinks): ImportEngagement[] {
  const list: ImportEngagement[] = []
  for (const kind of ['opened', 'clicked'] as const) {
    const value = of(`engagement.${kind}`)[0]
    const count = value === undefined ? undefined : wholeNumber(value.text)
    if (count === undefined) sinks.keep(value)
    // Nothing opened is no news of anybody.
    else if (count > 0) list.push({ kind, count })
  }
  const registered = of('engagement.registered')[0]
  if (registered !== undefined)
    list.push({ kind: 'registered', ...present({ at: readMoment(registered, context, sinks) }) })
  const came = attendances(of, context, sinks)
  if (came !== undefined) {
    const minutes = parseMinutes(of('engagement.minutes')[0]?.text ?? '')
    list.push({ kind: 'attended', ...came, ...present({ minutes }) })
  }
  return list
}

/** What the columns of coming say together: one may say only yes or no, another the time. A no in any is a no. */
function attendances(of: Of, context: RowContext, sinks: Sinks): Coming | undefined {
  const values = of('engagement.attended')
  const isAbsent = values.some(({ text }) => NO.test(text))
  const said = values.flatMap((value) => attendance(value, context, sinks) ?? [])
  return isAbsent ? undefined : (said.find(({ at }) => at !== undefined) ?? said[0])
}

interface Coming {
  readonly at?: number | string
}

/** A yes, or the time of coming; a no and what says neither are kept as they stand. */
function attendance(value: RowValue, context: RowContext, sinks: Sinks): Coming | undefined {
  if (YES.test(value.text)) return {}
  if (NOTHING.test(value.text)) return undefined
  if (NO.test(value.text) || !/\d{2}/.test(value.text)) {
    sinks.keep(value)
    return undefined
  }
  const at = readMoment(value, context, sinks)
  return at === undefined ? undefined : { at }
}

function readMembership(of: Of, context: RowContext, sinks: Sinks): ImportMembership | undefined {
  if (context.preset.list === undefined) return undefined
  const [joined, left] = [of('member.joined')[0], of('member.left')[0]]
  const joinedAt = joined && readMoment(joined, context, sinks)
  const leftAt = left && readMoment(left, context, sinks)
  if (joinedAt === undefined && leftAt === undefined) return undefined
  return {
    ...present({ joinedAt, leftAt }),
    ...(left === undefined
      ? {}
      : { leftReason: /clean/i.test(left.column.header) ? 'bounced' : 'unsubscribed' }),
  }
}

function wholeNumber(text: string): number | undefined {
  const number = Number(parseMoney(text, '.')?.amount)
  return Number.isInteger(number) && number >= 0 && number <= 1_000_000 ? number : undefined
}
