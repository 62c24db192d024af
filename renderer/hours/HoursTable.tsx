import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { durationText } from '#shared/costs/hoursForm'
import { priceOfMinutes } from '#shared/measures/acquisitionCost'
import type { Hours } from '#shared/records/hours'
import type { ReportWords } from '#shared/reporting/words'
import { useEdits } from '../edits/useEdits'
import { useText } from '../i18n/text'
import type { HoursBook } from '../store/queries/hours'
import sheet from '../ui/sheet.module.css'
import styles from './Hours.module.css'

/** The latest lines are looked at; the spreadsheet has all of them. */
const SHOWN = 100

/** The time log, the latest line first. */
export function HoursTable(props: { book: HoursBook; words: ReportWords; onEdit: (line: Hours) => void }) {
  const { book, words, onEdit } = props
  const text = useText()
  const edits = useEdits()
  const [all, setAll] = useState(false)
  const placeOf = (line: Hours) => {
    const list = line.touchpointId === undefined ? book.channels : book.touchpoints
    return list.find(({ id }) => id === (line.touchpointId ?? line.channelId))?.name
  }
  const remove = (line: Hours) =>
    void edits.remove('hours', line.id, { key: 'change.hoursRemoved', params: { kind: line.kind } })
  return (
    <>
      <table className={styles.lines}>
        <thead>
          <tr>
            <th scope="col">{text('costs.day')}</th>
            <th scope="col">{text('hours.kind')}</th>
            <th scope="col">{text('hours.about')}</th>
            <th scope="col">{text('hours.staff')}</th>
            <th scope="col" className={styles.number}>
              {text('hours.duration')}
            </th>
            <th scope="col" className={styles.number}>
              {text('hours.cost', { base: book.base })}
            </th>
            <th />
          </tr>
        </thead>
        <tbody>
          {book.lines.slice(0, all ? book.lines.length : SHOWN).map((line) => {
            const name = text(`hours.kind.${line.kind}`)
            const cost = priceOfMinutes(line.minutes, book.hourMinor, book.base)
            const about = [placeOf(line), book.customers.get(line.customerId ?? '')].filter(
              (part) => part !== undefined,
            )
            return (
              <tr key={line.id}>
                <td className={styles.day}>{words.date(line.on)}</td>
                <td>
                  <button type="button" className={styles.edit} onClick={() => onEdit(line)}>
                    {name}
                  </button>
                </td>
                <td className={styles.about}>
                  {about.map((part) => (
                    <span key={part}>
                      <bdi>{part}</bdi>
                    </span>
                  ))}
                  {line.note !== undefined && (
                    <span className={styles.quiet}>
                      <bdi>{line.note}</bdi>
                    </span>
                  )}
                </td>
                <td className={styles.staff}>
                  <bdi>{book.staff.find(({ id }) => id === line.staffId)?.name}</bdi>
                </td>
                <td className={styles.number}>{durationText(line.minutes)}</td>
                <td className={styles.number}>
                  <bdi>{cost.value === undefined ? '–' : words.money(cost.value)}</bdi>
                </td>
                <td className={styles.last}>
                  <button
                    type="button"
                    className={styles.icon}
                    aria-label={text('action.remove', { what: name })}
                    onClick={() => remove(line)}
                  >
                    <Trash2 size={15} strokeWidth={1.5} aria-hidden="true" />
                  </button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {!all && book.lines.length > SHOWN && (
        <button type="button" className={sheet.secondary} onClick={() => setAll(true)}>
          {text('hours.showAll', { count: book.lines.length })}
        </button>
      )}
    </>
  )
}
