import type { DayOff } from '#shared/holidays/dayOff'
import { holidayNameKeys } from '#shared/holidays/holidayNames'
import type { PlannedTouch } from '#shared/nurture/scheduler'
import type { TouchMove } from '#shared/nurture/touchMove'
import { useCountryName } from '../i18n/countryName'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'

/** Names of days off and reasons of moves, in the language of the window. */
export interface MoveWords {
  /** `National Day (China)`; our own shutdown by the name it was given. */
  readonly dayOff: (dayOff: DayOff) => string
  /** Why a touch left a day, in one phrase. */
  readonly move: (move: TouchMove) => string
  /** Why a touch stands on its day: every move, in order; undefined where the plan's own day stands. */
  readonly reason: (touch: PlannedTouch) => string | undefined
}

export function useMoveWords(): MoveWords {
  const text = useText()
  const formats = useFormats()
  const countryName = useCountryName()
  const dayOff = ({ kind, nameKey, name, country }: DayOff): string => {
    const known = holidayNameKeys.find((key) => key === nameKey)
    const holiday = known === undefined ? name : text(`holiday.${known}`)
    if (kind === 'ours')
      return holiday === '' ? text('holiday.ours') : text('holiday.oursNamed', { name: holiday })
    if (country === undefined) return holiday
    const place = countryName(country)
    return holiday === ''
      ? text('holiday.unnamed', { country: place })
      : text('holiday.in', { name: holiday, country: place })
  }
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
  return { dayOff, move, reason }
}
