import type { PassedOver } from '#shared/nurture/plannedTouch'
import type { PlannedTouch } from '#shared/nurture/scheduler'
import type { StepCondition } from '#shared/records/nurture'
import { useFormats } from '../i18n/formats'
import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { allStaff } from '../store/queries/staff'
import { useMoveWords } from './useMoveWords'

/** One thing that is to be said of why a touch stands where it stands. */
export interface TouchReason {
  readonly kind: 'plan' | 'staff' | 'moved' | 'instead' | 'held' | 'waits' | 'passedOver'
  readonly words: string
  /** What says so: the calendar, a rule, their own word. */
  readonly from: string
}

/** Every reason of a touch, in one order: why its day, by whom, how it may be written, what is in its way. */
export function useTouchReasons(): (touch: PlannedTouch | PassedOver) => readonly TouchReason[] {
  const text = useText()
  const formats = useFormats()
  const moveWords = useMoveWords()
  const conditionWords = useConditionWords()
  const staff = useRead(allStaff, [])
  const blockedReasons = (touch: PlannedTouch): TouchReason[] => {
    const { blocked } = touch
    if (blocked === undefined) return []
    if (blocked.why === 'giveAsk') {
      const { gives, asks, ratio } = blocked
      const words = text('touch.blocked.giveAsk', { gives, asks, ratio })
      return [{ kind: 'held', words, from: text('touch.from.giveAsk') }]
    }
    const others = blocked.alternatives.map((kind) => text(`handle.${kind}`)).join(comma(text))
    const words = [
      text(`touch.blocked.${blocked.why}`),
      others === '' ? text('consent.noOther') : text('consent.instead', { carrier: others }),
    ]
    return [{ kind: 'held', words: words.join(' '), from: text('touch.from.consent') }]
  }
  const ownDay = ({ timing, startsOn }: PlannedTouch): string => {
    const day = formats.shortDay(startsOn)
    switch (timing.unit) {
      case 'days':
      case 'businessDays':
        return text(`touch.why.${timing.unit}`, { count: timing.count, day })
      case 'yearly': {
        const { offsetDays, anchor } = timing
        const side = offsetDays < 0 ? 'before' : offsetDays > 0 ? 'after' : 'on'
        const count = Math.abs(offsetDays)
        return text('touch.why.yearly', { side, count, anchor: text(`plan.anchor.${anchor}`) })
      }
      default:
        return text(`touch.why.${timing.unit}`)
    }
  }
  return (touch) => {
    const { carrier, insteadOf } = touch
    const own: TouchReason = { kind: 'plan', words: ownDay(touch), from: text('touch.from.plan') }
    const colleague = staff?.find(({ id, me }) => id === touch.staffId && me !== true)?.name
    const by: TouchReason[] =
      colleague === undefined
        ? []
        : [
            {
              kind: 'staff',
              words: text('touch.why.staff', { name: colleague }),
              from: text('touch.from.plan'),
            },
          ]
    const moved = (touch.moves ?? []).map(
      (move, place): TouchReason => ({
        kind: 'moved',
        words: text(place === 0 ? 'card.movedFrom' : 'card.movedOn', { day: formats.weekdayDay(move.from) }),
        from: moveWords.move(move),
      }),
    )
    const instead: TouchReason[] =
      carrier === undefined || insteadOf === undefined
        ? []
        : [
            {
              kind: 'instead',
              words: text('touch.carrier.instead', {
                carrier: text(`handle.${carrier}`),
                wanted: text(`handle.${insteadOf}`),
              }),
              from: text('touch.from.consent'),
            },
          ]
    const told = (kind: 'waits' | 'passedOver', conditions: readonly StepCondition[]) =>
      conditions.map(
        (condition): TouchReason => ({
          kind,
          words: text(`touch.condition.${kind}`, { condition: conditionWords(condition) }),
          from: text('touch.from.condition'),
        }),
      )
    return [
      own,
      ...moved,
      ...by,
      ...instead,
      ...blockedReasons(touch),
      ...told('waits', touch.waitsFor ?? []),
      ...told('passedOver', 'unmet' in touch ? touch.unmet : []),
    ]
  }
}

/** What a condition asks for, as the end of a sentence. */
export function useConditionWords(): (condition: StepCondition) => string {
  const text = useText()
  return (condition) => {
    switch (condition.on) {
      case 'reply':
      case 'order':
        return text(`touch.condition.${condition.on}`, { is: String(condition.is) })
      case 'opened':
        return text('touch.condition.opened', {
          is: String(condition.is),
          what: condition.contentId === undefined ? 'any' : 'piece',
        })
      case 'warmth':
        return text('touch.condition.warmth', { min: condition.min ?? 0, max: condition.max ?? 100 })
      case 'stage':
        return text('touch.condition.stage', {
          stages: condition.stages.map((stage) => text(`stage.${stage}`)).join(' / '),
        })
      case 'fact':
        return text('touch.condition.fact', {
          is: String(condition.is),
          kind: text(`fact.${condition.kind}`),
        })
    }
  }
}
