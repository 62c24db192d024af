import type { BootSnapshot } from '#shared/ipc/boot'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { NameLine } from './NameLine'
import styles from './Today.module.css'

/** The first names of the list as the notebook was left, to look at until the list of now has been read. */
export function TodayAsItStood({ today }: { today: BootSnapshot['today'] }) {
  const text = useText()
  const formats = useFormats()
  return (
    <div className={styles.spread}>
      <section className={styles.list} aria-label={text('today.list')} aria-busy="true">
        <header className={styles.head}>
          <p className={styles.quiet} role="status">
            {text('today.asItStood', { day: formats.longDay(today.day) })}
          </p>
        </header>
        <ol className={styles.stood}>
          {today.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows never move, and one customer may stand twice
            <li key={index} className={styles.row}>
              <span className={styles.place}>{index + 1}</span>
              <span />
              <span className={`${styles.words} ${styles.stoodWords}`}>
                <NameLine name={row.who} whereabouts={row.whereabouts} />
              </span>
            </li>
          ))}
        </ol>
      </section>
      <aside className={styles.brief} />
    </div>
  )
}
