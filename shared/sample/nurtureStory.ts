import { plannedTouches } from '../nurture/scheduler'
import type { Interaction } from '../records/interaction'
import type { Enrolment, Touch } from '../records/nurture'
import type { PromiseRecord } from '../records/promise'
import { addDays, compareDays, DAY_MS, startOfDay } from '../time/calendarDay'
import type { EpochMs } from '../time/values'
import { chance, intBetween, type Random } from './random'
import { sampleBase } from './sampleRecord'
import { ourDay, type Scene } from './scene'
import type { StoryTimes } from './timing'

/** Only leads of the last months are on the plan: it was introduced about then. */
const PLAN_INTRODUCED_DAYS = 400
/** Older touches are all dealt with; in these last days some are still open. */
const OPEN_DAYS = 9

/** What the plan has to know of the customer. */
export interface Nurtured {
  readonly customerId: string
  readonly personId: string
  readonly country: string
  readonly zone: string
}

/** An enrolment of a fair lead, with what was done about its touches so far. */
export interface NurtureStory {
  readonly enrolment: Enrolment
  readonly touches: readonly Touch[]
}

/** Puts a fair lead on the welcome plan; undefined for those who never were. */
export function nurtureStory(
  random: Random,
  scene: Scene,
  who: Nurtured,
  times: StoryTimes,
  talks: readonly Interaction[],
  promise: PromiseRecord | undefined,
): NurtureStory | undefined {
  const young = scene.asOf - times.metAt < PLAN_INTRODUCED_DAYS * DAY_MS
  if (!times.source.fair || !young || !chance(random, 75)) return undefined
  const startsOn = ourDay(times.metAt)
  const reply = talks.find(
    (talk) => talk.direction === 'in' && talk.kind !== 'connected' && talk.at > times.metAt,
  )
  const ordered = times.orderDays[0]
  const running: Enrolment = {
    ...sampleBase(random, times.metAt),
    planId: scene.house.plan.id,
    customerId: who.customerId,
    personId: who.personId,
    startsOn,
    zone: who.zone,
    touchpointId: times.source.touchpoint.id,
    ...(promise === undefined ? {} : { promiseId: promise.id }),
  }
  const pause = pauseOf(reply?.at, ordered === undefined ? undefined : startOfDay(ordered, 'Asia/Shanghai'))
  const touches = touchesOf(random, scene, who, running, pause?.pausedAt)
  if (times.lost) return { enrolment: { ...running, endedAt: lastMoment(touches, times.metAt) }, touches }
  return { enrolment: pause === undefined ? running : { ...running, ...pause }, touches }
}

function pauseOf(replyAt: EpochMs | undefined, orderAt: EpochMs | undefined) {
  if (replyAt === undefined && orderAt === undefined) return undefined
  if (orderAt === undefined || (replyAt !== undefined && replyAt < orderAt)) {
    return { pausedAt: replyAt, pausedReason: 'reply' as const }
  }
  return { pausedAt: orderAt, pausedReason: 'order' as const }
}

function touchesOf(
  random: Random,
  scene: Scene,
  who: Nurtured,
  enrolment: Enrolment,
  until: EpochMs | undefined,
): Touch[] {
  const to = until === undefined ? scene.today : ourDay(until)
  const planned = plannedTouches({
    plan: scene.house.plan,
    enrolment,
    touches: [],
    calendar: { workingDays: scene.house.settings.workingDays, customerCountry: who.country },
    from: enrolment.startsOn,
    to,
    today: scene.today,
  })
  const touches: Touch[] = []
  for (const touch of planned) {
    const settled = compareDays(touch.dueOn, addDays(scene.today, -OPEN_DAYS)) < 0
    if (touch.status === 'planned' || (!settled && !chance(random, 45))) continue
    const skipped = chance(random, 7)
    const day = addDays(touch.dueOn, chance(random, 70) ? 0 : intBetween(random, 1, 3))
    const on = compareDays(day, scene.today) > 0 ? scene.today : day
    const at = Math.min(scene.asOf - 60_000, startOfDay(on, 'Asia/Shanghai') + 11 * 3_600_000)
    touches.push({
      ...sampleBase(random, Math.max(at, enrolment.createdAt)),
      enrolmentId: enrolment.id,
      customerId: enrolment.customerId,
      stepKey: touch.stepKey,
      occurrence: touch.occurrence,
      action: skipped ? 'skipped' : 'done',
      on,
      ...(skipped ? { reason: 'Talked on the phone instead' } : {}),
    })
  }
  return touches
}

function lastMoment(touches: readonly Touch[], metAt: EpochMs): EpochMs {
  return touches.reduce((latest, touch) => Math.max(latest, touch.createdAt), metAt)
}
