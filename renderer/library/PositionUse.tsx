import { hangingIds, piecesFor } from '#shared/library/hanging'
import type { Content, Position } from '#shared/records/content'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import { useRead } from '../store/NotebookContext'
import { factsOfPositions } from '../store/queries/library'
import link from '../ui/link.module.css'
import { useLibraryView } from '../view/libraryView'
import { useView } from '../view/viewState'
import styles from './Library.module.css'

/** Lines listed; the count beside the position speaks for the rest. */
const SHOWN = 200

/** Whose facts are instances of a position, and what we have to give about it. */
export function PositionUse({ position, content }: { position: Position; content: readonly Content[] }) {
  const text = useText()
  const openDialog = useLibraryView((view) => view.openDialog)
  const openTab = useView((view) => view.openTab)
  const pieces = piecesFor(content, position)
  return (
    <aside className={styles.aside} aria-label={text('position.useOf', { text: position.text })}>
      <h2 className={styles.asideTitle}>
        <bdi>{position.text}</bdi>
      </h2>
      <button
        type="button"
        className={styles.quiet}
        onClick={() => openDialog({ kind: 'position', id: position.id })}
      >
        {text('position.edit')}
      </button>
      <h3 className={styles.groupTitle}>{text('position.pieces')}</h3>
      {pieces.length === 0 ? (
        <p className={styles.note}>{text('position.noPieces')}</p>
      ) : (
        <ul>
          {pieces.map((piece) => (
            <li key={piece.id}>
              <button
                type="button"
                className={link.link}
                onClick={() => {
                  openTab('library', 'content')
                  openDialog({ kind: 'piece', id: piece.id })
                }}
              >
                <bdi>{piece.title}</bdi>
              </button>{' '}
              <small>{text(`content.status.${piece.status}`)}</small>
            </li>
          ))}
        </ul>
      )}
      <h3 className={styles.groupTitle}>{text('position.customers')}</h3>
      <Private>
        <PositionCustomers positionIds={hangingIds(position)} />
      </Private>
    </aside>
  )
}

function PositionCustomers({ positionIds }: { positionIds: readonly string[] }) {
  const text = useText()
  const formats = useFormats()
  const openCustomer = useView((view) => view.openCustomer)
  const facts = useRead((db) => factsOfPositions(db, positionIds, SHOWN), [positionIds.join()])
  if (facts === undefined) return null
  if (facts.length === 0) return <p className={styles.note}>{text('position.noCustomers')}</p>
  return (
    <ul>
      {facts.map(({ fact, customerName }) => (
        <li key={fact.id} className={styles.fact}>
          <button type="button" className={link.link} onClick={() => openCustomer(fact.customerId)}>
            <bdi>{customerName}</bdi>
          </button>{' '}
          <bdi>{fact.text}</bdi> <small>{formats.shortDay(fact.learntOn)}</small>
        </li>
      ))}
    </ul>
  )
}
