import { useState } from 'react'
import type { PromiseRecord } from '#shared/records/promise'
import { promisePatch } from '#shared/timeline/rewriteEntry'
import { useErrorText, useText } from '../i18n/text'
import { EntryForm } from './EntryForm'
import page from './Notebook.module.css'
import { useRewrite } from './useRewrite'

/** A promise while its words and its day are rewritten. */
export function PromiseForm(props: {
  promise: PromiseRecord
  what: string
  name: string
  onClose: () => void
}) {
  const { promise, name, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  const rewrite = useRewrite()
  const [form, setForm] = useState({ text: promise.text, dueOn: promise.dueOn })
  const [fault, setFault] = useState<string>()
  const keep = async () => {
    const patch = promisePatch(form)
    if (!patch.ok) return setFault(errorText(patch.error.code))
    const label = { key: 'change.promiseChanged', params: { name } }
    if (await rewrite.update('promises', promise.id, patch.value, label)) onClose()
  }
  return (
    <EntryForm
      what={props.what}
      text={form.text}
      textLabel={text('entry.text')}
      fault={fault}
      onText={(words) => setForm((now) => ({ ...now, text: words }))}
      onKeep={() => void keep()}
      onLeave={onClose}
      onRemove={() =>
        void rewrite.remove('promises', promise.id, { key: 'change.promiseRemoved', params: { name } })
      }
    >
      <input
        type="date"
        className={page.native}
        aria-label={text('promise.dueOn')}
        value={form.dueOn}
        onChange={(event) => {
          const dueOn = event.currentTarget.value
          setForm((now) => ({ ...now, dueOn }))
        }}
      />
    </EntryForm>
  )
}
