import type { Reader } from '#shared/library/giving'
import { dayIn } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import { useRead } from '../store/NotebookContext'
import { customerNames } from '../store/queries/customerPage'
import { readersOfPiece } from '../store/queries/library'
import { deviceZone } from '../store/TodayContext'
import link from '../ui/link.module.css'
import { useLibraryView } from '../view/libraryView'
import { useView } from '../view/viewState'
import styles from './Library.module.css'

/** Lines listed; the counts above speak for the rest. */
const SHOWN = 200

/** Who got a piece and who took notice of it: the counts, then the people. */
export function PieceReaders({ contentId }: { contentId: string }) {
  const text = useText()
  const readers = useRead((db) => readersOfPiece(db, contentId), [contentId])
  if (readers === undefined) return null
  const got = readers.filter((reader) => reader.gotAt !== undefined).length
  const engaged = readers.filter((reader) => reader.engaged.length > 0).length
  return (
    <section className={styles.readers} aria-label={text('content.readers')}>
      <h3 className={styles.groupTitle}>{text('content.readers')}</h3>
      <p>{text('content.readerCounts', { got, engaged })}</p>
      {readers.length > 0 && (
        <Private>
          <ReaderList readers={readers.slice(0, SHOWN)} />
        </Private>
      )}
      {readers.length > SHOWN && (
        <p className={styles.note}>{text('content.readersShown', { shown: SHOWN, total: readers.length })}</p>
      )}
    </section>
  )
}

function ReaderList({ readers }: { readers: readonly Reader[] }) {
  const text = useText()
  const formats = useFormats()
  const openCustomer = useView((view) => view.openCustomer)
  const openDialog = useLibraryView((view) => view.openDialog)
  const ids = readers.map((reader) => reader.customerId)
  const names = useRead((db) => customerNames(db, ids), [ids.join()])
  const day = (at: number) => formats.shortDay(dayIn(deviceZone(), at))
  return (
    <ul className={styles.readerList}>
      {readers.map((reader) => {
        const name = names?.get(reader.customerId)
        return name === undefined ? null : (
          <li key={reader.customerId}>
            <button
              type="button"
              className={link.link}
              onClick={() => {
                openDialog(undefined)
                openCustomer(reader.customerId)
              }}
            >
              <bdi>{name}</bdi>
            </button>{' '}
            <small>
              {[
                reader.gotAt === undefined
                  ? text('content.notFromUs')
                  : text('content.got', { day: day(reader.gotAt) }),
                ...reader.engaged.map((kind) => text(`engagement.${kind}`)),
              ].join(' · ')}
            </small>
          </li>
        )
      })}
    </ul>
  )
}
