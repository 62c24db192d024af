import { useEffect, useState } from 'react'
import { useText } from '../i18n/text'
import { useNotebook, useRead } from '../store/NotebookContext'
import { customerNames } from '../store/queries/customerPage'
import styles from './Reports.module.css'

/** As many as can be looked over. */
const FOUND_LIMIT = 8

/** Whose review it is: typed, found, chosen. */
export function CustomerChoice(props: { chosenId: string | undefined; onChoose: (id: string) => void }) {
  const { chosenId, onChoose } = props
  const text = useText()
  const notebook = useNotebook()
  const [query, setQuery] = useState('')
  const [ids, setIds] = useState<readonly string[]>([])
  useEffect(() => {
    let wanted = true
    void notebook.find(query, FOUND_LIMIT).then((hits) => {
      if (wanted) setIds(hits.ids)
    })
    return () => {
      wanted = false
    }
  }, [notebook, query])
  const all = chosenId === undefined ? ids : [...ids, chosenId]
  const names = useRead((db) => customerNames(db, all), [all.join()])
  const isOpen = query !== '' || chosenId === undefined
  return (
    <div className={styles.finder}>
      <label className={styles.choice}>
        {text('review.scope.customer')}
        <input
          type="search"
          dir="auto"
          value={query}
          placeholder={chosenId === undefined ? text('review.findCustomer') : (names?.get(chosenId) ?? '')}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      {isOpen && (
        <ul className={styles.found}>
          {ids.map((id) => {
            const name = names?.get(id)
            return name === undefined ? null : (
              <li key={id}>
                <button
                  type="button"
                  className={styles.small}
                  onClick={() => {
                    onChoose(id)
                    setQuery('')
                  }}
                >
                  <bdi>{name}</bdi>
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
