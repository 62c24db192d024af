import { useState } from 'react'
import { AccessDialog } from '../access/AccessDialog'
import { UnmergeDialog } from '../duplicates/UnmergeDialog'
import { EraseDialog } from '../erasing/EraseDialog'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { LetterDialog } from '../nurture/LetterDialog'
import { workOfGift } from '../nurture/work'
import { livingRecord } from '../store/currentRecord'
import { useRead } from '../store/NotebookContext'
import { customerPage } from '../store/queries/customerPage'
import { useView } from '../view/viewState'
import { CustomerHeader } from './CustomerHeader'
import { FactsPane } from './FactsPane'
import { HistoryDialog } from './HistoryDialog'
import styles from './Notebook.module.css'
import { PricesDialog } from './PricesDialog'
import type { KeptTrade, PageDialog } from './pageDialog'
import { RelationDialog } from './RelationDialog'
import { RelationEditor } from './RelationEditor'
import { TimelinePane } from './TimelinePane'
import { TradeDialog } from './TradeDialog'

/** One customer as in a paper notebook: who they are, what we know, and everything that happened. */
export function CustomerPage({ customerId }: { customerId: string }) {
  const nameOf = useCustomerName()
  // Wrapped, so that "still reading" and "not there any more" can be told apart.
  const page = useRead(async (db) => ({ data: await customerPage(db, customerId) }), [customerId])
  const [dialog, setDialog] = useState<PageDialog>()
  if (page === undefined) return <div className={styles.page} />
  if (page.data === undefined) return <GonePage customerId={customerId} />
  const { data } = page
  const close = () => setDialog(undefined)
  return (
    <article className={styles.page} aria-label={nameOf(data.customer)}>
      <CustomerHeader data={data} onDialog={setDialog} />
      <div className={styles.body}>
        <FactsPane data={data} onDialog={setDialog} />
        <TimelinePane data={data} onDialog={setDialog} />
      </div>
      {(isTrade(dialog) || dialog === 'quote' || dialog === 'order' || dialog === 'sample') && (
        <TradeDialog trade={dialog} data={data} onClose={close} />
      )}
      {dialog === 'relation' && <RelationDialog data={data} onClose={close} />}
      {typeof dialog === 'object' && dialog.kind === 'relation' && (
        <RelationEditor relation={dialog.record} data={data} onClose={close} />
      )}
      {typeof dialog === 'object' && dialog.kind === 'history' && (
        <HistoryDialog history={dialog} onClose={close} />
      )}
      {dialog === 'gift' && <LetterDialog work={workOfGift(data.customer.id)} choosing onClose={close} />}
      {dialog === 'prices' && <PricesDialog data={data} onClose={close} />}
      {dialog === 'erase' && <EraseDialog customer={data.customer} onClose={close} />}
      {dialog === 'access' && <AccessDialog customer={data.customer} onClose={close} />}
      {dialog === 'takeApart' && <UnmergeDialog customer={data.customer} onClose={close} />}
    </article>
  )
}

function isTrade(dialog: PageDialog): dialog is KeptTrade {
  return typeof dialog === 'object' && dialog.kind !== 'relation' && dialog.kind !== 'history'
}

/** A page that is not there any more; one that was merged says where it went. */
function GonePage({ customerId }: { customerId: string }) {
  const text = useText()
  const openCustomer = useView((view) => view.openCustomer)
  const into = useRead(
    async (db) => ({ customer: await livingRecord(db, 'customers', customerId) }),
    [customerId],
  )
  const target = into?.customer
  if (into === undefined) return <div className={styles.page} />
  if (target === undefined) return <p className={styles.blank}>{text('notebook.gone')}</p>
  return (
    <p className={styles.blank}>
      <button type="button" className={styles.add} onClick={() => openCustomer(target.id)}>
        {text('customer.wentInto', { name: target.name })}
      </button>
    </p>
  )
}
