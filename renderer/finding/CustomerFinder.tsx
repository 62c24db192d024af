import { TextInput } from '@mantine/core'
import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { Customer } from '#shared/records/customer'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { customerLines } from '../store/queries/customerList'
import { useFoundCustomers } from '../store/useFoundCustomers'
import styles from './CustomerFinder.module.css'

/** As the other fields of a line of choices look. */
const LINE_CLASSES = {
  root: styles.lineRoot ?? '',
  label: styles.lineLabel ?? '',
  input: styles.lineInput ?? '',
}

/** As many as can be looked over. */
const FOUND_LIMIT = 6

interface CustomerFinderProps {
  readonly label: string
  readonly hint?: string
  /** In a line of other choices the label stands before the field. */
  readonly inLine?: boolean
  readonly chosenId: string | undefined
  /** What the chosen one is called when the page is gone. */
  readonly chosenName?: string | undefined
  readonly onChoose: (customer: Customer | undefined) => void
  /** Whose page it is: not to be found here. */
  readonly withoutId?: string
  /** Whether the dialog that it opens with begins here. */
  readonly begins?: boolean
}

/** A customer, found as the notebook's search finds them: typed, chosen by click or Enter, and taken off again. */
export function CustomerFinder(props: CustomerFinderProps) {
  const { chosenId, chosenName, withoutId, onChoose } = props
  const text = useText()
  const nameOf = useCustomerName()
  const [query, setQuery] = useState('')
  const { ids } = useFoundCustomers(query, FOUND_LIMIT)
  const all = chosenId === undefined ? ids : [...ids, chosenId]
  const lines = useRead((db) => customerLines(db, all), [all.join()])
  const found = ids.flatMap((id) =>
    id === chosenId || id === withoutId ? [] : (lines?.get(id)?.customer ?? []),
  )
  const chosen = chosenId === undefined ? undefined : lines?.get(chosenId)?.customer
  const chosenCalled = chosen === undefined ? chosenName : nameOf(chosen)
  const choose = (customer: Customer) => {
    onChoose(customer)
    setQuery('')
  }
  const chooseFirst = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || query.trim() === '') return
    // The form around it is not sent by who is looking for a name.
    event.preventDefault()
    const [first] = found
    if (first !== undefined) choose(first)
  }
  return (
    <div className={props.inLine === true ? styles.line : styles.field}>
      <TextInput
        dir="auto"
        type="search"
        data-autofocus={props.begins === true || undefined}
        label={props.label}
        description={props.hint}
        placeholder={text(chosenId === undefined ? 'review.findCustomer' : 'appointment.otherCustomer')}
        classNames={props.inLine === true ? LINE_CLASSES : {}}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={chooseFirst}
      />
      {(chosenCalled !== undefined || found.length > 0) && (
        <ul className={styles.found}>
          {chosenId !== undefined && chosenCalled !== undefined && (
            <li>
              <button
                type="button"
                className={styles.chosen}
                aria-label={text('action.remove', { what: chosenCalled })}
                onClick={() => onChoose(undefined)}
              >
                <bdi>{chosenCalled}</bdi>
                <X size={14} strokeWidth={1.5} aria-hidden="true" />
              </button>
            </li>
          )}
          {found.map((customer) => (
            <li key={customer.id}>
              <button type="button" className={styles.one} onClick={() => choose(customer)}>
                <bdi>{nameOf(customer)}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
