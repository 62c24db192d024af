import type { Stage } from '../records/customer'
import type { StageMove } from '../records/stageMove'
import { DAY_MS, startOfDay } from '../time/calendarDay'
import type { EpochMs } from '../time/values'
import { chance, intBetween, type Random } from './random'
import { sampleBase } from './sampleRecord'
import type { Scene } from './scene'
import type { StoryTimes } from './timing'

const LOST_REASONS = [
  'No answer after three letters',
  'Bought elsewhere, price',
  'Project was stopped',
  '改做塑料了',
]

/** The stage history of one customer, earliest first; its last entry is the current stage. */
export function stageStory(random: Random, scene: Scene, customerId: string, times: StoryTimes): StageMove[] {
  const firstOrder = times.orderDays[0]
  const secondOrder = times.orderDays[1]
  const orderedAt =
    firstOrder === undefined ? undefined : startOfDay(firstOrder, 'Asia/Shanghai') + 10 * 3_600_000
  const reached: [Stage, EpochMs][] = [[times.source.fair ? 'lead' : 'enquiry', times.metAt]]
  const until = orderedAt ?? scene.asOf - 60_000
  let at = times.metAt
  for (const stage of ['enquiry', 'sample', 'quote'] as const) {
    if (stage === 'enquiry' && !times.source.fair) continue
    if (times.fresh || (orderedAt === undefined && !chance(random, 58))) break
    // Some buy without a sample; nobody buys without a price.
    if (stage === 'sample' && chance(random, 30)) continue
    at += intBetween(random, 2, 14) * DAY_MS
    if (at >= until) at = Math.max(times.metAt, until - 3_600_000)
    reached.push([stage, at])
  }
  if (orderedAt !== undefined) reached.push(['order', orderedAt])
  if (secondOrder !== undefined)
    reached.push(['repeat', startOfDay(secondOrder, 'Asia/Shanghai') + 10 * 3_600_000])
  if (times.lost)
    reached.push(['lost', Math.min(scene.asOf - 60_000, at + intBetween(random, 40, 150) * DAY_MS)])
  return reached
    .sort((a, b) => a[1] - b[1])
    .map(([to, when], place) => {
      const from = reached[place - 1]?.[0]
      const reason = to === 'lost' ? LOST_REASONS[intBetween(random, 0, LOST_REASONS.length - 1)] : undefined
      return {
        ...sampleBase(random, when),
        customerId,
        ...(from === undefined ? {} : { from }),
        to,
        at: when,
        ...(reason === undefined ? {} : { reason }),
      }
    })
}
