import type { OpenedArchive } from '#shared/ipc/importing'
import { useText } from '../i18n/text'
import type { DeskFile } from '../store/deskState'
import styles from './Import.module.css'

/** What lies in an archive: its files stand in the list, what is no table is named here. */
export function ArchiveNote({ file, archive }: { file: DeskFile; archive: OpenedArchive }) {
  const text = useText()
  const { format, files, others, otherCount } = archive
  return (
    <div className={styles.single}>
      <h2 className={styles.fileTitle}>
        <bdi>{file.fileName}</bdi>
      </h2>
      <p className={styles.note}>{text(`import.archive.${format}`)}</p>
      <p>{text('import.archiveFiles', { count: files.length })}</p>
      {otherCount > 0 && (
        <section className={styles.block} aria-label={text('import.archiveOthers', { count: otherCount })}>
          <h3 className={styles.blockTitle}>{text('import.archiveOthers', { count: otherCount })}</h3>
          <ul className={styles.warnings}>
            {others.map((name, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two folders of an archive may hold files of one name
              <li key={at}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
          {otherCount > others.length && (
            <p className={styles.note}>{text('import.firstShown', { count: others.length })}</p>
          )}
        </section>
      )}
    </div>
  )
}
