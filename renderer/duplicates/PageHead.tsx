import type { Page } from '#shared/merging/mergeChanges'
import { dayIn } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { namesOf } from '../store/queries/lookups'
import { deviceZone } from '../store/TodayContext'
import styles from './MergeDialog.module.css'

/** Whose page this is, since when, what it holds and where it was first met. */
export function PageHead({ page, role, stays = false }: { page: Page; role: string; stays?: boolean }) {
  const text = useText()
  const formats = useFormats()
  const { customer, records } = page
  const sourceIds = [customer.sourceTouchpointId, ...(customer.furtherSourceIds ?? [])].flatMap(
    (id) => id ?? [],
  )
  const sources = useRead((db) => namesOf(db, 'touchpoints', sourceIds), [sourceIds.join()])
  const count = (table: string) => records.filter((each) => each.table === table).length
  return (
    <section className={styles.head} data-stays={stays} aria-label={customer.name}>
      <p className={styles.role}>{role}</p>
      <h3 className={styles.name}>
        <bdi>{customer.name}</bdi>
      </h3>
      <p className={styles.about}>
        {text('merge.begun', { day: formats.shortDay(dayIn(deviceZone(), customer.createdAt)) })}
        {sources?.map((name) => (
          <span key={name}>
            {' · '}
            <bdi>{name}</bdi>
          </span>
        ))}
      </p>
      <p className={styles.about}>
        {text('merge.holds', {
          people: count('people'),
          talks: count('interactions'),
          orders: count('orders'),
        })}
      </p>
      <p className={styles.about}>
        <bdi>{[...customer.handles.map(({ entered }) => entered), ...customer.tags].join(' · ')}</bdi>
      </p>
    </section>
  )
}
