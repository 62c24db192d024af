import { X } from 'lucide-react'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { customerLines } from '../store/queries/customerList'
import { useView } from '../view/viewState'
import styles from './Segments.module.css'

/** Named at most; the title counts all of them. */
const NAMED_MAX = 30

/** Some customers by name in a short row, each leading to their page. */
export function NamedCustomers(props: {
  title: string
  ids: readonly string[]
  onTakeBack?: (id: string) => void
}) {
  const text = useText()
  const nameOf = useCustomerName()
  const openCustomer = useView((view) => view.openCustomer)
  const shown = props.ids.slice(0, NAMED_MAX)
  const lines = useRead((db) => customerLines(db, shown), [shown.join()])
  const { onTakeBack } = props
  return (
    <section className={styles.named} aria-label={props.title}>
      <h2 className={styles.listTitle}>{props.title}</h2>
      <ul className={styles.names}>
        {shown.map((id) => {
          const customer = lines?.get(id)?.customer
          if (customer === undefined) return null
          const name = nameOf(customer)
          return (
            <li key={id} className={styles.nameChip}>
              <button type="button" className={styles.link} onClick={() => openCustomer(id)}>
                <bdi>{name}</bdi>
              </button>
              {onTakeBack !== undefined && (
                <button
                  type="button"
                  className={styles.small}
                  aria-label={text('segment.include', { name })}
                  title={text('segment.include', { name })}
                  onClick={() => onTakeBack(id)}
                >
                  <X size={14} strokeWidth={1.5} aria-hidden="true" />
                </button>
              )}
            </li>
          )
        })}
        {props.ids.length > shown.length && <li className={styles.quiet}>…</li>}
      </ul>
    </section>
  )
}
