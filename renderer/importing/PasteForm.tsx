import { type FormEvent, useState } from 'react'
import { PASTE_MAX_CHARS } from '#shared/ipc/importing'
import type { OrchardError } from '#shared/result'
import { valuesOf } from '../i18n/messageValues'
import { useErrorText, useText } from '../i18n/text'
import { useDeskState, useImportDesk } from '../store/ImportDeskContext'
import { KeyCaps } from '../ui/KeyCaps'
import styles from './Import.module.css'

/** A field for what is no file: an enquiry mail, a signature, a chat. What it holds goes the way that files go. */
export function PasteForm() {
  const text = useText()
  const errorText = useErrorText()
  const desk = useImportDesk()
  const pasted = useDeskState((state) => state.pasted)
  const [refused, setRefused] = useState<OrchardError>()
  const isEmpty = pasted.trim() === ''

  async function look(event?: FormEvent) {
    event?.preventDefault()
    const offered = await desk.paste(text('import.paste.name'), pasted)
    setRefused(offered.ok ? undefined : offered.error)
  }

  return (
    <form className={styles.paste} onSubmit={(event) => void look(event)}>
      <h2 className={styles.fileTitle}>{text('import.paste.title')}</h2>
      <p className={styles.note} id="import-paste-hint">
        {text('import.paste.hint')}
      </p>
      <textarea
        className={styles.pasteText}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
        autoFocus
        dir="auto"
        spellCheck={false}
        aria-label={text('import.paste.label')}
        aria-describedby="import-paste-hint"
        value={pasted}
        onChange={(event) => desk.setPasted(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void look(event)
          if (event.key === 'Escape') desk.showPane('file')
        }}
      />
      {refused !== undefined && (
        <p role="alert" className={styles.fault}>
          {refused.code === 'import.paste.tooLong'
            ? text('import.paste.tooLong', { limit: PASTE_MAX_CHARS })
            : errorText(refused.code, valuesOf(refused.params))}
        </p>
      )}
      <div className={styles.actions}>
        <button type="submit" className={styles.primary} disabled={isEmpty}>
          {text('import.paste.look')} <KeyCaps chord="mod+Enter" onAccent />
        </button>
        <button type="button" className={styles.secondary} onClick={() => desk.showPane('file')}>
          {text('action.cancel')}
        </button>
      </div>
    </form>
  )
}
