import type { Visitor, VisitorPage } from '#shared/reporting/visitorPage'
import { useText } from '../i18n/text'
import styles from './Visitors.module.css'

/** Visitors in their groups, as they will be printed; a name leads to its page. */
export function VisitorList({ page, onOpen }: { page: VisitorPage; onOpen: (customerId: string) => void }) {
  return (
    <>
      {page.groups.map(({ caption, visitors }) => (
        <section key={caption} aria-label={caption}>
          <h3 className={styles.group}>
            <bdi>{caption}</bdi> <span className={styles.quiet}>{visitors.length}</span>
          </h3>
          <ul className={styles.visitors}>
            {visitors.map((visitor) => (
              <li key={visitor.customerId} className={styles.visitor}>
                <VisitorCard
                  visitor={visitor}
                  direction={page.direction}
                  onOpen={() => onOpen(visitor.customerId)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function VisitorCard(props: { visitor: Visitor; direction: VisitorPage['direction']; onOpen: () => void }) {
  const { visitor, direction, onOpen } = props
  const text = useText()
  const { company, person, about, lastWords, promises, photo } = visitor
  return (
    <>
      {photo === undefined ? (
        <span className={styles.noPhoto} aria-hidden="true">
          {[...company][0]}
        </span>
      ) : (
        <img
          className={styles.photo}
          src={`/attachment/${photo}`}
          alt={text('visitors.photoOf', { name: person || company })}
          loading="lazy"
        />
      )}
      <div className={styles.said}>
        <button type="button" className={styles.name} onClick={onOpen}>
          <bdi>{person || company}</bdi>
        </button>
        {person !== '' && <bdi>{company}</bdi>}
        <span className={styles.quiet}>
          {/* It may begin with the name of a city, which would turn the whole line. */}
          <bdi dir={direction}>{about}</bdi>
        </span>
        {lastWords !== '' && (
          <q className={styles.words}>
            <bdi dir={direction}>{lastWords}</bdi>
          </q>
        )}
        {promises.map(({ text: promised, due, late }) => (
          <span key={`${due} ${promised}`} className={styles.promise}>
            <b data-late={late}>{late ? text('visitors.late', { day: due }) : due}</b> <bdi>{promised}</bdi>
          </span>
        ))}
      </div>
    </>
  )
}
