import type { ReactNode } from 'react'
import { useText } from '../i18n/text'
import { useDragOut } from './useDragOut'

/** What says that a file was saved: from here it can be dragged on, into a mail or a folder. */
export function SavedFileName({ fileName, children }: { fileName: string; children: ReactNode }) {
  const text = useText()
  const dragOut = useDragOut()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the file is saved already; dragging it on is a pointer's way alone
    <bdi
      draggable
      title={text('export.dragFile')}
      style={{ cursor: 'grab' }}
      onDragStart={(event) => dragOut.saved(event, fileName)}
    >
      {children}
    </bdi>
  )
}
