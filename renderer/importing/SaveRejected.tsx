import { Download } from 'lucide-react'
import { valuesOf } from '../i18n/messageValues'
import { useErrorText, useText } from '../i18n/text'
import { useShowInFolder } from '../savedFiles/useShowInFolder'
import type { DeskFile } from '../store/deskState'
import { useImportDesk } from '../store/ImportDeskContext'
import { showNotice } from '../ui/notice'
import styles from './Import.module.css'

/** Saves the rows that could not be used, each with the reason, to be mended in a spreadsheet. */
export function SaveRejected({ file }: { file: DeskFile }) {
  const text = useText()
  const errorText = useErrorText()
  const desk = useImportDesk()
  const show = useShowInFolder()
  async function save() {
    const saved = await desk.saveRejected(file.token)
    if (!saved.ok) {
      const reason = errorText(saved.error.code, valuesOf(saved.error.params))
      showNotice({ message: text('import.rejected.notSaved', { reason }), bad: true })
    } else if (saved.value !== null) {
      const { fileName } = saved.value
      showNotice({
        message: text('import.rejected.saved', { file: fileName }),
        action: { label: text('export.show'), run: () => void show(fileName), lasts: true },
        stays: true,
      })
    }
  }
  return (
    <button type="button" className={styles.link} onClick={() => void save()}>
      <Download size={14} strokeWidth={1.75} aria-hidden="true" />
      {text('import.rejected.save')}
    </button>
  )
}
