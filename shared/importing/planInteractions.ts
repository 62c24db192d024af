import { createChange, type NewRecord } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import { TEXT_MAX_CHARS } from '../records/record'
import { DAY_MS, startOfDay } from '../time/calendarDay'
import type { EpochMs, ZoneName } from '../time/values'
import { offsetMsAt } from '../time/zoneOffset'
import type { FormatId } from './formats'
import type { ImportInteraction, ImportMoment, ImportRecord } from './importRecord'
import type { OnFill } from './planFields'
import type { PlanMaking, PlanSources } from './planSources'
import { contentHash } from './rowHash'

/** Whom the interactions of a row are about, and what they have already. */
export interface InteractionTarget {
  readonly customerId: string
  readonly personId: string | undefined
  /** Source keys of what the page has; those made here are added. */
  readonly sourceKeys: Set<string>
}

const KINDS = {
  met: 'met',
  enquiry: 'enquiry',
  connected: 'connected',
  message: 'message',
  import: 'note',
} as const
const MAX_ANSWER_CHARS = 2000
const MAX_QUESTION_CHARS = 500
const MAX_ANSWERS = 100
const MAX_PRODUCTS = 100

/**
 * What happened according to a row, as records: the meeting, enquiry or connection, and the note. Each carries the
 * hash of its own content, so that a row that comes again with another job title brings no second meeting.
 */
export function planInteractions(
  record: ImportRecord,
  format: FormatId,
  target: InteractionTarget,
  tools: {
    readonly making: PlanMaking
    readonly sources: PlanSources
    readonly onFill: OnFill
    /** Columns of the row that have no field and belong to the meeting. */
    readonly extra: Readonly<Record<string, string>>
  },
): Change[] {
  const changes: Change[] = []
  const { making, onFill } = tools
  const happened = interactionOf(record)
  const add = (field: 'interaction' | 'note', content: unknown, fields: () => InteractionFields) => {
    const sourceKey = `import:${format}:${contentHash(content)}`
    if (target.sourceKeys.has(sourceKey)) return
    target.sourceKeys.add(sourceKey)
    onFill(field)
    const person = target.personId
    const made = {
      ...fields(),
      customerId: target.customerId,
      personIds: person === undefined ? [] : [person],
      sourceKey,
    }
    changes.push(createChange('interactions', { id: making.newId(), ...made }, making.at, 'import'))
  }
  if (happened !== undefined) {
    const content = {
      ...happened,
      touchpoint: record.touchpoint?.name,
      products: record.productInterests,
      answers: record.answers,
    }
    add('interaction', content, () => interactionFields(happened, record, tools))
  }
  const { note } = record
  if (note !== undefined && note.trim() !== '') {
    add('note', { note }, () => ({ kind: 'note', direction: 'both', at: making.at, ...textFields(note) }))
  }
  return changes
}

type InteractionFields = Omit<NewRecord<'interactions'>, 'id' | 'customerId' | 'personIds' | 'sourceKey'>

/** Products or answers without a day are worth a line of their own. */
function interactionOf(record: ImportRecord): ImportInteraction | undefined {
  if (record.interaction !== undefined) return record.interaction
  const hasMore = (record.productInterests?.length ?? 0) > 0 || (record.answers?.length ?? 0) > 0
  return hasMore || record.touchpoint !== undefined
    ? { kind: record.touchpoint === undefined ? 'import' : 'met' }
    : undefined
}

function interactionFields(
  happened: ImportInteraction,
  record: ImportRecord,
  tools: {
    readonly making: PlanMaking
    readonly sources: PlanSources
    readonly extra: Readonly<Record<string, string>>
  },
): InteractionFields {
  const { making, sources } = tools
  const source = sources.of(record)
  const zone = source?.zone ?? making.zone
  const named = [
    ...(record.productInterests ?? []),
    ...(happened.product === undefined ? [] : [happened.product]),
  ]
  const productIds = [...new Set(named.map((name) => sources.product(name)))].slice(0, MAX_PRODUCTS)
  const isLong = ({ question, value }: { question: string; value: string }) =>
    question.length > MAX_QUESTION_CHARS || value.length > MAX_ANSWER_CHARS
  const answers = (record.answers ?? []).filter((answer) => !isLong(answer)).slice(0, MAX_ANSWERS)
  const long = Object.fromEntries(
    (record.answers ?? []).filter(isLong).map(({ question, value }) => [question, value]),
  )
  const text = [happened.subject, happened.text]
    .filter((part) => part !== undefined && part !== '')
    .join('\n')
  const words = textFields(text)
  const extra = {
    ...tools.extra,
    ...long,
    ...words.extra,
    ...(record.source === undefined ? {} : { source: record.source }),
  }
  return {
    kind: KINDS[happened.kind],
    direction: happened.direction ?? (happened.kind === 'enquiry' ? 'in' : 'both'),
    ...(happened.carrier === undefined ? {} : { carrier: happened.carrier }),
    ...momentFields(happened.at ?? source?.startsOn, zone, making.at),
    ...(source === undefined ? {} : { touchpointId: source.id }),
    ...words,
    ...(answers.length === 0 ? {} : { answers: [...answers] }),
    ...(productIds.length === 0 ? {} : { productIds }),
    ...(Object.keys(extra).length === 0 ? {} : { extra }),
  }
}

/** Text beyond what an interaction holds is kept whole beside it. */
function textFields(text: string): { text?: string; extra?: Record<string, string> } {
  if (text === '') return {}
  return text.length <= TEXT_MAX_CHARS ? { text } : { text: text.slice(0, TEXT_MAX_CHARS), extra: { text } }
}

/** A moment as a record keeps it; without one it is the moment of the import. */
export function momentFields(
  moment: ImportMoment | undefined,
  zone: ZoneName,
  otherwise: EpochMs,
): { at: EpochMs; day?: string; zone?: ZoneName } {
  if (moment === undefined) return { at: otherwise }
  if (typeof moment === 'number') return { at: moment }
  try {
    const day = moment.slice(0, 10)
    const start = startOfDay(day, zone)
    if (moment.length === 10) return { at: start, day, zone }
    const clockMs = Date.parse(`1970-01-01T${moment.slice(11)}Z`)
    if (Number.isNaN(clockMs) || clockMs >= DAY_MS) return { at: start, day, zone }
    // The clock may have been changed between midnight and then.
    const guess = start + clockMs
    return { at: guess + offsetMsAt(zone, start) - offsetMsAt(zone, guess), zone }
  } catch {
    return { at: otherwise }
  }
}
