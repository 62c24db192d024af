import { useState } from 'react'
import type { Interaction } from '#shared/records/interaction'
import { type TalkForm as Form, talkPatch } from '#shared/timeline/rewriteEntry'
import { useText } from '../i18n/text'
import { EntryForm } from './EntryForm'
import page from './Notebook.module.css'
import { NOTE_KINDS } from './QuickNote'
import { useRewrite } from './useRewrite'

/** A note or another talk while it is rewritten. Its marks make no new promises: those have lines of their own. */
export function TalkForm(props: { talk: Interaction; name: string; onClose: () => void }) {
  const { talk, name, onClose } = props
  const text = useText()
  const rewrite = useRewrite()
  const [form, setForm] = useState<Form>({
    text: talk.text ?? '',
    kind: talk.kind,
    direction: talk.direction,
  })
  const write = (part: Partial<Form>) => setForm((now) => ({ ...now, ...part }))
  const isOrdinary = NOTE_KINDS.some((kind) => kind === talk.kind)
  const kinds = isOrdinary ? NOTE_KINDS : [talk.kind, ...NOTE_KINDS]
  const keep = async () => {
    const label = { key: 'change.noteChanged', params: { name } }
    if (await rewrite.update('interactions', talk.id, talkPatch(form), label)) onClose()
  }
  return (
    <EntryForm
      what={text(`interaction.${talk.kind}`)}
      text={form.text}
      textLabel={text('entry.text')}
      onText={(words) => write({ text: words })}
      onKeep={() => void keep()}
      onLeave={onClose}
      onRemove={() =>
        void rewrite.remove('interactions', talk.id, { key: 'change.noteRemoved', params: { name } })
      }
    >
      <select
        className={page.native}
        aria-label={text('note.kind')}
        value={form.kind}
        onChange={(event) => write({ kind: event.currentTarget.value as Form['kind'] })}
      >
        {kinds.map((each) => (
          <option key={each} value={each}>
            {text(`interaction.${each}`)}
          </option>
        ))}
      </select>
      {form.kind !== 'note' && (
        <select
          className={page.native}
          aria-label={text('note.direction')}
          value={form.direction}
          onChange={(event) => write({ direction: event.currentTarget.value as Form['direction'] })}
        >
          {(['both', 'in', 'out'] as const).map((each) => (
            <option key={each} value={each}>
              {text(`direction.${each}`)}
            </option>
          ))}
        </select>
      )}
    </EntryForm>
  )
}
