import { useState } from 'react'
import type { PromiseRecord } from '#shared/records/promise'
import { promisePatch } from '#shared/timeline/rewriteEntry'
import { useKeptEdit } from '../edits/useKeptEdit'
import { PlainDayInput } from '../i18n/DayInput'
import { useErrorText, useText } from '../i18n/text'
import { EntryForm } from './EntryForm'
import page from './Notebook.module.css'
import { useRewrite } from './useRewrite'

/** A promise while its words and its day are rewritten. */
export function PromiseForm(props: {
  promise: PromiseRecord
  what: string
  name: string
  /** Whether the person has just asked for it; else it is a draft that comes back, and takes no cursor. */
  isAsked: boolean
  onClose: () => void
}) {
  const { promise, name, isAsked } = props
  const text = useText()
  const errorText = useErrorText()
  const rewrite = useRewrite()
  const {
    fields: form,
    write,
    forget,
  } = useKeptEdit(promise.id, { text: promise.text, dueOn: promise.dueOn })
  const [fault, setFault] = useState<string>()
  const close = () => {
    forget()
    props.onClose()
  }
  const keep = async () => {
    const patch = promisePatch(form)
    if (!patch.ok) return setFault(errorText(patch.error.code))
    const label = { key: 'change.promiseChanged', params: { name } }
    if (await rewrite.update('promises', promise.id, patch.value, label)) close()
  }
  const remove = async () => {
    const label = { key: 'change.promiseRemoved', params: { name } }
    if (await rewrite.remove('promises', promise.id, label)) forget()
  }
  return (
    <EntryForm
      what={props.what}
      text={form.text}
      textLabel={text('entry.text')}
      fault={fault}
      onText={(words) => write({ text: words })}
      onKeep={() => void keep()}
      isAsked={isAsked}
      onLeave={close}
      onRemove={() => void remove()}
    >
      <PlainDayInput
        className={page.native}
        aria-label={text('promise.dueOn')}
        value={form.dueOn}
        onChange={(event) => write({ dueOn: event.currentTarget.value })}
      />
    </EntryForm>
  )
}
