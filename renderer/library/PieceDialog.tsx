import { Checkbox, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { createChange } from '#shared/changes/buildChange'
import { PSEUDO_LANGUAGE } from '#shared/i18n/languages'
import { emptyPiece, formOfPiece, type PieceForm, pieceFromForm } from '#shared/library/pieceForm'
import { CONTENT_KINDS, CONTENT_STATUSES, type Content, type Position } from '#shared/records/content'
import { useEdits } from '../edits/useEdits'
import { DayInput } from '../i18n/DayInput'
import { useIntlLanguageName } from '../i18n/languageNames'
import { useErrorText, useText } from '../i18n/text'
import { usePreferences } from '../settings/PreferencesContext'
import { useNotebook } from '../store/NotebookContext'
import dialog from '../ui/dialog.module.css'
import { Editions } from './Editions'
import styles from './Library.module.css'
import { PieceReaders } from './PieceReaders'
import { useNewFiles } from './useNewFiles'

/** A new piece, or one that is there: what it is for, its languages, and who got it. */
export function PieceDialog(props: {
  piece: Content | undefined
  on: string | undefined
  positions: readonly Position[]
  today: string
  onClose: () => void
}) {
  const { piece, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  const languageName = useIntlLanguageName()
  const edits = useEdits()
  const notebook = useNotebook()
  const { language } = usePreferences()
  const files = useNewFiles()
  const [form, setForm] = useState<PieceForm>(() =>
    piece === undefined
      ? emptyPiece(language === PSEUDO_LANGUAGE ? 'en' : language, props.on)
      : formOfPiece(piece),
  )
  const [fault, setFault] = useState<string>()
  const set = (patch: Partial<PieceForm>) => setForm((now) => ({ ...now, ...patch }))

  const save = async () => {
    const fields = pieceFromForm(form)
    if (!fields.ok) {
      const about = String(fields.error.params?.language ?? '')
      return setFault(errorText(fields.error.code, { language: about === '' ? '' : languageName(about) }))
    }
    const { title } = fields.value
    const key = piece === undefined ? 'change.pieceNew' : 'change.piece'
    const saved = await edits.commit({ key, params: { title } }, async (at) => {
      const attached = files.changes(form.editions, at)
      if (piece === undefined)
        return [...attached, createChange('content', { id: notebook.sources.newId(), ...fields.value }, at)]
      return [...attached, ...(await edits.changeOf('content', piece.id, fields.value, at))]
    })
    if (saved) onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={text(piece === undefined ? 'content.add' : 'content.edit')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <PieceFields form={form} onSet={set} positions={props.positions} />
        <Editions form={form} onSet={set} files={files} today={props.today} />
        {fault !== undefined && (
          <p role="alert" className={styles.fault}>
            {fault}
          </p>
        )}
        <div className={`${styles.actions} ${dialog.foot}`}>
          <button type="submit" className={styles.primary}>
            {text('action.save')}
          </button>
          {piece !== undefined && <RetireButton piece={piece} onClose={onClose} />}
        </div>
      </form>
      {piece !== undefined && <PieceReaders contentId={piece.id} />}
    </Modal>
  )
}

function RetireButton({ piece, onClose }: { piece: Content; onClose: () => void }) {
  const text = useText()
  const edits = useEdits()
  const isRetired = piece.retiredAt !== undefined
  const retire = async () => {
    const key = isRetired ? 'change.pieceBack' : 'change.pieceRetired'
    const saved = await edits.commit({ key, params: { title: piece.title } }, (at) =>
      edits.changeOf('content', piece.id, { retiredAt: isRetired ? undefined : at }, at),
    )
    if (saved) onClose()
  }
  return (
    <button type="button" className={styles.quiet} onClick={() => void retire()}>
      {text(isRetired ? 'library.bringBack' : 'library.retire')}
    </button>
  )
}

function PieceFields(props: {
  form: PieceForm
  onSet: (patch: Partial<PieceForm>) => void
  positions: readonly Position[]
}) {
  const { form, onSet } = props
  const text = useText()
  const positions = props.positions.filter(
    (position) =>
      position.kind !== 'value' &&
      (position.retiredAt === undefined || form.positionIds.includes(position.id)),
  )
  return (
    <div className={styles.grid}>
      <TextInput
        data-autofocus
        className={styles.wide ?? ''}
        dir="auto"
        label={text('content.title')}
        value={form.title}
        onChange={(event) => onSet({ title: event.currentTarget.value })}
      />
      <NativeSelect
        label={text('content.kind')}
        value={form.kind}
        onChange={(event) => onSet({ kind: event.currentTarget.value as PieceForm['kind'] })}
        data={CONTENT_KINDS.map((value) => ({ value, label: text(`content.kind.${value}`) }))}
      />
      <NativeSelect
        label={text('content.status')}
        value={form.status}
        onChange={(event) => onSet({ status: event.currentTarget.value as PieceForm['status'] })}
        data={CONTENT_STATUSES.map((value) => ({ value, label: text(`content.status.${value}`) }))}
      />
      <DayInput
        label={text('content.on')}
        value={form.on}
        onChange={(event) => onSet({ on: event.currentTarget.value })}
      />
      <TextInput
        dir="auto"
        label={text('content.topic')}
        value={form.topic}
        onChange={(event) => onSet({ topic: event.currentTarget.value })}
      />
      <TextInput
        className={styles.wide ?? ''}
        dir="auto"
        label={text('library.productLines')}
        description={text('library.commas')}
        value={form.productLines}
        onChange={(event) => onSet({ productLines: event.currentTarget.value })}
      />
      {positions.length > 0 && (
        <fieldset className={`${styles.checks} ${styles.wide}`}>
          <legend>{text('content.isFor')}</legend>
          {positions.map((position) => (
            <Checkbox
              key={position.id}
              size="sm"
              label={position.text}
              checked={form.positionIds.includes(position.id)}
              onChange={(event) =>
                onSet({
                  positionIds: event.currentTarget.checked
                    ? [...form.positionIds, position.id]
                    : form.positionIds.filter((id) => id !== position.id),
                })
              }
            />
          ))}
        </fieldset>
      )}
      <Checkbox
        size="sm"
        className={styles.wide ?? ''}
        label={text('content.leadMagnetWhy')}
        checked={form.leadMagnet}
        onChange={(event) => onSet({ leadMagnet: event.currentTarget.checked })}
      />
      <Textarea
        className={styles.wide ?? ''}
        dir="auto"
        autosize
        label={text('content.note')}
        value={form.note}
        onChange={(event) => onSet({ note: event.currentTarget.value })}
      />
    </div>
  )
}
