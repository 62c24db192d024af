import { Modal, NativeSelect, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { RELATION_KINDS } from '#shared/records/relation'
import { useEdits } from '../edits/useEdits'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import { useNotebook, useRead } from '../store/NotebookContext'
import { type CustomerPageData, customerNames } from '../store/queries/customerPage'
import styles from './TradeDialog.module.css'

const FOUND_LIMIT = 20

/** Ties this customer to another one: who referred them, whose agent they are. */
export function RelationDialog({ data, onClose }: { data: CustomerPageData; onClose: () => void }) {
  const nameOf = useCustomerName()
  const text = useText()
  const notebook = useNotebook()
  const edits = useEdits()
  const [kind, setKind] = useState<(typeof RELATION_KINDS)[number]>('referredBy')
  const [note, setNote] = useState('')
  const [query, setQuery] = useState('')
  const [ids, setIds] = useState<readonly string[]>([])
  useEffect(() => {
    let wanted = true
    void notebook.find(query, FOUND_LIMIT).then((hits) => {
      if (wanted) setIds(hits.ids.filter((id) => id !== data.customer.id))
    })
    return () => {
      wanted = false
    }
  }, [notebook, query, data.customer.id])
  const names = useRead((db) => customerNames(db, ids), [ids.join()])
  const relate = async (toId: string) => {
    const saved = await edits.create(
      'relations',
      { fromId: data.customer.id, toId, kind, ...(note.trim() === '' ? {} : { note: note.trim() }) },
      { key: 'change.relation', params: { name: data.customer.name } },
    )
    if (saved) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={text('relation.title', { name: nameOf(data.customer) })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <Private>
        <NativeSelect
          label={text('relation.kind')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as typeof kind)}
          data={RELATION_KINDS.map((each) => ({ value: each, label: text(`relation.${each}`) }))}
        />
        <TextInput
          mt="sm"
          dir="auto"
          label={text('relation.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <TextInput
          data-autofocus
          mt="sm"
          label={text('relation.other')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <ul className={styles.found}>
          {ids.map((id) => {
            const name = names?.get(id)
            return name === undefined ? null : (
              <li key={id}>
                <button type="button" className={styles.foundRow} onClick={() => void relate(id)}>
                  <bdi>{name}</bdi>
                </button>
              </li>
            )
          })}
        </ul>
      </Private>
    </Modal>
  )
}
