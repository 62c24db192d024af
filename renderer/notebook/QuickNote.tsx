import { useMemo, useRef } from 'react'
import {
  ASKED_WHO_SPOKE,
  buildNote,
  NOTE_KINDS,
  type QuickNote as Note,
  type NoteKind,
} from '#shared/capture/buildNote'
import type { NoteMark } from '#shared/capture/noteMark'
import { findNoteMarks } from '#shared/capture/noteMarks'
import { dayIn } from '#shared/time/calendarDay'
import { useHandOver } from '../edits/useHandOver'
import { useFormats } from '../i18n/formats'
import { useMoneyFormats } from '../i18n/money'
import { useText } from '../i18n/text'
import { useNamedCommit } from '../nurture/useNamedCommit'
import { currentRecord } from '../store/currentRecord'
import { useNotebook } from '../store/NotebookContext'
import { defaultPromiseDay } from '../store/promiseDay'
import type { CustomerPageData } from '../store/queries/customerPage'
import { KeyCaps } from '../ui/KeyCaps'
import { usePlainKeys } from '../ui/usePlainKeys'
import styles from './Notebook.module.css'
import { useNoteDrafts } from './NoteDrafts'

/** Until the notebook has a base currency of its own, `$` means what it means to most. */
const DOLLAR = 'USD'

const EMPTY_NOTE = { words: '', kind: 'note' as NoteKind, direction: 'both' as Note['direction'] }

/** The line where one writes what happened; marks become promises, tags and people. */
export function QuickNote({ data }: { data: CustomerPageData }) {
  const text = useText()
  const commit = useNamedCommit()
  const notebook = useNotebook()
  const { customer, people } = data
  const field = useRef<HTMLTextAreaElement>(null)
  const drafts = useNoteDrafts()
  const { words, kind, direction } = drafts.of(customer.id) ?? EMPTY_NOTE
  const write = (part: Partial<typeof EMPTY_NOTE>) => {
    const next = { words, kind, direction, ...part }
    if (next.words === '' && next.kind === 'note') drafts.forget(customer.id)
    else drafts.keep({ note: 1, key: customer.id, ...next })
  }
  const writeKind = (next: NoteKind) =>
    write({ kind: next, direction: next === 'enquiry' || next === 'news' ? 'in' : EMPTY_NOTE.direction })
  const today = dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, notebook.sources.now())
  const marks = useMemo(() => findNoteMarks(words, { today, people, dollar: DOLLAR }), [words, today, people])

  const handOver = useHandOver(words)
  const keep = () =>
    handOver(
      () =>
        commit({ key: 'change.note', params: { name: customer.name } }, async (at) => {
          const current = await currentRecord(notebook.database(), 'customers', customer.id)
          if (current === undefined) return []
          return buildNote(
            { text: words, kind, direction, marks },
            {
              at,
              customer: current,
              defaultPromiseDay: defaultPromiseDay(today, current.country ?? ''),
              newId: notebook.sources.newId,
            },
          )
        }),
      (later) => {
        if (later === '') drafts.forget(customer.id)
        else drafts.keep({ note: 1, key: customer.id, ...EMPTY_NOTE, words: later })
      },
    )

  usePlainKeys({ KeyN: () => field.current?.focus() })

  return (
    <form
      className={styles.note}
      aria-label={text('note.label')}
      onSubmit={(event) => event.preventDefault()}
    >
      <textarea
        ref={field}
        id="quick-note"
        aria-keyshortcuts="N"
        className={styles.noteText}
        rows={1}
        dir="auto"
        aria-label={text('note.label')}
        placeholder={text('note.hint')}
        value={words}
        onChange={(event) => write({ words: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          void keep()
        }}
      />
      <div className={styles.noteFoot}>
        <select
          className={styles.native}
          aria-label={text('note.kind')}
          value={kind}
          onChange={(event) => writeKind(event.currentTarget.value as NoteKind)}
        >
          {NOTE_KINDS.map((each) => (
            <option key={each} value={each}>
              {text(`interaction.${each}`)}
            </option>
          ))}
        </select>
        {ASKED_WHO_SPOKE.includes(kind) && (
          <select
            className={styles.native}
            aria-label={text('note.direction')}
            value={direction}
            onChange={(event) => write({ direction: event.currentTarget.value as Note['direction'] })}
          >
            {(['both', 'in', 'out'] as const).map((each) => (
              <option key={each} value={each}>
                {text(`direction.${each}`)}
              </option>
            ))}
          </select>
        )}
        {marks.length === 0 ? (
          <span>{text('note.marks')}</span>
        ) : (
          marks.map((mark) => <FoundMark key={mark.start} mark={mark} data={data} />)
        )}
        <span style={{ marginInlineStart: 'auto' }}>
          <KeyCaps chord="mod+Enter" /> {text('note.keep')}
        </span>
      </div>
    </form>
  )
}

function FoundMark({ mark, data }: { mark: NoteMark; data: CustomerPageData }) {
  const text = useText()
  const formats = useFormats()
  const { quantity } = useMoneyFormats()
  return (
    <span className={styles.noteFound} data-kind={mark.kind}>
      <bdi>{words()}</bdi>
    </span>
  )

  function words(): string {
    if (mark.kind === 'tag') return `#${mark.tag}`
    if (mark.kind === 'amount') return `${mark.money.currency} ${quantity(mark.decimal)}`
    if (mark.kind === 'person') {
      const person = data.people.find(
        (candidate) => mark.personIds.length === 1 && candidate.id === mark.personIds[0],
      )
      return `@${person?.fullName ?? mark.name}`
    }
    const day = mark.dueOn === undefined ? '' : formats.shortDay(mark.dueOn)
    return text(mark.by === 'us' ? 'note.wePromised' : 'note.theyPromised', { what: mark.text, day })
  }
}
