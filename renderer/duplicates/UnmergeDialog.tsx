import { Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { LaterRecord } from '#shared/merging/laterRecords'
import type { Customer } from '#shared/records/customer'
import type { Merge } from '#shared/records/merge'
import { useFormats } from '../i18n/formats'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { readUnmerge, standingMerges } from '../store/queries/mergePages'
import dialog from '../ui/dialog.module.css'
import { LaterRecordRow } from './LaterRecordRow'
import styles from './MergeDialog.module.css'
import { useDecisions } from './useDecisions'

/** Takes a page out of another one that it was merged into, and asks whose it is what was written down since. */
export function UnmergeDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const nameOf = useCustomerName()
  const text = useText()
  const formats = useFormats()
  const merges = useRead((db) => standingMerges(db, customer.id), [customer.id])
  const [mergeId, setMergeId] = useState<string>()
  const chosen = merges?.find(({ id }) => id === mergeId) ?? merges?.at(-1)
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={text('unmerge.title', { name: nameOf(customer) })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      {merges !== undefined && merges.length > 1 && (
        <fieldset className={styles.people}>
          <legend className={styles.legend}>{text('unmerge.which')}</legend>
          {merges.toReversed().map((merge) => (
            <label key={merge.id} className={styles.person}>
              <input
                type="radio"
                name="merge"
                checked={merge === chosen}
                onChange={() => setMergeId(merge.id)}
              />
              <bdi>{merge.loser.name}</bdi>
              <span className={styles.about}>
                {text('unmerge.on', { moment: formats.moment(merge.createdAt) })}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {chosen !== undefined && (
        <TakeApart key={chosen.id} customer={customer} merge={chosen} onClose={onClose} />
      )}
    </Modal>
  )
}

function TakeApart({ customer, merge, onClose }: { customer: Customer; merge: Merge; onClose: () => void }) {
  const nameOf = useCustomerName()
  const text = useText()
  const formats = useFormats()
  const decisions = useDecisions()
  const read = useRead((db) => readUnmerge(db, merge.id), [merge.id])
  const [answers, setAnswers] = useState<ReadonlyMap<string, LaterRecord['belongsTo']>>(new Map())
  const asked = read?.asked ?? []
  const ownerOf = (later: LaterRecord) => answers.get(later.record.id) ?? later.belongsTo
  const confirm = useRef<HTMLButtonElement>(null)
  const isPlain = read !== undefined && asked.length === 0
  // With nothing to ask the answer is one key away.
  useEffect(() => {
    if (isPlain) confirm.current?.focus()
  }, [isPlain])
  const takeApart = async () => {
    const given = asked.filter((later) => ownerOf(later) === 'loser').map(({ record }) => record.id)
    if (await decisions.unmerge(merge.id, new Set(given), customer, merge.loser)) onClose()
  }
  return (
    <div className={styles.dialog}>
      <p>
        <strong>
          <bdi>{merge.loser.name}</bdi>
        </strong>{' '}
        <span className={styles.about}>
          {text('unmerge.on', { moment: formats.moment(merge.createdAt) })}
        </span>
      </p>
      <p className={styles.kept}>{text('unmerge.explain', { other: merge.loser.name })}</p>
      {read !== undefined && (
        <section className={styles.since} aria-label={text('unmerge.since')}>
          <h3 className={styles.legend}>
            {text(asked.length === 0 ? 'unmerge.nothingSince' : 'unmerge.since')}
          </h3>
          <ul>
            {asked.map((later) => (
              <LaterRecordRow
                key={later.record.id}
                later={later}
                owner={ownerOf(later)}
                names={{ winner: nameOf(customer), loser: merge.loser.name }}
                onChoose={(owner) => setAnswers(new Map(answers).set(later.record.id, owner))}
              />
            ))}
          </ul>
        </section>
      )}
      <div className={`${dialog.actions} ${dialog.foot}`}>
        <button
          type="button"
          ref={confirm}
          className={styles.primary}
          disabled={read === undefined}
          onClick={() => void takeApart()}
        >
          {text('unmerge.confirm')}
        </button>
        <button type="button" className={styles.quiet} onClick={onClose}>
          {text('action.cancel')}
        </button>
      </div>
    </div>
  )
}
