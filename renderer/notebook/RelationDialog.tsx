import { Box, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { RELATION_KINDS } from '#shared/records/relation'
import { useEdits } from '../edits/useEdits'
import { CustomerFinder } from '../finding/CustomerFinder'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import type { CustomerPageData } from '../store/queries/customerPage'

/** Ties this customer to another one: who referred them, whose agent they are. */
export function RelationDialog({ data, onClose }: { data: CustomerPageData; onClose: () => void }) {
  const nameOf = useCustomerName()
  const text = useText()
  const edits = useEdits()
  const [kind, setKind] = useState<(typeof RELATION_KINDS)[number]>('referredBy')
  const [note, setNote] = useState('')
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
        <Box mt="sm">
          <CustomerFinder
            begins
            label={text('relation.other')}
            chosenId={undefined}
            withoutId={data.customer.id}
            onChoose={(customer) => customer !== undefined && void relate(customer.id)}
          />
        </Box>
      </Private>
    </Modal>
  )
}
