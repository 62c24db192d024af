import type { DayOff } from '#shared/holidays/dayOff'
import { holidayNameKeys } from '#shared/holidays/holidayNames'
import type { PlannedTouch } from '#shared/nurture/scheduler'
import type { TouchMove } from '#shared/nurture/touchMove'
import { useCountryName } from '../i18n/countryName'
import { useFormats } from '../i18n/formats'
import { useRecordText, useText } from '../i18n/text'

/** Names of days off and reasons of moves, in the language of the window. */
export interface MoveWords {
  /** `National Day (China)`; our own shutdown by the name it was given. */
  readonly dayOff: (dayOff: DayOff) => string
  /** The same with nothing in it that sets the name apart. */
  readonly dayOffPlain: (dayOff: DayOff) => string
  /** Whether it is called by a name of the window's language, or by one that the person gave it. */
  readonly isNamed: (dayOff: DayOff) => boolean
  /** Why a touch left a day, in one phrase. */
  readonly move: (move: TouchMove) => string
  /** Why a touch stands on its day: every move, in order; undefined where the plan's own day stands. */
  readonly reason: (touch: PlannedTouch) => string | undefined
}

export function useMoveWords(): MoveWords {
  const text = useText()
  const plain = useRecordText()
  const formats = useFormats()
  const countryName = useCountryName()
  const keyOf = ({ nameKey }: DayOff) => holidayNameKeys.find((key) => key === nameKey)
  const named = (one: DayOff, put: typeof text): string => {
    const known = keyOf(one)
    const holiday = known === undefined ? one.name : put(`holiday.${known}`)
    if (one.kind === 'ours')
      return holiday === '' ? put('holiday.ours') : put('holiday.oursNamed', { name: holiday })
    if (one.country === undefined) return holiday
    const country = countryName(one.country)
    return holiday === ''
      ? put('holiday.unnamed', { country })
      : put('holiday.in', { name: holiday, country })
  }
  const dayOff = (one: DayOff) => named(one, text)
  const move = (one: TouchMove): string => {
    switch (one.because) {
      case 'holiday':
        return dayOff(one.dayOff)
      case 'weekendThere':
        return one.country === undefined
          ? text('touch.moved.weekendThere')
          : text('touch.moved.weekendIn', { country: countryName(one.country) })
      case 'cap':
      case 'quiet':
        return text(`touch.moved.${one.because}`, { days: one.days, day: formats.shortDay(one.on) })
      case 'capacity':
        return text('touch.moved.capacity', { count: one.capacity })
      default:
        return text(`touch.moved.${one.because}`)
    }
  }
  const reason = ({ moves = [] }: PlannedTouch) =>
    [...new Set(moves.map(move))].reduce<string | undefined>(
      (first, next) => (first === undefined ? next : text('touch.moved.then', { first, next })),
      undefined,
    )
  return {
    dayOff,
    dayOffPlain: (one) => named(one, plain),
    isNamed: (one) => one.kind === 'ours' || keyOf(one) !== undefined,
    move,
    reason,
  }
}
