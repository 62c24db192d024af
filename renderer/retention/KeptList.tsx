import type { Customer } from '#shared/records/customer'
import { useFormats } from '../i18n/formats'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import type { RetentionReview } from '../store/queries/retention'
import dialog from '../ui/dialog.module.css'
import styles from './Retention.module.css'

/** Who was looked at and is kept for now, folded away. */
export function KeptList(props: {
  readonly kept: RetentionReview['kept']
  readonly onAgain: (customer: Customer) => void
}) {
  const { kept, onAgain } = props
  const text = useText()
  const formats = useFormats()
  const nameOf = useCustomerName()
  if (kept.length === 0) return null
  return (
    <details>
      <summary className={styles.heading}>{text('retention.kept', { count: kept.length })}</summary>
      <ul className={styles.kept}>
        {kept.map(({ customer, until }) => {
          const name = nameOf(customer)
          return (
            <li key={customer.id} className={styles.keptLine}>
              <span>
                <bdi>{name}</bdi>{' '}
                <span className={styles.quiet}>
                  {text('retention.keptUntil', { on: formats.shortDay(until) })}
                </span>
                {customer.keptNote !== undefined && (
                  <Private>
                    <span className={styles.why} dir="auto">
                      {customer.keptNote}
                    </span>
                  </Private>
                )}
              </span>
              <button
                type="button"
                className={dialog.button}
                aria-label={text('retention.againOf', { name })}
                onClick={() => onAgain(customer)}
              >
                {text('retention.again')}
              </button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
