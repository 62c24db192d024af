import type { Touchpoint } from '#shared/records/touchpoint'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import styles from './FairEditor.module.css'

/** The fairs of the notebook, the newest first. */
export function FairList(props: {
  fairs: readonly Touchpoint[]
  onOpen: (fairId: string) => void
  onEdit: (fairId: string) => void
  onNew: () => void
}) {
  const text = useText()
  const formats = useFormats()
  return (
    <section className={styles.page}>
      <h1 className={styles.title}>{text('fair.choose')}</h1>
      <ul className={styles.fairs}>
        {props.fairs.map((fair) => (
          <li key={fair.id} className={styles.fairLine}>
            <button type="button" className={styles.fair} onClick={() => props.onOpen(fair.id)}>
              <bdi className={styles.fairName}>{fair.name}</bdi>
              <span className={styles.fairNote}>
                <bdi>{fair.city}</bdi>
                {fair.startsOn !== undefined && ` ${formats.shortDay(fair.startsOn)}`}
              </span>
            </button>
            <button
              type="button"
              className={styles.edit}
              aria-label={text('fair.editNamed', { name: fair.name })}
              onClick={() => props.onEdit(fair.id)}
            >
              {text('fair.edit')}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className={styles.secondary} onClick={props.onNew}>
        {text('fair.new')}
      </button>
    </section>
  )
}
