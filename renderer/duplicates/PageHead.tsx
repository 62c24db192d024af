import type { Page } from '#shared/merging/mergeChanges'
import { peopleOf } from '#shared/merging/mergeSeries'
import type { Handle } from '#shared/records/handle'
import { dayIn } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { namesOf } from '../store/queries/lookups'
import { deviceZone } from '../store/TodayContext'
import styles from './MergeDialog.module.css'

/** More people than this are counted above and not listed. */
const PEOPLE_SHOWN = 3

/** Whose page this is, since when, what it holds and where it was first met. */
export function PageHead({ page, role, stays = false }: { page: Page; role: string; stays?: boolean }) {
  const nameOf = useCustomerName()
  const text = useText()
  const formats = useFormats()
  const { customer, records } = page
  const sourceIds = [customer.sourceTouchpointId, ...(customer.furtherSourceIds ?? [])].flatMap(
    (id) => id ?? [],
  )
  const sources = useRead((db) => namesOf(db, 'touchpoints', sourceIds), [sourceIds.join()])
  const people = peopleOf(page)
  const count = (table: string) => records.filter((each) => each.table === table).length
  return (
    <section className={styles.head} data-stays={stays} aria-label={nameOf(customer)}>
      <p className={styles.role}>{role}</p>
      <h3 className={styles.name}>
        <bdi>{nameOf(customer)}</bdi>
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
      <ul className={styles.reached}>
        {people.slice(0, PEOPLE_SHOWN).map((person) => (
          <li key={person.id}>
            <bdi>{person.fullName}</bdi> <bdi className={styles.about}>{addressesOf(person)}</bdi>
          </li>
        ))}
        {people.length > PEOPLE_SHOWN && <li className={styles.about}>…</li>}
        <li className={styles.about}>
          <bdi>{[addressesOf(customer), ...customer.tags.map((tag) => `#${tag}`)].join(' ').trim()}</bdi>
        </li>
      </ul>
    </section>
  )
}

function addressesOf({ handles }: { readonly handles: readonly Handle[] }): string {
  return handles.map(({ entered }) => entered).join(' · ')
}
