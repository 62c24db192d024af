import type { ReactNode } from 'react'
import { useDragOut } from '../dragging/useDragOut'
import { useText } from '../i18n/text'
import styles from './SavedFiles.module.css'

/** Words that say that a file was saved: from here it can be dragged on, into a mail or a folder. */
export function SavedFileWords({ fileName, children }: { fileName: string; children: ReactNode }) {
  const text = useText()
  const dragOut = useDragOut()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the file is saved already; dragging it on is a pointer's way alone
    <bdi
      className={styles.name}
      draggable
      title={text('export.dragFile')}
      onDragStart={(event) => dragOut.saved(event, fileName)}
    >
      {children}
    </bdi>
  )
}
