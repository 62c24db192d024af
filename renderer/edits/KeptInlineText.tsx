import { InlineText } from '../ui/InlineText'
import { useKeptEdit } from './useKeptEdit'

/** Text edited where it stands, as `InlineText`; what is half written stays with its key until it is saved or given up. */
export function KeptInlineText(props: {
  /** The record's id, with the field where it has several long ones. */
  draftKey: string
  value: string
  label: string
  hint?: string
  dir?: 'auto' | 'ltr'
  /** Answers whether it was saved: what was not stays open. */
  onSave: (value: string) => Promise<boolean>
}) {
  const { draftKey, onSave, ...text } = props
  const edit = useKeptEdit(draftKey, { text: text.value })
  const save = async (value: string) => {
    if (value === text.value || (await onSave(value))) edit.forget()
  }
  return (
    <InlineText
      {...text}
      onSave={(value) => void save(value)}
      kept={{
        text: edit.isOpen ? edit.fields.text : undefined,
        onText: (typed) => edit.write({ text: typed }),
        onLeave: edit.forget,
      }}
    />
  )
}
