import { FileUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/text'
import { useImportDesk } from '../store/ImportDeskContext'
import { useView } from '../view/viewState'
import { useInterruptedNotice } from './useInterruptedNotice'
import styles from './WindowDrop.module.css'

/**
 * Files may be dropped anywhere. A place that takes files of its own, such as the card at the booth, prevents the
 * event's default first and keeps them.
 */
export function WindowDrop() {
  const text = useText()
  const desk = useImportDesk()
  const go = useView((view) => view.go)
  const [over, setOver] = useState(false)
  useInterruptedNotice()

  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      const isTaken = event.defaultPrevented
      event.preventDefault()
      setOver(!isTaken)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (!hasFiles(event) || event.defaultPrevented) return
      // Without this the window would go to the file.
      event.preventDefault()
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      go('import')
      void desk.drop(files)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('drop', onDrop)
    window.addEventListener('dragleave', onLeave)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('drop', onDrop)
      window.removeEventListener('dragleave', onLeave)
    }
  }, [desk, go])

  if (!over) return null
  return (
    <div className={styles.over}>
      <div className={styles.card}>
        <FileUp size={30} strokeWidth={1.25} aria-hidden="true" />
        <strong>{text('import.dropHere')}</strong>
        <span>{text('import.dropHint')}</span>
      </div>
    </div>
  )
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true
}
