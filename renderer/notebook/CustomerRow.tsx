import { Check } from 'lucide-react'
import type { MouseEvent } from 'react'
import type { BootCustomer } from '#shared/ipc/boot'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import type { ListFigure } from '../store/useListFigures'
import styles from './Notebook.module.css'
import { RowNext, RowWarmth } from './RowFigures'

/**
 * A customer in the list: name and what is due next, where and who, grade and warmth; an empty place until the line was
 * read. The figures come behind the line.
 */
export function CustomerRow(props: {
  line: BootCustomer | undefined
  figure: ListFigure | undefined
  chosen: boolean
  marked: boolean
  isStop: boolean
  onOpen: (event: MouseEvent, customerId: string) => void
}) {
  const text = useText()
  const nameOf = useCustomerName()
  if (props.line === undefined) return <div className={styles.row} />
  const customer = props.line
  return (
    <button
      type="button"
      className={styles.row}
      tabIndex={props.isStop ? 0 : -1}
      aria-current={props.chosen ? 'true' : undefined}
      data-marked={props.marked || undefined}
      onClick={(event) => props.onOpen(event, customer.id)}
    >
      <span className={styles.rowLine}>
        <span className={styles.rowTitle}>
          {props.marked && (
            <>
              <Check size={14} strokeWidth={2.25} className={styles.rowMark} aria-hidden="true" />
              <span className="visually-hidden">{text('notebook.marked')} </span>
            </>
          )}
          <bdi className={styles.rowName}>{nameOf(customer)}</bdi>
        </span>
        <RowNext next={props.figure?.next} />
      </span>
      <span className={styles.rowLine}>
        <span className={styles.rowPerson}>
          <span className={styles.rowCountry}>{customer.country}</span> <bdi>{customer.person}</bdi>
        </span>
        <span className={styles.rowEnd}>
          {customer.grade !== undefined && (
            <span className={styles.rowGrade} data-grade={customer.grade}>
              {customer.grade}
            </span>
          )}
          {props.figure !== undefined && <RowWarmth warmth={props.figure.warmth} />}
        </span>
      </span>
    </button>
  )
}
