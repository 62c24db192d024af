import { FolderOpen } from 'lucide-react'
import { useText } from '../i18n/text'
import styles from './SavedFiles.module.css'
import { useShowInFolder } from './useShowInFolder'

/** The way from a saved file to where it lies. */
export function ShowInFolder({ name }: { name: string }) {
  const text = useText()
  const show = useShowInFolder()
  return (
    <button
      type="button"
      className={styles.show}
      aria-label={text('export.showThis', { file: name })}
      onClick={() => void show(name)}
    >
      <FolderOpen size={14} strokeWidth={1.75} aria-hidden="true" />
      {text('export.show')}
    </button>
  )
}
