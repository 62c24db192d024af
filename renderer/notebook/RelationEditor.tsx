import { Modal, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { RELATION_KINDS, type Relation } from '#shared/records/relation'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import type { CustomerPageData } from '../store/queries/customerPage'
import page from './Notebook.module.css'
import styles from './TradeDialog.module.css'
import { useRewrite } from './useRewrite'

/** A tie to another customer that is kept: its kind, as this page says it, and a note; or its removal. */
export function RelationEditor(props: { relation: Relation; data: CustomerPageData; onClose: () => void }) {
  const { relation, data, onClose } = props
  const nameOf = useCustomerName()
  const text = useText()
  const rewrite = useRewrite()
  const [kind, setKind] = useState(relation.kind)
  const [note, setNote] = useState(relation.note ?? '')
  const { name } = data.customer
  const isOutward = relation.fromId === data.customer.id
  const other = data.relatedNames.get(isOutward ? relation.toId : relation.fromId) || text('lead.unnamed')
  const keep = async () => {
    const label = { key: 'change.relation', params: { name } }
    const patch = { kind, note: note.trim() || undefined }
    if (await rewrite.update('relations', relation.id, patch, label)) onClose()
  }
  const remove = async () => {
    const label = { key: 'change.relationRemoved', params: { name } }
    if (await rewrite.remove('relations', relation.id, label)) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={text('relation.edit', { name: nameOf(data.customer), other })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <Private>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void keep()
          }}
        >
          <NativeSelect
            data-autofocus
            label={text('relation.kind')}
            value={kind}
            onChange={(event) =>
              setKind(RELATION_KINDS.find((each) => each === event.currentTarget.value) ?? kind)
            }
            data={RELATION_KINDS.map((each) => ({
              value: each,
              label: text(isOutward ? `relation.${each}` : `relation.${each}.back`),
            }))}
          />
          <Textarea
            mt="sm"
            autosize
            dir="auto"
            label={text('relation.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <div className={styles.foot}>
            <button type="submit" className={styles.save}>
              {text('action.save')}
            </button>
            <button type="button" className={page.quiet} onClick={() => void remove()}>
              {text('action.remove', { what: text('relation.kind') })}
            </button>
          </div>
        </form>
      </Private>
    </Modal>
  )
}
