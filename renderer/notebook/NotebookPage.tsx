import { DuplicatesPage } from '../duplicates/DuplicatesPage'
import { useText } from '../i18n/text'
import { useView } from '../view/viewState'
import { ChosenOnly } from './ChosenOnly'
import { CustomerList } from './CustomerList'
import { CustomerPage } from './CustomerPage'
import styles from './Notebook.module.css'

/** The notebook: who, and on the other side everything about them. */
export function NotebookPage() {
  const text = useText()
  const customerId = useView((view) => view.customerId)
  const duplicatesShown = useView((view) => view.duplicatesShown)
  const privacy = useView((view) => view.privacy)
  if (duplicatesShown) return <DuplicatesPage />
  return (
    <div className={styles.spread}>
      {privacy ? <ChosenOnly customerId={customerId} /> : <CustomerList />}
      {customerId === undefined ? (
        <p className={styles.blank}>{text('notebook.choose')}</p>
      ) : (
        <CustomerPage key={customerId} customerId={customerId} />
      )}
    </div>
  )
}
