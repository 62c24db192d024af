import { useLayoutEffect } from 'react'
import { useText } from '../i18n/text'
import { useImportDesk } from '../store/ImportDeskContext'
import { isDialogOpen } from '../ui/isDialogOpen'

/** Ctrl+V anywhere on the page takes what lies on the clipboard, files or text; in a field it stays the field's. */
export function usePastedHere(): void {
  const desk = useImportDesk()
  const text = useText()
  useLayoutEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event
      const isField =
        target instanceof Element && target.closest('input, textarea, select, [contenteditable]')
      if (isField || isDialogOpen() || clipboardData === null) return
      const files = [...clipboardData.files]
      if (files.length > 0) void desk.drop(files)
      else void desk.paste(text('import.paste.name'), clipboardData.getData('text/plain'))
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [desk, text])
}
