import type { Figure } from '#shared/measures/figure'
import { reasonWords } from '#shared/reporting/costWords'
import type { ReportWords } from '#shared/reporting/words'
import { Amount } from './Amount'
import styles from './Channels.module.css'

/** A figure in a table. A dash has its reason behind it, for those who point at it and those who hear it. */
export function FigureCell<T>(props: {
  figure: Figure<T>
  show: (value: T) => string
  /** Whether something had to be left out for want of a rate. */
  isFloor: boolean
  note?: string | undefined
  words: ReportWords
}) {
  const { figure, show, isFloor, note, words } = props
  if (figure.reason !== undefined) {
    const reason = reasonWords(figure.reason, words)
    return (
      <td className={styles.number} title={reason}>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{reason}</span>
      </td>
    )
  }
  return (
    <td className={styles.number}>
      <Amount shown={show(figure.value)} isFloor={isFloor} />
      {note !== undefined && <small className={styles.under}>{note}</small>}
    </td>
  )
}
