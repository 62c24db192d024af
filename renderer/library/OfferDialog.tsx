import { Modal, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Content, Offer } from '#shared/records/content'
import type { RecordOf } from '#shared/records/tables'
import { useEdits } from '../edits/useEdits'
import { useText } from '../i18n/text'
import dialog from '../ui/dialog.module.css'
import styles from './Library.module.css'

/** A new offer, or one that is there: what is given, onto which carrier it brings people, and what is said with it. */
export function OfferDialog(props: {
  offer: Offer | undefined
  content: readonly Content[]
  carriers: readonly RecordOf<'carriers'>[]
  onClose: () => void
}) {
  const { offer, onClose } = props
  const text = useText()
  const edits = useEdits()
  const [name, setName] = useState(offer?.name ?? '')
  const [contentId, setContent] = useState(offer?.contentId ?? '')
  const [carrierId, setCarrier] = useState(offer?.carrierId ?? '')
  const [wording, setWording] = useState(offer?.wording ?? '')
  const save = async () => {
    const called = name.trim()
    if (called === '') return
    const said = wording.trim()
    const fields = {
      contentId: contentId || undefined,
      carrierId: carrierId || undefined,
      wording: said || undefined,
    }
    const params = { name: called }
    const saved =
      offer === undefined
        ? await edits.create('offers', { name: called, ...fields }, { key: 'change.offerNew', params })
        : await edits.update('offers', offer.id, { name: called, ...fields }, { key: 'change.offer', params })
    if (saved) onClose()
  }
  const none = { value: '', label: '–' }
  return (
    <Modal
      opened
      onClose={onClose}
      title={text(offer === undefined ? 'offer.add' : 'offer.edit')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextInput
          data-autofocus
          required
          withAsterisk={false}
          dir="auto"
          label={text('offer.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={text('offer.piece')}
          value={contentId}
          onChange={(event) => setContent(event.currentTarget.value)}
          data={[
            none,
            ...inUse(props.content, contentId).map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <NativeSelect
          label={text('offer.carrier')}
          value={carrierId}
          onChange={(event) => setCarrier(event.currentTarget.value)}
          data={[
            none,
            ...inUse(props.carriers, carrierId).map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
        <Textarea
          dir="auto"
          autosize
          minRows={2}
          label={text('offer.wording')}
          description={text('offer.wordingWhy')}
          value={wording}
          onChange={(event) => setWording(event.currentTarget.value)}
        />
        <div className={`${styles.actions} ${dialog.foot}`}>
          <button type="submit" className={styles.primary}>
            {text('action.save')}
          </button>
        </div>
      </form>
    </Modal>
  )
}

/** What may be chosen: everything that is in use, and what is chosen already. */
function inUse<T extends { readonly id: string; readonly retiredAt?: number | undefined }>(
  all: readonly T[],
  chosen: string,
): T[] {
  return all.filter((one) => one.retiredAt === undefined || one.id === chosen)
}
