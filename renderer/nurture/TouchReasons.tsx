import {
  CalendarClock,
  CalendarDays,
  CircleSlash,
  Hourglass,
  type LucideIcon,
  Shuffle,
  UserRound,
} from 'lucide-react'
import { LOOK_AHEAD_DAYS } from '#shared/nurture/lookAhead'
import type { PassedOver } from '#shared/nurture/plannedTouch'
import type { PlannedTouch } from '#shared/nurture/scheduler'
import { useText } from '../i18n/text'
import { useTouches } from '../store/useTouches'
import styles from './TouchReasons.module.css'
import { type TouchReason, useTouchReasons } from './useTouchReasons'
import type { Work } from './work'

const ICONS: Readonly<Record<TouchReason['kind'], LucideIcon>> = {
  plan: CalendarDays,
  staff: UserRound,
  moved: CalendarClock,
  instead: Shuffle,
  held: CircleSlash,
  waits: Hourglass,
  passedOver: CircleSlash,
}

/** One list of all that is to be said of a touch, the plan's own day first. */
export function TouchReasons(props: {
  touch: PlannedTouch | PassedOver
  /** Kinds that are told elsewhere on the same screen. */
  without?: readonly TouchReason['kind'][]
}) {
  const text = useText()
  const reasonsOf = useTouchReasons()
  const reasons = reasonsOf(props.touch).filter(({ kind }) => props.without?.includes(kind) !== true)
  if (reasons.length === 0) return null
  return (
    <ul className={styles.reasons} aria-label={text('touch.reasons')}>
      {reasons.map(({ kind, words, from }) => {
        const Icon = ICONS[kind]
        return (
          <li key={`${words} ${from}`} data-held={kind === 'held' || undefined}>
            <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
            <span>
              <bdi>{words}</bdi> <small>{from}</small>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** The reasons of the touch behind a piece of work, as the worker knows them with consents and gifts. */
export function WorkReasons(props: { work: Work; today: string; without?: readonly TouchReason['kind'][] }) {
  const touch = useKnownTouch(props.work.customerId, props.work.touch, props.today)
  return touch === undefined ? null : <TouchReasons touch={touch} without={props.without ?? []} />
}

/** A touch of a list with all that only a customer's own plan says of it; the list's until that is in. */
export function useKnownTouch(
  customerId: string,
  touch: PlannedTouch | undefined,
  today: string,
): PlannedTouch | undefined {
  const answer = useTouches({ customerId, today, daysAhead: LOOK_AHEAD_DAYS })
  return answer?.touches.find(({ key }) => key === touch?.key) ?? touch
}
