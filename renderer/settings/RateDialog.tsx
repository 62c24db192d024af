import { Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { createChange, updateChange } from '#shared/changes/buildChange'
import { type RateForm, rateFromForm } from '#shared/costs/rateForm'
import type { MissingRate } from '#shared/money/rates'
import type { Rate } from '#shared/records/cost'
import { dayIn } from '#shared/time/calendarDay'
import { useEdits } from '../edits/useEdits'
import { DayInput } from '../i18n/DayInput'
import { useErrorText, useText } from '../i18n/text'
import { currentRecord } from '../store/currentRecord'
import { useNotebook } from '../store/NotebookContext'
import styles from './Money.module.css'

/** A line of the rate table: a new one, one that is missing somewhere, or one to change. */
export function RateDialog(props: {
  rate?: Rate | undefined
  wanted?: Pick<MissingRate, 'from' | 'to' | 'on'> | undefined
  onClose: () => void
}) {
  const { rate, wanted, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  const edits = useEdits()
  const notebook = useNotebook()
  const today = dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, notebook.sources.now())
  const [form, setForm] = useState<RateForm>({
    from: rate?.from ?? wanted?.from ?? '',
    to: rate?.to ?? wanted?.to ?? '',
    rate: rate?.rate ?? '',
    on: rate?.on ?? wanted?.on ?? today,
  })
  const [fault, setFault] = useState<{ field: string; message: string }>()
  const field = (name: keyof RateForm) => ({
    label: text(`rate.${name}`),
    value: form[name],
    error: fault?.field === name ? fault.message : undefined,
    onChange: (event: { currentTarget: { value: string } }) => {
      // Read now: when the change is worked out, the event may have let go of its field.
      const { value } = event.currentTarget
      setForm((now) => ({ ...now, [name]: value }))
    },
  })

  const save = async () => {
    const fields = rateFromForm(form)
    if (!fields.ok) {
      setFault({ field: String(fields.error.params?.field), message: errorText(fields.error.code) })
      return
    }
    const { from, to } = fields.value
    const key = rate === undefined ? 'change.rate' : 'change.rateChanged'
    const saved = await edits.commit({ key, params: { from, to } }, async (at) => {
      if (rate === undefined) {
        return [createChange('rates', { id: notebook.sources.newId(), ...fields.value }, at)]
      }
      const current = await currentRecord(notebook.database(), 'rates', rate.id)
      const change = current === undefined ? undefined : updateChange('rates', current, fields.value, at)
      return change === undefined ? [] : [change]
    })
    if (saved) onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="md"
      title={text(rate === undefined ? 'rate.add' : 'rate.edit')}
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
            dir="ltr"
            placeholder="USD"
            data-autofocus={wanted === undefined || undefined}
            {...field('from')}
          />
          <TextInput dir="ltr" placeholder="CNY" {...field('to')} />
          <TextInput dir="ltr" data-autofocus={wanted !== undefined || undefined} {...field('rate')} />
          <DayInput {...field('on')} />
        </div>
        <p className={styles.hint}>{readBack(form, text)}</p>
        <button type="submit" className={styles.save}>
          {text('action.save')}
        </button>
      </form>
    </Modal>
  )
}

/** The rate as a sentence, in the direction in which it will be used. */
function readBack(form: RateForm, text: ReturnType<typeof useText>): string {
  const fields = rateFromForm(form)
  if (!fields.ok) return text('rate.hint')
  const { from, to, rate } = fields.value
  return text('rate.sentence', { from, to, rate })
}
