import { Modal, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { createChange } from '#shared/changes/buildChange'
import { offeredLanguages } from '#shared/library/languages'
import { useEdits } from '../edits/useEdits'
import { useIntlLanguageName } from '../i18n/languageNames'
import { useText } from '../i18n/text'
import { useNotebook } from '../store/NotebookContext'
import dialog from '../ui/dialog.module.css'
import { useLibraryView } from '../view/libraryView'
import styles from './Library.module.css'

/** A new template of one's own: its name and first language; the words are written in the editor. */
export function TemplateDialog({ onClose }: { onClose: () => void }) {
  const text = useText()
  const languageName = useIntlLanguageName()
  const edits = useEdits()
  const { sources } = useNotebook()
  const editTemplate = useLibraryView((view) => view.editTemplate)
  const [name, setName] = useState('')
  const [language, setLanguage] = useState('en')
  const save = async () => {
    const called = name.trim()
    if (called === '') return
    const id = sources.newId()
    const record = { id, name: called, variants: [{ language, text: '' }] }
    const saved = await edits.commit({ key: 'change.templateNew', params: { name: called } }, (at) => [
      createChange('templates', record, at),
    ])
    if (!saved) return
    editTemplate(id)
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={text('template.add')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextInput
          data-autofocus
          required
          withAsterisk={false}
          dir="auto"
          label={text('template.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={text('content.language')}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value)}
          data={offeredLanguages([]).map((value) => ({ value, label: languageName(value) }))}
        />
        <div className={`${styles.actions} ${dialog.foot}`}>
          <button type="submit" className={styles.primary}>
            {text('action.save')}
          </button>
        </div>
      </form>
    </Modal>
  )
}
