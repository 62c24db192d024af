import type { TodayRow } from '#shared/measures/todayWork'
import type { PlannedTouch } from '#shared/nurture/scheduler'

/** One piece of work, wherever it is shown: a row of Today, a mark on the timeline, an item of the queue. */
export interface Work {
  /** Stable: the touch's key, or the kind and the record's id. */
  readonly key: string
  readonly kind: 'touch' | 'promise' | 'fairLead' | 'orderRhythm' | 'gift'
  readonly customerId: string
  readonly touch?: PlannedTouch | undefined
  readonly promiseId?: string | undefined
  /** Whose promise it is. */
  readonly by?: 'us' | 'them' | undefined
}

/** The work behind a row of Today. */
export function workOfRow(row: TodayRow): Work {
  const { candidate, settles } = row
  return {
    key: row.key,
    kind: row.kind,
    customerId: row.customerId,
    touch: candidate.kind === 'touch' ? (candidate.touch as PlannedTouch) : settles.touch,
    promiseId: settles.promiseId,
    by: candidate.kind === 'promise' ? candidate.by : undefined,
  }
}

/** A piece that a person wants to give of their own accord, outside any plan. */
export function workOfGift(customerId: string): Work {
  return { key: `gift/${customerId}`, kind: 'gift', customerId }
}

/** The work of a planned touch. */
export function workOfTouch(touch: PlannedTouch): Work {
  return { key: touch.key, kind: 'touch', customerId: touch.customerId, touch }
}

/** Whether something of ours is to be written: what the evening queue is made of. */
export function isWriting(work: Work): boolean {
  return work.kind === 'touch' || work.kind === 'fairLead' || (work.kind === 'promise' && work.by === 'us')
}

/** The evening's letters: what is due and ours to write, then the thank-yous that the weekend has put off. */
export function eveningWork(list: {
  readonly rows: readonly TodayRow[]
  readonly early: readonly PlannedTouch[]
}): Work[] {
  return [...list.rows.map(workOfRow).filter(isWriting), ...list.early.map(workOfTouch)]
}

/** The shipped letter that fits; none where the person's own words are asked for. */
export function templateKeyOf(work: Work): string | undefined {
  if (work.kind === 'promise') return work.by === 'us' ? 'letter.promised' : undefined
  if (work.kind === 'gift') return 'letter.gift'
  return work.touch?.templateKey ?? (work.kind === 'fairLead' ? 'letter.thanks' : undefined)
}
