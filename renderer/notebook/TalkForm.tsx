import { NOTE_KINDS } from '#shared/capture/buildNote'
import { INTERACTION_KINDS, type Interaction, type InteractionKind } from '#shared/records/interaction'
import { type TalkForm as Form, talkPatch } from '#shared/timeline/rewriteEntry'
import { useKeptEdit } from '../edits/useKeptEdit'
import { useText } from '../i18n/text'
import { EntryForm } from './EntryForm'
import page from './Notebook.module.css'
import { useRewrite } from './useRewrite'

const DIRECTIONS = ['both', 'in', 'out'] as const

/** A note or another talk while it is rewritten. Its marks make no new promises: those have lines of their own. */
export function TalkForm(props: {
  talk: Interaction
  name: string
  /** Whether the person has just asked for it; else it is a draft that comes back, and takes no cursor. */
  isAsked: boolean
  onClose: () => void
}) {
  const { talk, name, isAsked } = props
  const text = useText()
  const rewrite = useRewrite()
  const { fields, write, forget } = useKeptEdit(talk.id, {
    text: talk.text ?? '',
    kind: talk.kind,
    direction: talk.direction,
  })
  const form: Form = {
    text: fields.text,
    kind: INTERACTION_KINDS.find((kind) => kind === fields.kind) ?? talk.kind,
    direction: DIRECTIONS.find((direction) => direction === fields.direction) ?? talk.direction,
  }
  const close = () => {
    forget()
    props.onClose()
  }
  const isOrdinary = NOTE_KINDS.some((kind) => kind === talk.kind)
  const kinds: readonly InteractionKind[] = isOrdinary ? NOTE_KINDS : [talk.kind, ...NOTE_KINDS]
  const keep = async () => {
    const label = { key: 'change.noteChanged', params: { name } }
    if (await rewrite.update('interactions', talk.id, talkPatch(form), label)) close()
  }
  const remove = async () => {
    const label = { key: 'change.noteRemoved', params: { name } }
    if (await rewrite.remove('interactions', talk.id, label)) forget()
  }
  return (
    <EntryForm
      what={text(`interaction.${talk.kind}`)}
      text={form.text}
      textLabel={text('entry.text')}
      onText={(words) => write({ text: words })}
      onKeep={() => void keep()}
      isAsked={isAsked}
      onLeave={close}
      onRemove={() => void remove()}
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
          {DIRECTIONS.map((each) => (
            <option key={each} value={each}>
              {text(`direction.${each}`)}
            </option>
          ))}
        </select>
      )}
    </EntryForm>
  )
}
