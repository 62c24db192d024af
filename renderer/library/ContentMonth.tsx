import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { contentMonth } from '#shared/library/contentMonth'
import type { Content } from '#shared/records/content'
import { addMonths } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { useLibraryView } from '../view/libraryView'
import styles from './Library.module.css'

/** The content calendar: what is planned for and came out on which day of a month. A day adds a piece on it. */
export function ContentMonth({ content, today }: { content: readonly Content[]; today: string }) {
  const text = useText()
  const formats = useFormats()
  const openDialog = useLibraryView((view) => view.openDialog)
  const [month, setMonth] = useState(today)
  const weeks = contentMonth(content, month, formats.weekBegins())
  const undated = content.filter((piece) => piece.on === undefined)
  return (
    <section aria-label={formats.month(month)}>
      <div className={styles.monthHead}>
        <button
          type="button"
          className={styles.icon}
          aria-label={text('span.before')}
          onClick={() => setMonth(addMonths(month, -1))}
        >
          <ChevronLeft size={16} strokeWidth={1.75} className={styles.arrow} aria-hidden="true" />
        </button>
        <h2>{formats.month(month)}</h2>
        <button
          type="button"
          className={styles.icon}
          aria-label={text('span.after')}
          onClick={() => setMonth(addMonths(month, 1))}
        >
          <ChevronRight size={16} strokeWidth={1.75} className={styles.arrow} aria-hidden="true" />
        </button>
        <button type="button" className={styles.quiet} onClick={() => setMonth(today)}>
          {text('timeline.today')}
        </button>
      </div>
      <table className={styles.month}>
        <thead>
          <tr>
            {weeks[0]?.map(({ day }) => (
              <th key={day} scope="col">
                {formats.weekday(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              {week.map(({ day, inMonth, pieces }) => (
                <td key={day} data-outside={!inMonth} data-today={day === today}>
                  <button
                    type="button"
                    className={styles.dayNumber}
                    aria-label={text('content.addOn', { day: formats.longDay(day) })}
                    onClick={() => openDialog({ kind: 'newPiece', on: day })}
                  >
                    {Number(day.slice(8))}
                  </button>
                  <ul>
                    {pieces.map((piece) => (
                      <li key={piece.id}>
                        <button
                          type="button"
                          className={styles.dayPiece}
                          data-status={piece.status}
                          title={`${piece.title} (${text(`content.status.${piece.status}`)})`}
                          onClick={() => openDialog({ kind: 'piece', id: piece.id })}
                        >
                          <bdi>{piece.title}</bdi>
                          <span className="visually-hidden">, {text(`content.status.${piece.status}`)}</span>
                        </button>
                      </li>
                    ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {undated.length > 0 && (
        <p className={styles.note}>{text('content.undated', { count: undated.length })}</p>
      )}
    </section>
  )
}
