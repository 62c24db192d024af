import { Check, TriangleAlert } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { letterDirection } from '#shared/nurture/letters/letterDirection'
import { useIntlLanguageName } from '../i18n/languageNames'
import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import { KeyCaps } from '../ui/KeyCaps'
import { GiftRow } from './GiftRow'
import styles from './Letter.module.css'
import { MissingNote } from './MissingNote'
import type { Letter } from './useLetter'
import type { Writing } from './useWriting'

/** The draft: whose language, filled from the page with the fields marked, or as the person has changed it. */
export function LetterPanel(props: {
  writing: Writing
  editing: boolean
  onEdit: (editing: boolean) => void
  choosing: boolean
  onChoose: (choosing: boolean) => void
}) {
  const { writing, editing, onEdit, choosing, onChoose } = props
  const { letter } = writing
  const text = useText()
  const languageName = useIntlLanguageName()
  const [first] = letter.languages
  return (
    <section className={styles.draft} aria-label={text('letter.draft')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{text('letter.draft')}</h2>
        <span className={styles.note}>
          {text(
            letter.isEdited
              ? letter.isOnDisk
                ? 'letter.changed'
                : 'letter.changedNotKept'
              : letter.templateKey === undefined
                ? 'letter.own'
                : letter.ownTemplate === undefined
                  ? 'letter.filled'
                  : 'letter.filledOwn',
            { name: letter.ownTemplate ?? '' },
          )}
        </span>
        {!editing && letter.body !== '' && <EditButton onEdit={() => onEdit(true)} />}
        <div className={styles.tabs} role="tablist" aria-label={text('letter.language')}>
          {letter.languages.map((language) => (
            <button
              key={language}
              type="button"
              role="tab"
              aria-selected={language === letter.language}
              className={styles.tab}
              onClick={() => letter.setLanguage(language)}
            >
              {language === first && language !== 'en'
                ? text('letter.theirs', { language: languageName(language) })
                : languageName(language)}
            </button>
          ))}
        </div>
      </div>
      <Recipient writing={writing} />
      {editing || letter.body === '' ? (
        <LetterFields letter={letter} editing={editing} onDone={() => onEdit(false)} />
      ) : (
        <LetterText letter={letter} onEdit={() => onEdit(true)} />
      )}
      <GiftRow letter={letter} choosing={choosing} onChoose={onChoose} />
      <Checks writing={writing} />
    </section>
  )
}

/** To whom and over what; a warning where nobody has said that we may, a stop where somebody said no. */
function Recipient({ writing }: { writing: Writing }) {
  const text = useText()
  const open = writing.ways.find((way) => way.consent.allowed !== false)
  const closed = writing.ways.filter((way) => way.consent.allowed === false)
  const refused = [...new Set(closed.map((way) => way.handle.kind))]
  return (
    <>
      <p className={styles.to}>
        {open === undefined ? (
          text('letter.noAddress')
        ) : (
          <>
            {text(`handle.${open.handle.kind}`)}{' '}
            <bdi dir="ltr" className={styles.address}>
              {open.handle.entered}
            </bdi>
            {open.consent.allowed === true && (
              <span className={styles.allowed}>
                <Check size={13} strokeWidth={2} aria-hidden="true" /> {text('consent.given')}
              </span>
            )}
          </>
        )}
      </p>
      {open?.consent.allowed === 'unknown' && (
        <p className={styles.warning} role="note">
          <TriangleAlert size={15} strokeWidth={1.75} aria-hidden="true" />
          {text('consent.none', {
            carrier: text(`handle.${open.handle.kind}`),
            purpose: text(`consent.purpose.${String(open.consent.warning.params.purpose) as 'followUp'}`),
          })}
        </p>
      )}
      {refused.length > 0 && (
        <p className={styles.stop} role="note">
          <TriangleAlert size={15} strokeWidth={1.75} aria-hidden="true" />
          <span>
            {text('consent.refused', {
              carriers: refused.map((kind) => text(`handle.${kind}`)).join(comma(text)),
            })}{' '}
            {open === undefined
              ? text('consent.noOther')
              : text('consent.instead', { carrier: text(`handle.${open.handle.kind}`) })}
          </span>
        </p>
      )}
    </>
  )
}

function LetterText({ letter, onEdit }: { letter: Letter; onEdit: () => void }) {
  const text = useText()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click into the text is how one expects to edit it
    <div
      className={styles.paper}
      lang={letter.language}
      dir={letterDirection(letter.language)}
      onDoubleClick={onEdit}
    >
      {letter.subject !== '' && (
        <p className={styles.subject}>
          <span className="visually-hidden">{text('letter.subject')}: </span>
          <Marked letter={letter} part="subject" />
        </p>
      )}
      <p className={styles.body}>
        <Marked letter={letter} part="body" />
      </p>
    </div>
  )
}

