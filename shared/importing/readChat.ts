import type { IsoDate } from '../time/values'
import { cleanText } from './cell'
import { CHAT_SCHEME, type ChatMessage, parseChat } from './chatText'
import { dateOrderOf } from './columnTypes'
import { isDeletedMessage } from './deletedMessage'
import { readHandles } from './handles'
import type { ImportHandle, ImportMoment, ImportRecord } from './importRecord'
import { isInFuture } from './inFuture'
import type {
  DateOrder,
  Decision,
  ImportOverrides,
  ImportWarning,
  ReadHints,
  ReadResult,
  Rejection,
} from './reading'
import { headerFingerprint } from './rowHash'
import { chooseSelf } from './self'
import { parseDate } from './values/date'

const ORDERS = ['dmy', 'mdy', 'ymd'] as const

/**
 * Reads a WhatsApp export into what was said to and by a customer: one record a message. The counterpart of
 * `readTable` for chats. What we said to a whole group is said to nobody in particular and is left out.
 */
export function readChat(text: string, hints: ReadHints = {}, overrides: ImportOverrides = {}): ReadResult {
  const { messages, systemLines } = parseChat(text)
  const participants = [...new Set(messages.map(({ sender }) => sender))]
  const self = chooseSelf(participants, { chosen: overrides.self, fileName: hints.fileName })
  const others = participants.filter((name) => name !== self.name)
  const order = decideOrder(messages, overrides)
  const records: ImportRecord[] = []
  const rejected: Rejection[] = []
  const occurrences = new Map<string, number>()
  for (const [done, message] of messages.entries()) {
    if (done % 500 === 0) hints.onProgress?.(done, messages.length)
    const isOwn = message.sender === self.name
    const partner = isOwn ? (others.length === 1 ? others[0] : undefined) : message.sender
    const isDeleted = isDeletedMessage(message.text)
    if (partner === undefined || isDeleted) {
      const cells = [`${message.date} ${message.time}`, message.sender, message.text]
      const code = isDeleted ? 'import.reject.deletedMessage' : 'import.reject.toGroup'
      rejected.push({ row: message.line, code, cells })
      continue
    }
    const same = JSON.stringify([message.date, message.time, message.sender, message.text])
    const occurrence = (occurrences.get(same) ?? 0) + 1
    occurrences.set(same, occurrence)
    records.push(recordOf(message, partner, { isOwn, occurrence, order: order.order, overrides }))
  }
  return {
    format: 'whatsapp-chat',
    kind: 'messages',
    headerRow: null,
    dataRows: messages.length,
    columns: [],
    records,
    rejected,
    warnings: [
      ...(messages.length === 0 ? [{ code: 'import.warn.noRows' }] : []),
      ...(order.order === undefined ? [{ code: 'import.warn.dateOrderUnclear' }] : []),
      ...futureWarnings(records, hints.today),
    ],
    decisions: [
      { what: 'format', chosen: 'whatsapp-chat', why: 'import.why.signature', alternatives: [] },
      ...(self.decision === undefined ? [] : [self.decision]),
      order.decision,
    ],
    skipped: systemLines.map((row) => ({ row, why: 'system' })),
    headerFingerprint: headerFingerprint(['whatsapp-chat']),
    preview: [],
  }
}

function futureWarnings(records: readonly ImportRecord[], today: IsoDate | undefined): ImportWarning[] {
  const rows = records.flatMap(({ row, interaction }) =>
    interaction?.at !== undefined && isInFuture(interaction.at, today) ? [row] : [],
  )
  return rows.length === 0 ? [] : [{ code: 'import.warn.inFuture', params: { count: rows.length } }]
}

function recordOf(
  message: ChatMessage,
  partner: string,
  context: {
    isOwn: boolean
    occurrence: number
    order: DateOrder | undefined
    overrides: ImportOverrides
  },
): ImportRecord {
  const at = momentOf(message, context.order)
  const handles = handlesOf(partner, context.overrides.country)
  const text = cleanText(message.text)
  return {
    row: message.line,
    ...(handles.length > 0 ? {} : { person: { fullName: partner } }),
    handles,
    interaction: {
      kind: 'message',
      direction: context.isOwn ? 'out' : 'in',
      carrier: 'whatsapp',
      ...(at === undefined ? {} : { at }),
      ...(text === '' ? {} : { text }),
      ...(context.occurrence === 1 ? {} : { occurrence: context.occurrence }),
    },
    externalIds: [{ scheme: CHAT_SCHEME, value: partner }],
    // A day that can be read two ways is kept as it stands.
    extra: at === undefined ? { date: `${message.date} ${message.time}` } : {},
  }
}

/** Somebody who is in no address book is called by their number. */
function handlesOf(partner: string, country: string | undefined): readonly ImportHandle[] {
  if (!/^\+?[\d\s().-]{7,24}$/.test(cleanText(partner))) return []
  return readHandles(cleanText(partner), 'whatsapp', undefined, country === undefined ? {} : { country })
    .handles
}

function momentOf(message: ChatMessage, order: DateOrder | undefined): ImportMoment | undefined {
  const reading = parseDate(`${message.date} ${message.time}`, order === undefined ? {} : { order })
  return reading?.kind === 'date' || reading?.kind === 'local' ? reading.text : undefined
}

/**
 * Day and month for the whole file: a part over 12 decides, else that messages follow each other in time. A chat of
 * few days may fit both ways; then the person must say.
 */
function decideOrder(
  messages: readonly ChatMessage[],
  overrides: ImportOverrides,
): { order: DateOrder | undefined; decision: Decision } {
  const byValues = dateOrderOf(messages.map(({ date }) => date))
  const fitting = ORDERS.filter((order) => order !== 'ymd' && isAscending(messages, order))
  const byTime = byValues.order === undefined && fitting.length === 1 ? fitting[0] : undefined
  const order = overrides.dateOrder ?? byValues.order ?? byTime
  const why = overrides.dateOrder ? 'import.why.chosen' : byTime ? 'import.why.inTime' : byValues.why
  return {
    order,
    decision: {
      what: 'dateOrder',
      chosen: order ?? null,
      why,
      alternatives: ORDERS.filter((each) => each !== order),
      ...(order === undefined ? { ask: true } : {}),
    },
  }
}

function isAscending(messages: readonly ChatMessage[], order: DateOrder): boolean {
  let before = ''
  return messages.every((message) => {
    const at = momentOf(message, order)
    const fits = typeof at === 'string' && at >= before
    if (fits) before = at
    return fits
  })
}
