import { Modal, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type CarrierForm, carrierChanges, retireChange } from '#shared/carriers/carrierChanges'
import { isMessageKey } from '#shared/i18n/catalogues'
import { CARRIER_KINDS, type Carrier } from '#shared/records/carrier'
import { HANDLE_KINDS } from '#shared/records/handle'
import { useEdits } from '../edits/useEdits'
import { useErrorText, useText } from '../i18n/text'
import styles from './Carriers.module.css'
import { useCarrierName } from './useCarrierName'

const RANKS = ['main', 'second'] as const

/** A carrier of our own: what it is, how its members are reached, and whether it is tended first. */
export function CarrierDialog(props: {
  /** The one to edit; a new one without. */
  carrier: Carrier | undefined
  carriers: readonly Carrier[]
  newId: () => string
  onClose: () => void
}) {
  const { carrier, carriers, newId, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  const edits = useEdits()
  const nameOf = useCarrierName()
  const shown = carrier === undefined ? '' : nameOf(carrier)
  const [form, setForm] = useState<CarrierForm>({
    name: shown,
    nameKey: carrier?.nameKey,
    kind: carrier?.kind ?? 'community',
    handleKind: carrier?.handleKind ?? (carrier === undefined ? 'whatsapp' : undefined),
    rank: carrier?.rank,
    region: carrier?.region ?? '',
    url: carrier?.url ?? '',
    note: carrier?.note ?? '',
  })
  const [fault, setFault] = useState<string>()
  const set = (patch: Partial<CarrierForm>) => setForm((now) => ({ ...now, ...patch }))
  const params = { name: form.name.trim() || shown }

  const save = async () => {
    const { nameKey } = form
    // A name of one's own is not translated any more.
    const isShipped = nameKey !== undefined && isMessageKey(nameKey) && text(nameKey) === form.name.trim()
    const wanted = { ...form, nameKey: isShipped ? nameKey : undefined }
    const id = carrier?.id ?? newId()
    const checked = carrierChanges(wanted, id, carriers, 0)
    if (!checked.ok) return setFault(checked.error.code)
    const key = carrier === undefined ? 'change.carrier' : 'change.carrierChanged'
    const saved = await edits.commit({ key, params }, (at) => {
      const changes = carrierChanges(wanted, id, carriers, at)
      return changes.ok ? changes.value : []
    })
    if (saved) onClose()
  }
  const retire = async () => {
    if (carrier === undefined) return
    const saved = await edits.commit({ key: 'change.carrierChanged', params: { name: shown } }, (at) => {
      const change = retireChange(carrier, at)
      return change === undefined ? [] : [change]
    })
    if (saved) onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={carrier === undefined ? text('carrier.new') : text('carrier.edit', { name: shown })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextInput
          data-autofocus
          dir="auto"
          label={text('carrier.field.name')}
          value={form.name}
          error={fault === undefined ? undefined : errorText(fault)}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <div className={styles.pair}>
          <NativeSelect
            label={text('carrier.field.kind')}
            value={form.kind}
            onChange={(event) =>
              set({ kind: CARRIER_KINDS.find((kind) => kind === event.currentTarget.value) ?? form.kind })
            }
            data={CARRIER_KINDS.map((kind) => ({ value: kind, label: text(`carrier.kind.${kind}`) }))}
          />
          <NativeSelect
            label={text('carrier.field.handleKind')}
            value={form.handleKind ?? ''}
            onChange={(event) =>
              set({ handleKind: HANDLE_KINDS.find((kind) => kind === event.currentTarget.value) })
            }
            data={[
              { value: '', label: text('carrier.handleKind.none') },
              ...HANDLE_KINDS.map((kind) => ({ value: kind, label: text(`handle.${kind}`) })),
            ]}
          />
          <NativeSelect
            label={text('carrier.field.rank')}
            value={form.rank ?? ''}
            onChange={(event) => set({ rank: RANKS.find((rank) => rank === event.currentTarget.value) })}
            data={[
              { value: '', label: text('carrier.rank.none') },
              ...RANKS.map((rank) => ({ value: rank, label: text(`carrier.rank.${rank}`) })),
            ]}
          />
          <TextInput
            dir="auto"
            label={text('carrier.field.region')}
            value={form.region}
            onChange={(event) => set({ region: event.currentTarget.value })}
          />
        </div>
        <TextInput
          dir="ltr"
          label={text('carrier.field.url')}
          value={form.url}
          onChange={(event) => set({ url: event.currentTarget.value })}
        />
        <Textarea
          autosize
          dir="auto"
          label={text('carrier.field.note')}
          value={form.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <div className={styles.foot}>
          <button type="submit" className={styles.primary}>
            {text('action.save')}
          </button>
          {carrier !== undefined && (
            <button type="button" className={styles.quiet} onClick={() => void retire()}>
              {text(carrier.retiredAt === undefined ? 'carrier.retire' : 'carrier.return')}
            </button>
          )}
        </div>
      </form>
    </Modal>
  )
}
