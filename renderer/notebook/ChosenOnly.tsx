import { HiddenNote } from '../privacy/Private'
import { useRead } from '../store/NotebookContext'
import { customerLines } from '../store/queries/customerList'
import styles from './Notebook.module.css'

/** The list while a buyer looks: the page that is open and nobody else. */
export function ChosenOnly({ customerId }: { customerId: string | undefined }) {
  const ids = customerId === undefined ? [] : [customerId]
  const lines = useRead((db) => customerLines(db, ids), [customerId])
  const chosen = customerId === undefined ? undefined : lines?.get(customerId)
  return (
    <div className={styles.list}>
      {chosen !== undefined && (
        <p className={styles.row} data-alone aria-current="true">
          <bdi className={styles.rowName}>{chosen.customer.name}</bdi>
        </p>
      )}
      <HiddenNote />
    </div>
  )
}
