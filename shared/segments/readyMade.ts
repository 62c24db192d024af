import type { Segment, SegmentRule } from '../records/segment'

/** A shipped segment: a key until somebody edits it, then a record that names the key and stands before it. */
interface ReadySegment {
  readonly key: ReadyKey
  readonly rule: SegmentRule
}

export const READY_KEYS = [
  'askedNoOrder',
  'sampleNoWord',
  'onceThenSilent',
  'lateOwnRhythm',
  'platformOnly',
  'metNoAnswer',
  'quoteCooling',
  'promiseLate',
  'goodNoPlan',
  'stalled',
  'readersNeverAsked',
  'advocates',
] as const
type ReadyKey = (typeof READY_KEYS)[number]

const noOrder: SegmentRule = { field: 'orders.count', op: 'is', value: 0 }
const notLost: SegmentRule = { field: 'stage', op: 'isNot', value: 'lost' }

const RULES: Readonly<Record<ReadyKey, SegmentRule>> = {
  askedNoOrder: {
    all: [
      {
        any: [
          { field: 'talks.count/enquiry/in', op: 'atLeast', value: 1 },
          { field: 'quotes.last', op: 'known' },
        ],
      },
      noOrder,
      notLost,
    ],
  },
  sampleNoWord: {
    all: [{ field: 'samples.unansweredSince', op: 'olderThanDays', value: 14 }, notLost],
  },
  onceThenSilent: {
    all: [
      { field: 'orders.count', op: 'is', value: 1 },
      { field: 'orders.last', op: 'olderThanDays', value: 180 },
      { field: 'contact.last', op: 'olderThanDays', value: 90 },
    ],
  },
  lateOwnRhythm: { all: [{ field: 'orders.lateDays', op: 'atLeast', value: 1 }, notLost] },
  // Everything that we know of them is the platform's: no address, no carrier of ours.
  platformOnly: {
    all: [
      { field: 'source.kinds', op: 'has', value: 'platform' },
      {
        none: [
          { field: 'handles', op: 'known' },
          { field: 'carriers', op: 'known' },
        ],
      },
    ],
  },
  metNoAnswer: {
    all: [
      { field: 'talks.last/met', op: 'known' },
      {
        none: [
          { field: 'talks.count/message/in', op: 'atLeast', value: 1 },
          { field: 'talks.count/call/in', op: 'atLeast', value: 1 },
          { field: 'talks.count/enquiry/in', op: 'atLeast', value: 1 },
        ],
      },
      noOrder,
      notLost,
    ],
  },
  quoteCooling: {
    all: [
      { field: 'quotes.open', op: 'atLeast', value: 1 },
      { field: 'contact.last', op: 'olderThanDays', value: 14 },
    ],
  },
  promiseLate: { all: [{ field: 'promises.ourLate', op: 'atLeast', value: 1 }] },
  goodNoPlan: {
    all: [
      { field: 'grade', op: 'in', value: ['A', 'B'] },
      { field: 'plans.running', op: 'unknown' },
      notLost,
    ],
  },
  stalled: {
    all: [
      { field: 'stage', op: 'in', value: ['enquiry', 'sample', 'quote'] },
      { field: 'stage.since', op: 'olderThanDays', value: 60 },
    ],
  },
  readersNeverAsked: {
    all: [
      { field: 'engaged.count/any/180', op: 'atLeast', value: 1 },
      { field: 'talks.count/enquiry', op: 'is', value: 0 },
      noOrder,
    ],
  },
  advocates: { all: [{ field: 'advocate', op: 'yes' }] },
}

/** The twelve segments of the trade, in the order of their list. */
export const READY_SEGMENTS: readonly ReadySegment[] = READY_KEYS.map((key) => ({ key, rule: RULES[key] }))

/** How a shipped segment is named where ids of records are: no record can have this id. */
function readyId(key: ReadyKey): string {
  return `ready:${key}`
}

/** A segment as it is listed and asked: of the notebook, or shipped. */
export interface ListedSegment {
  readonly id: string
  readonly readyKey?: ReadyKey | undefined
  /** Empty while the name is the shipped one. */
  readonly name: string
  readonly rule: SegmentRule
  readonly excludedIds: readonly string[]
  /** Whether a record stands for it. */
  readonly isOwn: boolean
}

/** The notebook's own segments by name, then the shipped ones, each as its record has it where there is one. */
export function listSegments(own: readonly Segment[]): ListedSegment[] {
  const listed = (segment: Segment): ListedSegment => ({
    id: segment.id,
    readyKey: READY_KEYS.find((key) => key === segment.nameKey),
    name: segment.nameKey === undefined ? segment.name : '',
    rule: segment.rule,
    excludedIds: segment.excludedIds ?? [],
    isOwn: true,
  })
  const all = own.map(listed)
  const free = all.filter((one) => one.readyKey === undefined)
  const ready = READY_SEGMENTS.map(
    ({ key, rule }): ListedSegment =>
      all.find((one) => one.readyKey === key) ?? {
        id: readyId(key),
        readyKey: key,
        name: '',
        rule,
        excludedIds: [],
        isOwn: false,
      },
  )
  return [
    ...free.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)),
    ...ready,
  ]
}
