import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/text'
import { useNotebook, useRead } from '../store/NotebookContext'
import { customerNames } from '../store/queries/customerPage'
import styles from './Hours.module.css'

const FOUND_LIMIT = 6

/** With whom the time was spent, where it was with somebody: typed, found, chosen, and taken off again. */
export function CustomerField(props: {
  customerId: string
  name: string | undefined
  onChoose: (customerId: string) => void
}) {
  const { customerId, onChoose } = props
  const text = useText()
  const notebook = useNotebook()
  const [query, setQuery] = useState('')
  const [ids, setIds] = useState<readonly string[]>([])
  useEffect(() => {
    if (query.trim() === '') return setIds([])
    let wanted = true
    void notebook.find(query, FOUND_LIMIT).then((hits) => {
      if (wanted) setIds(hits.ids)
    })
    return () => {
      wanted = false
    }
  }, [notebook, query])
  const all = customerId === '' ? ids : [...ids, customerId]
  const names = useRead((db) => customerNames(db, all), [all.join()])
  const chosen = customerId === '' ? undefined : (names?.get(customerId) ?? props.name)
  return (
    <div className={styles.customer}>
      <TextInput
        dir="auto"
        label={text('hours.customer')}
        description={text('hours.customerHint')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <ul className={styles.found}>
        {chosen !== undefined && (
          <li>
            <button
              type="button"
              className={styles.chosen}
              aria-label={text('action.remove', { what: chosen })}
              onClick={() => onChoose('')}
            >
              <bdi>{chosen}</bdi> <span aria-hidden="true">×</span>
            </button>
          </li>
        )}
        {ids
          .filter((id) => id !== customerId)
          .map((id) => (
            <li key={id}>
              <button
                type="button"
                className={styles.secondary}
                onClick={() => {
                  onChoose(id)
                  setQuery('')
                }}
              >
                <bdi>{names?.get(id)}</bdi>
              </button>
            </li>
          ))}
      </ul>
    </div>
  )
}
