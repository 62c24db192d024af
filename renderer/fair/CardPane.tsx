import { useLayoutEffect, useRef } from 'react'
import type { LeadDraft } from '#shared/leads/leadDraft'
import { placeNewLines } from '#shared/leads/placeCard'
import { useText } from '../i18n/text'
import type { LeadDesk } from '../store/leadDesk'
import { KeyCaps } from '../ui/KeyCaps'
import { CardLines } from './CardLines'
import styles from './CardPane.module.css'
import { CardText } from './CardText'
import { MetBeforePane } from './MetBeforePane'
import { usePhotos } from './usePhotos'

/** The card beside the form: its photo, and its text taken apart. */
export function CardPane(props: { draft: LeadDraft; desk: LeadDesk }) {
  const { draft, desk } = props
  const update = (patch: Partial<LeadDraft>) => desk.update(patch)
  const text = useText()
  const { fault, addFiles, pick } = usePhotos(desk, draft.changeSetId)
  usePaste(addFiles, (pasted) => {
    const before = draft.cardText
    update(placeNewLines(draft, before, before === '' ? pasted : `${before}\n${pasted}`))
  })
  return (
    <section
      className={styles.pane}
      aria-label={text('photo.title')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void addFiles(event.dataTransfer.files)
      }}
    >
      <MetBeforePane draft={draft} update={update} />
      <div className={styles.head}>
        <h2 className={styles.title}>{text('photo.title')}</h2>
        <button type="button" className={styles.add} onClick={() => void pick()}>
          {text('photo.add')}
        </button>
      </div>
      <div className={styles.photos}>
        {draft.photos.map((photo, index) => (
          <figure key={photo.attachmentId} className={styles.photo}>
            <img src={`/attachment/${photo.hash}`} alt={text('photo.of', { number: index + 1 })} />
            <button
              type="button"
              aria-label={text('action.remove', { what: text('photo.of', { number: index + 1 }) })}
              onClick={() => update({ photos: draft.photos.filter((other) => other !== photo) })}
            >
              ×
            </button>
          </figure>
        ))}
      </div>
      {fault !== undefined && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      <label className={styles.title} htmlFor="lead-card-text">
        {text('lead.cardText')}
      </label>
      <CardText
        key={draft.changeSetId}
        id="lead-card-text"
        draft={draft}
        update={update}
        onSetAside={() => desk.setAside()}
      />
      <CardLines draft={draft} update={update} />
      <p className={styles.hint}>
        <KeyCaps chord="mod+KeyV" /> {text('photo.hint')}
      </p>
    </section>
  )
}

/** Pictures, and text of several lines, go to the card wherever the cursor is; a single line goes to its field. */
function usePaste(addFiles: (files: Iterable<File>) => Promise<void>, addText: (text: string) => void): void {
  const latest = useRef({ addFiles, addText })
  useLayoutEffect(() => {
    latest.current = { addFiles, addText }
  })
  useLayoutEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const data = event.clipboardData
      if (data === null || event.target instanceof HTMLTextAreaElement) return
      const text = data.getData('text/plain')
      if (data.files.length > 0) void latest.current.addFiles(data.files)
      else if (text.trim().includes('\n')) latest.current.addText(text)
      else return
      event.preventDefault()
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [])
}
