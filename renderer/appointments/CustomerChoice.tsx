import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Customer } from '#shared/records/customer'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { useNotebook } from '../store/NotebookContext'
import { customerLines } from '../store/queries/customerList'
import styles from './Appointments.module.css'

const FOUND_LIMIT = 6

/** Whom it is with, found as the notebook's search finds them; it may be with nobody of the notebook. */
export function CustomerChoice(props: {
  chosen: Customer | undefined
  onChoose: (customer: Customer | undefined) => void
}) {
  const { chosen, onChoose } = props
  const text = useText()
  const nameOf = useCustomerName()
  const notebook = useNotebook()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<{ query: string; customers: readonly Customer[] }>()
  const search = async (words: string) => {
    setQuery(words)
    const db = notebook.database()
    if (words.trim() === '' || db === undefined) return setFound(undefined)
    const { ids } = await notebook.find(words, FOUND_LIMIT)
    const lines = await customerLines(db, ids)
    setFound({ query: words, customers: ids.flatMap((id) => lines.get(id)?.customer ?? []) })
  }
  if (chosen !== undefined)
    return (
      <p className={styles.chosen}>
        <strong>
          <bdi>{nameOf(chosen)}</bdi>
        </strong>
        <button type="button" className={styles.plain} onClick={() => onChoose(undefined)}>
          {text('appointment.otherCustomer')}
        </button>
      </p>
    )
  return (
    <div>
      <TextInput
        dir="auto"
        label={text('appointment.customer')}
        value={query}
        onChange={(event) => void search(event.currentTarget.value)}
      />
      <ul className={styles.found}>
        {(found?.query === query ? found.customers : []).map((customer) => (
          <li key={customer.id}>
            <button type="button" className={styles.foundRow} onClick={() => onChoose(customer)}>
              <bdi>{nameOf(customer)}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
