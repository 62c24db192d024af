import { NativeSelect, TextInput } from '@mantine/core'
import { Paperclip, Trash2 } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { expiryOf } from '#shared/library/expiry'
import { offeredLanguages } from '#shared/library/languages'
import { type EditionForm, emptyEdition, type PieceForm } from '#shared/library/pieceForm'
import { isoDateSchema } from '#shared/time/values'
import { DayInput } from '../i18n/DayInput'
import { useFormats } from '../i18n/formats'
import { useIntlLanguageName } from '../i18n/languageNames'
import { useErrorText, useText } from '../i18n/text'
import { currentRecord } from '../store/currentRecord'
import { useRead } from '../store/NotebookContext'
import link from '../ui/link.module.css'
import styles from './Library.module.css'
import type { NewFiles } from './useNewFiles'

/** The languages of a piece, each a file of ours or a link. */
export function Editions(props: {
  form: PieceForm
  onSet: (patch: Partial<PieceForm>) => void
  files: NewFiles
  today: string
}) {
  const { form, onSet } = props
  const text = useText()
  const { editions } = form
  const change = (place: number, patch: Partial<EditionForm>) =>
    onSet({ editions: editions.map((one, at) => (at === place ? { ...one, ...patch } : one)) })
  const next = offeredLanguages([]).find((language) => editions.every((one) => one.language !== language))
  return (
    <section aria-label={text('content.editions')}>
      <h3 className={styles.groupTitle}>{text('content.editions')}</h3>
      {editions.map((edition, place) => (
        <EditionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: an edition has no name of its own; its language may change while it is typed
          key={place}
          edition={edition}
          files={props.files}
          today={props.today}
          onChange={(patch) => change(place, patch)}
          onRemove={() => onSet({ editions: editions.filter((_one, at) => at !== place) })}
        />
      ))}
      {next !== undefined && (
        <button
          type="button"
          className={link.link}
          onClick={() => onSet({ editions: [...editions, emptyEdition(next)] })}
        >
          {text('content.addEdition')}
        </button>
      )}
    </section>
  )
}

function EditionRow(props: {
  edition: EditionForm
  files: NewFiles
  today: string
  onChange: (patch: Partial<EditionForm>) => void
  onRemove: () => void
}) {
  const { edition, onChange, today } = props
  const text = useText()
  const formats = useFormats()
  const languageName = useIntlLanguageName()
  const language = languageName(edition.language)
  const { expiresOn } = edition
  const expiry = isoDateSchema.safeParse(expiresOn).success ? expiryOf({ expiresOn }, today) : 'none'
  return (
    <fieldset className={styles.edition}>
      <legend className="visually-hidden">{language}</legend>
      <NativeSelect
        size="xs"
        label={text('content.language')}
        value={edition.language}
        onChange={(event) => onChange({ language: event.currentTarget.value })}
        data={offeredLanguages([edition.language]).map((value) => ({ value, label: languageName(value) }))}
      />
      <TextInput
        size="xs"
        dir="auto"
        label={text('content.editionTitle')}
        value={edition.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        dir="ltr"
        label={text('content.link')}
        placeholder="https://"
        value={edition.url}
        onChange={(event) => onChange({ url: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        dir="auto"
        label={text('content.version')}
        value={edition.version}
        onChange={(event) => onChange({ version: event.currentTarget.value })}
      />
      <DayInput
        size="xs"
        label={text('content.expires')}
        value={expiresOn}
        onChange={(event) => onChange({ expiresOn: event.currentTarget.value })}
      />
      <FileField edition={edition} files={props.files} onChange={onChange} />
      <button
        type="button"
        className={styles.icon}
        aria-label={text('action.remove', { what: language })}
        onClick={props.onRemove}
      >
        <Trash2 size={15} strokeWidth={1.5} aria-hidden="true" />
      </button>
      {(expiry === 'expired' || expiry === 'expiring') && (
        <p className={styles.expiry}>{text(`library.${expiry}`, { day: formats.shortDay(expiresOn) })}</p>
      )}
    </fieldset>
  )
}

function FileField(props: {
  edition: EditionForm
  files: NewFiles
  onChange: (patch: Partial<EditionForm>) => void
}) {
  const { edition, files, onChange } = props
  const text = useText()
  const errorText = useErrorText()
  const id = useId()
  const chooser = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState<string>()
  const { attachmentId } = edition
  const kept = useRead(
    async (db) =>
      attachmentId === undefined ? undefined : await currentRecord(db, 'attachments', attachmentId),
    [attachmentId],
  )
  const name = attachmentId === undefined ? undefined : (files.nameOf(attachmentId) ?? kept?.fileName)
  const add = async (file: File | undefined) => {
    if (file === undefined) return
    const added = await files.add(file)
    setFault(added.ok ? undefined : errorText(added.error.code))
    if (added.ok) onChange({ attachmentId: added.value })
  }
  return (
    <div className={styles.file}>
      <label htmlFor={id}>{text('content.file')}</label>
      {attachmentId === undefined ? (
        <>
          {/* What the field itself would say is in the browser's language. */}
          <input
            ref={chooser}
            type="file"
            hidden
            onChange={(event) => void add(event.currentTarget.files?.[0])}
          />
          <button id={id} type="button" className={link.link} onClick={() => chooser.current?.click()}>
            {text('content.chooseFile')}
          </button>
        </>
      ) : (
        <span>
          <Paperclip size={13} strokeWidth={1.75} aria-hidden="true" />{' '}
          <bdi>{name ?? text('content.hasFile')}</bdi>{' '}
          <button
            id={id}
            type="button"
            className={link.link}
            onClick={() => onChange({ attachmentId: undefined })}
          >
            {text('content.removeFile')}
          </button>
        </span>
      )}
      {fault !== undefined && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
    </div>
  )
}
