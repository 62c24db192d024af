import type { Touchpoint } from '#shared/records/touchpoint'
import { addDays, dayIn, daysBetween } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { allStaff } from '../store/queries/staff'
import { useNow } from '../store/useNow'
import { KeyCaps } from '../ui/KeyCaps'
import { useView } from '../view/viewState'
import styles from './Capture.module.css'

/** `Hall 9.1` for halls that are numbers; what has a name of its own stands as it was typed. */
function hallWords(text: ReturnType<typeof useText>, halls: readonly string[]): string {
  const words = halls.join(comma(text))
  return halls.every((hall) => /^\p{N}/u.test(hall)) ? text('fair.hall', { halls: words }) : words
}

/** Which fair, which of its days, where and with whom. */
export function FairHeader(props: { fair: Touchpoint; onEditFair: () => void; onChangeFair: () => void }) {
  const { fair, onEditFair, onChangeFair } = props
  const text = useText()
  const formats = useFormats()
  const privacy = useView((view) => view.privacy)
  const togglePrivacy = useView((view) => view.togglePrivacy)
  const openReport = useView((view) => view.openReport)
  const openVisitors = useView((view) => view.openVisitors)
  const staff = useRead(allStaff, []) ?? []
  const today = dayIn(fairZone(fair), useNow())
  const days = fairDays(fair)
  const dayNumber = days.indexOf(today) + 1
  const names = staff.filter((person) => fair.staffIds?.includes(person.id)).map((person) => person.name)
  const place = [
    (fair.halls?.length ?? 0) > 0 && hallWords(text, fair.halls ?? []),
    (fair.booth ?? '') !== '' && text('fair.boothNumber', { booth: fair.booth ?? '' }),
  ].filter((part) => part !== false)
  return (
    <header className={styles.header}>
      <h1 className={styles.fairName}>
        <bdi>{fair.name}</bdi>
      </h1>
      {days.length > 1 && (
        <span className={styles.days} aria-hidden="true">
          {days.map((day) => (
            <span key={day} className={styles.day} data-past={day <= today} />
          ))}
        </span>
      )}
      <span className={styles.today}>
        {dayNumber > 0 && <strong>{text('fair.dayOf', { day: dayNumber, days: days.length })}</strong>}{' '}
        {formats.weekdayDay(today)}
      </span>
      <span className={styles.where}>
        <strong>
          <bdi>{place.join(comma(text))}</bdi>
        </strong>{' '}
        <bdi>{names.join(comma(text))}</bdi>
      </span>
      <span className={styles.headerEnd}>
        <button
          type="button"
          className={styles.textButton}
          aria-pressed={privacy}
          aria-keyshortcuts="F7"
          onClick={togglePrivacy}
        >
          <KeyCaps chord="F7" /> {text('fair.privacy')}
        </button>
        <button
          type="button"
          className={styles.textButton}
          aria-keyshortcuts="F9"
          onClick={() => openReport(fair.id)}
        >
          <KeyCaps chord="F9" /> {text('fair.report')}
        </button>
        <button
          type="button"
          className={styles.textButton}
          aria-keyshortcuts="Shift+F9"
          onClick={() => openVisitors(fair.id)}
        >
          {text('visitors.open')}
        </button>
        <button
          type="button"
          className={styles.textButton}
          aria-label={text('fair.editNamed', { name: fair.name })}
          onClick={onEditFair}
        >
          {text('fair.edit')}
        </button>
        <button type="button" className={styles.textButton} onClick={onChangeFair}>
          {text('fair.change')}
        </button>
      </span>
    </header>
  )
}

/** The fair's own clock, or the laptop's where the fair's country is not known. */
export function fairZone(fair: Touchpoint): string {
  return fair.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
}

const LONGEST_FAIR_DAYS = 31

function fairDays(fair: Touchpoint): string[] {
  if (fair.startsOn === undefined || fair.endsOn === undefined) return []
  const { startsOn } = fair
  const count = Math.min(daysBetween(startsOn, fair.endsOn) + 1, LONGEST_FAIR_DAYS)
  return Array.from({ length: count }, (_, index) => addDays(startsOn, index))
}
