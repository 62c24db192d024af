import type { Customer } from '../records/customer'
import type { SavedReport } from '../records/savedReport'
import type { Segment, SegmentRule, SegmentSnapshot } from '../records/segment'
import type { StageMove } from '../records/stageMove'
import { addDays, startOfDay } from '../time/calendarDay'
import type { EpochMs, IsoDate } from '../time/values'
import { type Random, randomFrom } from './random'
import { sampleBase } from './sampleRecord'
import type { Scene } from './scene'

/** How long ago it was written down who was in the first segment. */
const SNAPSHOT_DAYS = 184

/** The questions that are asked again and again; fields of their rules are those of the customer's record. */
export interface SampleSegments {
  /** The one that a snapshot was taken of. */
  readonly favourites: Segment
  readonly all: readonly Segment[]
}

/** Saves the segments, all begun before the snapshot's day. */
export function sampleSegments(scene: Scene): SampleSegments {
  const random = randomFrom(`${scene.seed}/segments`)
  const at = startOfDay(addDays(scene.today, -SNAPSHOT_DAYS - 30), 'Asia/Shanghai') + 36_000_000
  const favourites = segment(random, at, 'VIP who order again', {
    all: [
      { field: 'stage', op: 'is', value: 'repeat' },
      { field: 'tags', op: 'has', value: 'VIP' },
    ],
  })
  const all = [
    favourites,
    segment(random, at, 'Price asked, no order', { field: 'stage', op: 'is', value: 'quote' }),
    segment(random, at, 'Hotels worth a negotiation', {
      all: [
        { field: 'tags', op: 'has', value: 'hotel' },
        { field: 'grade', op: 'in', value: ['A', 'B'] },
      ],
    }),
    segment(random, at, '欧洲客户（未流失）', {
      all: [
        { field: 'country', op: 'in', value: ['DE', 'FR', 'ES', 'IT', 'SE', 'GB'] },
        { none: [{ field: 'stage', op: 'is', value: 'lost' }] },
      ],
    }),
  ]
  return { favourites, all }
}

/** The report that is made again after each fair: the editions of one series side by side. */
export function sampleReport(scene: Scene): SavedReport {
  const random = randomFrom(`${scene.seed}/report`)
  const at = startOfDay(addDays(scene.today, -120), 'Asia/Shanghai') + 36_000_000
  const { channelId } = scene.markets.current.touchpoint
  return {
    ...sampleBase(random, at),
    name: 'Our spring and autumn fair, edition by edition',
    kind: 'channel',
    // The years' fairs side by side: the channel's touchpoints of this year against those of the year before.
    options: {
      unit: 'year',
      back: 0,
      model: 'firstTouch',
      view: 'cash',
      ...(channelId === undefined ? { scopeKind: 'whole' } : { scopeKind: 'channel', scopeId: channelId }),
    },
  }
}

/** Gathers, customer by customer, who was in the first segment on the snapshot's day. */
export class SnapshotTaker {
  readonly #memberIds: string[] = []
  readonly #on: IsoDate
  readonly #until: EpochMs
  readonly #scene: Scene
  readonly #segment: Segment

  constructor(scene: Scene, segment: Segment) {
    this.#scene = scene
    this.#segment = segment
    this.#on = addDays(scene.today, -SNAPSHOT_DAYS)
    this.#until = startOfDay(this.#on, 'Asia/Shanghai') + 64_800_000
  }

  /** Looks at one customer. Only ids are kept: some thousand of a hundred thousand. */
  see(customer: Customer, moves: readonly StageMove[]): void {
    const stage = moves.filter((move) => move.at <= this.#until).at(-1)?.to
    if (stage === 'repeat' && customer.tags.includes('VIP')) this.#memberIds.push(customer.id)
  }

  /** The snapshot, once every customer was seen. */
  take(): SegmentSnapshot {
    const random = randomFrom(`${this.#scene.seed}/snapshot`)
    const base = sampleBase(random, this.#until)
    return { ...base, segmentId: this.#segment.id, on: this.#on, memberIds: this.#memberIds }
  }
}

function segment(random: Random, at: EpochMs, name: string, rule: SegmentRule): Segment {
  return { ...sampleBase(random, at), name, rule }
}
