import type { ReactNode } from 'react'
import styles from './SavedFiles.module.css'
import { SavedFileWords } from './SavedFileWords'
import { ShowInFolder } from './ShowInFolder'

/** What says that a file was saved, told to a screen reader, and beside it the way to where it lies. */
export function SavedFileName({ fileName, children }: { fileName: string; children: ReactNode }) {
  return (
    <span className={styles.line}>
      <span role="status">
        <SavedFileWords fileName={fileName}>{children}</SavedFileWords>
      </span>
      <ShowInFolder name={fileName} />
    </span>
  )
}