/** The text with every merged value marked. */
function Marked({ letter, part }: { letter: Letter; part: 'subject' | 'body' }) {
  const source = letter[part]
  const pieces: ReactNode[] = []
  let end = 0
  for (const field of letter.filled.filter((candidate) => candidate.part === part)) {
    pieces.push(source.slice(end, field.start))
    pieces.push(
      <mark key={field.start} className={styles.field}>
        <bdi>{field.value}</bdi>
      </mark>,
    )
    end = field.end
  }
  return (
    <>
      {pieces}
      {source.slice(end)}
    </>
  )
}

/** Escape leaves the words first; the dialog around them would otherwise close with it. */
const STAYS_OPEN = { 'data-mantine-stop-propagation': 'true' }

function LetterFields(props: { letter: Letter; editing: boolean; onDone: () => void }) {
  const { letter } = props
  const text = useText()
  const direction = letter.body === '' ? 'auto' : letterDirection(letter.language)
  const body = useRef<HTMLTextAreaElement>(null)
  // The field of an empty letter is there before the person asks to write.
  useEffect(() => {
    if (props.editing) body.current?.focus()
  }, [props.editing])
  const leave = (event: {
    key: string
    ctrlKey: boolean
    metaKey: boolean
    preventDefault: () => void
    stopPropagation: () => void
  }) => {
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
    event.preventDefault()
    event.stopPropagation()
    props.onDone()
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }
  return (
    <div className={styles.paper} lang={letter.language} dir={direction}>
      <input
        className={styles.subjectField}
        {...STAYS_OPEN}
        aria-label={text('letter.subject')}
        placeholder={text('letter.subject')}
        dir="auto"
        value={letter.subject}
        onChange={(event) => letter.edit({ subject: event.currentTarget.value, body: letter.body })}
        onKeyDown={leave}
      />
      <textarea
        className={styles.bodyField}
        {...STAYS_OPEN}
        aria-label={text('letter.text')}
        placeholder={text('letter.ownHint')}
        dir={direction}
        ref={body}
        value={letter.body}
        onChange={(event) => letter.edit({ subject: letter.subject, body: event.currentTarget.value })}
        onKeyDown={leave}
      />
    </div>
  )
}

/** What the letter knows and what it had to do without. */
function Checks({ writing }: { writing: Writing }) {
  const { letter } = writing
  const text = useText()
  if (letter.isEdited && letter.templateKey !== undefined)
    return (
      <p className={styles.checks}>
        <span>
          <Check size={13} strokeWidth={2} aria-hidden="true" /> {text('letter.kept')}
        </span>
        <GiveAskNote writing={writing} />
        {letter.open.length > 0 && <OpenNote writing={writing} />}
        <button type="button" className={styles.plain} onClick={letter.reset}>
          {text('letter.reset')}
        </button>
      </p>
    )
  if (letter.fieldCount === 0) return null
  const { missing } = letter
  return (
    <p className={styles.checks}>
      <span>
        {missing.length === 0 && <Check size={13} strokeWidth={2} aria-hidden="true" />}{' '}
        {text('letter.fieldsFilled', {
          filled: letter.fieldCount - missing.length,
          fields: letter.fieldCount,
        })}
      </span>
      <GiveAskNote writing={writing} />
      {letter.open.length > 0 && <OpenNote writing={writing} />}
      <MissingNote missing={missing} />
    </p>
  )
}

/** Fields that nothing stands in for: the letter can't leave before somebody has written what belongs there. */
function OpenNote({ writing }: { writing: Writing }) {
  const text = useText()
  const fields = writing.letter.open.map((field) => text(`letter.field.${field}`)).join(comma(text))
  return (
    <span className={styles.missing}>
      <TriangleAlert size={13} strokeWidth={1.75} aria-hidden="true" />{' '}
      {text('letter.openFields', { fields })}
    </span>
  )
}

/** What we gave and asked so far: the writer sees whether it is time to give. */
function GiveAskNote({ writing }: { writing: Writing }) {
  const text = useText()
  const { gives, asks } = writing.giveAsk
  return <span>{text('letter.giveAsk', { gives, asks })}</span>
}

/** The key and the words of the way to the text. */
function EditButton({ onEdit }: { onEdit: () => void }) {
  const text = useText()
  return (
    <button type="button" className={styles.plain} aria-keyshortcuts="W" onClick={onEdit}>
      {text('letter.edit')} <KeyCaps chord="KeyW" />
    </button>
  )
}
