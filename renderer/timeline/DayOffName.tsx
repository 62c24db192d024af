import type { DayOff } from '#shared/holidays/dayOff'
import { useMoveWords } from '../nurture/useMoveWords'

/**
 * What a day off is called, in words that may be shortened: nothing sets the name apart, so that they are cut where a name of
 * its script ends. A name that only the library knows is English and says so.
 */
export function DayOffName({ dayOff }: { dayOff: DayOff }) {
  const words = useMoveWords()
  const whole = words.dayOffPlain(dayOff)
  const at = words.isNamed(dayOff) ? -1 : whole.indexOf(dayOff.name)
  if (dayOff.name === '' || at < 0) return whole
  return (
    <>
      {whole.slice(0, at)}
      <span lang="en">{dayOff.name}</span>
      {whole.slice(at + dayOff.name.length)}
    </>
  )
}
