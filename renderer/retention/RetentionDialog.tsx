import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { Customer } from '#shared/records/customer'
import { dayIn } from '#shared/time/calendarDay'
import { useEdits } from '../edits/useEdits'
import { EraseDialog } from '../erasing/EraseDialog'
import { useText } from '../i18n/text'
import { useNotebook, useRead } from '../store/NotebookContext'
import { type RetentionReview, retentionReview } from '../store/queries/retention'
import { deviceZone } from '../store/TodayContext'
import dialog from '../ui/dialog.module.css'
import { keepTicked, useRetentionView } from '../view/retentionView'
import { KeepForm } from './KeepForm'
import { KeptList } from './KeptList'
import styles from './Retention.module.css'
import { RetentionList } from './RetentionList'

/** Customers with whom nothing has happened for long: each is kept until a day, or erased. */
export function RetentionDialog() {
  const isOpen = useRetentionView((view) => view.isOpen)
  const show = useRetentionView((view) => view.show)
  const text = useText()
  const notebook = useNotebook()
  const today = dayIn(deviceZone(), notebook.sources.now())
  const review = useRead(
    async (db) => (isOpen ? retentionReview(db, today, deviceZone()) : undefined),
    [isOpen, today],
  )
  if (!isOpen) return null
  return (
    <Modal
      opened
      onClose={() => show(false)}
      size={760}
      title={text('retention.title')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      {review === undefined ? (
        <p role="status">{text('retention.reading')}</p>
      ) : (
        <Review review={review} today={today} />
      )}
    </Modal>
  )
}

function Review({ review, today }: { readonly review: RetentionReview; readonly today: string }) {
  const text = useText()
  const edits = useEdits()
  const ticked = useRetentionView((view) => view.ticked)
  const tick = useRetentionView((view) => view.tick)
  const [erasing, setErasing] = useState<Customer>()
  const [keeping, setKeeping] = useState(false)
  // Who was ticked may have been erased, or written to, since.
  const chosen = review.due.filter(({ customer }) => ticked.has(customer.id)).map(({ customer }) => customer)

  const keep = async (customers: readonly Customer[], keptUntil?: string, keptNote?: string) => {
    const label = { key: 'change.retention', params: { count: customers.length } }
    const saved = await edits.commit(label, async (at) => {
      const changes = customers.map(({ id }) => edits.changeOf('customers', id, { keptUntil, keptNote }, at))
      return (await Promise.all(changes)).flat()
    })
    if (!saved) return
    tick([])
    setKeeping(false)
  }

  return (
    <div className={styles.dialog}>
      <p className={styles.explain}>{text('retention.explain', { count: review.months })}</p>
      <h3 className={styles.heading} role="status">
        {text('retention.due', { count: review.due.length })}
      </h3>
      {review.due.length > 0 && (
        <>
          <RetentionList due={review.due} />
          <div className={styles.actions}>
            <button
              type="button"
              className={dialog.button}
              onClick={() =>
                tick(chosen.length === review.due.length ? [] : review.due.map(({ customer }) => customer.id))
              }
            >
              {text(chosen.length === review.due.length ? 'retention.tickNone' : 'retention.tickAll')}
            </button>
            <button
              type="button"
              className={dialog.button}
              disabled={chosen.length === 0}
              aria-expanded={keeping}
              onClick={() => setKeeping(!keeping)}
            >
              {text('retention.keep', { count: chosen.length })}
            </button>
            <button
              type="button"
              className={dialog.danger}
              disabled={chosen.length === 0}
              onClick={() => setErasing(chosen[0])}
            >
              {text('retention.erase', { count: chosen.length })}
            </button>
          </div>
          {chosen.length > 1 && <p className={styles.explain}>{text('retention.oneByOne')}</p>}
        </>
      )}
      {keeping && chosen.length > 0 && (
        <KeepForm today={today} onKeep={(until, note) => void keep(chosen, until, note)} />
      )}
      <KeptList kept={review.kept} onAgain={(customer) => void keep([customer])} />
      {erasing !== undefined && (
        <EraseDialog
          customer={erasing}
          reason="retention"
          onClose={() => setErasing(undefined)}
          onErased={() => keepTicked(chosen.map(({ id }) => id).filter((id) => id !== erasing.id))}
        />
      )}
    </div>
  )
}
