import { useState } from 'react'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { customerPage } from '../store/queries/customerPage'
import { CustomerHeader } from './CustomerHeader'
import { FactsPane } from './FactsPane'
import { HistoryDialog } from './HistoryDialog'
import styles from './Notebook.module.css'
import type { PageDialog } from './pageDialog'
import { RelationDialog } from './RelationDialog'
import { TimelinePane } from './TimelinePane'
import { TradeDialog } from './TradeDialog'

/** One customer as in a paper notebook: who they are, what we know, and everything that happened. */
export function CustomerPage({ customerId }: { customerId: string }) {
  const text = useText()
  // Wrapped, so that "still reading" and "not there any more" can be told apart.
  const page = useRead(async (db) => ({ data: await customerPage(db, customerId) }), [customerId])
  const [dialog, setDialog] = useState<PageDialog>()
  if (page === undefined) return <div className={styles.page} />
  if (page.data === undefined) return <p className={styles.blank}>{text('notebook.gone')}</p>
  const { data } = page
  const close = () => setDialog(undefined)
  return (
    <article className={styles.page} aria-label={data.customer.name}>
      <CustomerHeader data={data} onDialog={setDialog} />
      <div className={styles.body}>
        <FactsPane data={data} />
        <TimelinePane data={data} onDialog={setDialog} />
      </div>
      {(dialog === 'quote' || dialog === 'order' || dialog === 'sample') && (
        <TradeDialog kind={dialog} data={data} onClose={close} />
      )}
      {dialog === 'relation' && <RelationDialog data={data} onClose={close} />}
      {dialog === 'history' && <HistoryDialog data={data} onClose={close} />}
    </article>
  )
}
