import { Checkbox, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { listOf } from '#shared/library/pieceForm'
import type { Position } from '#shared/records/content'
import { useEdits } from '../edits/useEdits'
import { useText } from '../i18n/text'
import dialog from '../ui/dialog.module.css'
import { toggled } from '../ui/toggled'
import styles from './Library.module.css'

/** A new position, or one that is there; a value names the troubles that it answers. */
export function PositionDialog(props: {
  position: Position | undefined
  positions: readonly Position[]
  onClose: () => void
}) {
  const { position } = props
  const text = useText()
  const edits = useEdits()
  const [kind, setKind] = useState<Position['kind']>(position?.kind ?? 'pain')
  const [words, setWords] = useState(position?.text ?? '')
  const [lines, setLines] = useState(position?.productLines?.join(', ') ?? '')
  const [answersIds, setAnswers] = useState<readonly string[]>(position?.answersIds ?? [])
  const troubles = props.positions.filter(
    ({ id, kind: is, retiredAt }) => is === 'pain' && (retiredAt === undefined || answersIds.includes(id)),
  )
  const save = async () => {
    const said = words.trim()
    if (said === '') return
    const productLines = listOf(lines)
    const fields = {
      kind,
      text: said,
      answersIds: kind === 'value' && answersIds.length > 0 ? [...answersIds] : undefined,
      productLines: productLines.length > 0 ? productLines : undefined,
    }
    const params = { text: said }
    const saved =
      position === undefined
        ? await edits.create('positions', fields, { key: 'change.positionNew', params })
        : await edits.update('positions', position.id, fields, { key: 'change.position', params })
    if (saved) props.onClose()
  }
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={text(position === undefined ? 'position.add' : 'position.edit')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <NativeSelect
          label={text('position.what')}
          // What hangs on it was tied to what it is.
          disabled={position !== undefined}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as Position['kind'])}
          data={(['pain', 'interest', 'value'] as const).map((value) => ({
            value,
            label: text(`position.kind.${value}`),
          }))}
        />
        <TextInput
          data-autofocus
          required
          withAsterisk={false}
          dir="auto"
          label={text('position.words')}
          placeholder={text(`position.hint.${kind}`)}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <TextInput
          dir="auto"
          label={text('library.productLines')}
          description={text('library.commas')}
          value={lines}
          onChange={(event) => setLines(event.currentTarget.value)}
        />
        {kind === 'value' && troubles.length > 0 && (
          <fieldset className={styles.checks}>
            <legend>{text('position.answersWhich')}</legend>
            {troubles.map((trouble) => (
              <Checkbox
                key={trouble.id}
                size="sm"
                label={trouble.text}
                checked={answersIds.includes(trouble.id)}
                onChange={(event) => setAnswers(toggled(answersIds, trouble.id, event.currentTarget.checked))}
              />
            ))}
          </fieldset>
        )}
        <div className={`${styles.actions} ${dialog.foot}`}>
          <button type="submit" className={styles.primary}>
            {text('action.save')}
          </button>
        </div>
      </form>
    </Modal>
  )
}
