import { Check } from 'lucide-react'
import type { MouseEvent } from 'react'
import type { BootCustomer } from '#shared/ipc/boot'
import { dayIn } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { useNotebook } from '../store/NotebookContext'
import { deviceZone } from '../store/TodayContext'
import styles from './Notebook.module.css'

/** A customer in the list: name, when something changed, where and who; an empty place until the line was read. */
export function CustomerRow(props: {
  line: BootCustomer | undefined
  chosen: boolean
  marked: boolean
  isStop: boolean
  onOpen: (event: MouseEvent, customerId: string) => void
}) {
  const text = useText()
  const nameOf = useCustomerName()
  const formats = useFormats()
  const { sources } = useNotebook()
  if (props.line === undefined) return <div className={styles.row} />
  const customer = props.line
  const zone = deviceZone()
  const changedOn = dayIn(zone, customer.updatedAt)
  return (
    <button
      type="button"
      className={styles.row}
      tabIndex={props.isStop ? 0 : -1}
      aria-current={props.chosen ? 'true' : undefined}
      data-marked={props.marked || undefined}
      onClick={(event) => props.onOpen(event, customer.id)}
    >
      <span className={styles.rowTitle}>
        {props.marked && (
          <>
            <Check size={14} strokeWidth={2.25} className={styles.rowMark} aria-hidden="true" />
            <span className="visually-hidden">{text('notebook.marked')} </span>
          </>
        )}
        <bdi className={styles.rowName}>{nameOf(customer)}</bdi>
      </span>
      <span className={styles.rowDay}>
        {changedOn === dayIn(zone, sources.now())
          ? formats.hourMinute(customer.updatedAt)
          : formats.shortDay(changedOn)}
      </span>
      <span className={styles.rowPerson}>
        <span className={styles.rowCountry}>{customer.country}</span> <bdi>{customer.person}</bdi>
      </span>
      {customer.grade !== undefined && (
        <span className={styles.rowGrade} data-grade={customer.grade}>
          {customer.grade}
        </span>
      )}
    </button>
  )
}
