import { Modal, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type ChannelForm, channelFromForm, OWNERSHIPS } from '#shared/costs/placeForm'
import { CHANNEL_KINDS, type Channel } from '#shared/records/touchpoint'
import { useEdits } from '../edits/useEdits'
import { useErrorText, useText } from '../i18n/text'
import styles from './Channels.module.css'
import { PlaceFoot } from './PlaceFoot'

/** A new channel, or one to change or take away. Figures of what came through it stay. */
export function ChannelDialog({ channel, onClose }: { channel: Channel | undefined; onClose: () => void }) {
  const text = useText()
  const errorText = useErrorText()
  const edits = useEdits()
  const [form, setForm] = useState<ChannelForm>({
    name: channel?.name ?? '',
    ownership: channel?.ownership ?? 'rented',
    kind: channel?.kind ?? '',
  })
  const [fault, setFault] = useState<string>()
  const set = (patch: Partial<ChannelForm>) => setForm((now) => ({ ...now, ...patch }))

  const save = async () => {
    const fields = channelFromForm(form)
    if (!fields.ok) return setFault(errorText(fields.error.code))
    const { name, ownership, kind } = fields.value
    const params = { name }
    const saved =
      channel === undefined
        ? await edits.create(
            'channels',
            { name, ownership, ...(kind === undefined ? {} : { kind }) },
            { key: 'change.channel', params },
          )
        : await edits.update(
            'channels',
            channel.id,
            name === channel.name ? fields.value : { ...fields.value, nameKey: undefined },
            { key: 'change.channelChanged', params },
          )
    if (saved) onClose()
  }
  const remove = async ({ id, name }: Channel) => {
    if (await edits.remove('channels', id, { key: 'change.channelRemoved', params: { name } })) onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="md"
      title={text(channel === undefined ? 'channels.addChannel' : 'channels.editChannel')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className={styles.grid}>
          <TextInput
            data-autofocus
            className={styles.lone ?? ''}
            label={text('channels.name')}
            value={form.name}
            error={fault}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Select
            label={text('channels.ownership')}
            description={text('channels.ownershipHint')}
            data={OWNERSHIPS.map((value) => ({ value, label: text(`channel.ownership.${value}`) }))}
            value={form.ownership}
            allowDeselect={false}
            onChange={(value) => set({ ownership: value === 'owned' ? 'owned' : 'rented' })}
          />
          <Select
            clearable
            label={text('channels.kind')}
            description={text('channels.kindHint')}
            data={CHANNEL_KINDS.map((value) => ({ value, label: text(`channel.kind.${value}`) }))}
            value={form.kind === '' ? null : form.kind}
            onChange={(value) => set({ kind: CHANNEL_KINDS.find((kind) => kind === value) ?? '' })}
          />
        </div>
        <PlaceFoot
          removeLabel={channel === undefined ? undefined : text('action.remove', { what: channel.name })}
          onRemove={() => channel !== undefined && void remove(channel)}
        />
      </form>
    </Modal>
  )
}
