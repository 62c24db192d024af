import { hangingIds, piecesFor } from '#shared/library/hanging'
import type { Content, Position } from '#shared/records/content'
import { useEdits } from '../edits/useEdits'
import { useIsolated, useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { allContent, allPositions, factCounts } from '../store/queries/library'
import { InlineText } from '../ui/InlineText'
import { useLibraryView } from '../view/libraryView'
import styles from './Library.module.css'
import { PartHead } from './PartHead'
import { PositionDialog } from './PositionDialog'
import { PositionUse } from './PositionUse'

/** The kinds in the order in which one thinks of them: what troubles, what interests, what we answer. */
const KINDS = ['pain', 'interest', 'value'] as const

/** What we stand for: troubles and interests of customers, our answers, and what hangs on each. */
export function PositionsPart() {
  const text = useText()
  const read = useRead(readPositioning, [])
  const { dialog, openDialog, positionId } = useLibraryView()
  const chosen = read?.positions.find((position) => position.id === positionId)
  const edited =
    dialog?.kind === 'position' ? read?.positions.find((position) => position.id === dialog.id) : undefined
  return (
    <div className={styles.part}>
      <PartHead
        title={text('library.tab.positions')}
        add={text('position.add')}
        onAdd={() => openDialog({ kind: 'newPosition' })}
      />
      {read?.positions.length === 0 && <p className={styles.empty}>{text('position.empty')}</p>}
      {read !== undefined && read.positions.length > 0 && (
        <div className={styles.beside}>
          <div>
            {KINDS.map((kind) => (
              <PositionKind key={kind} kind={kind} positioning={read} />
            ))}
          </div>
          {chosen !== undefined && <PositionUse position={chosen} content={read.content} />}
        </div>
      )}
      {(dialog?.kind === 'newPosition' || edited !== undefined) && (
        <PositionDialog
          key={edited?.id ?? 'new'}
          position={edited}
          positions={read?.positions ?? []}
          onClose={() => openDialog(undefined)}
        />
      )}
    </div>
  )
}

interface Positioning {
  readonly positions: readonly Position[]
  readonly content: readonly Content[]
  readonly facts: ReadonlyMap<string, number>
}

function PositionKind({ kind, positioning }: { kind: Position['kind']; positioning: Positioning }) {
  const text = useText()
  const ofKind = positioning.positions.filter((position) => position.kind === kind)
  if (ofKind.length === 0) return null
  const inUse = ofKind.filter((position) => position.retiredAt === undefined)
  const retired = ofKind.filter((position) => position.retiredAt !== undefined)
  return (
    <section className={styles.group} aria-label={text(`position.kinds.${kind}`)}>
      <h2 className={styles.groupTitle}>{text(`position.kinds.${kind}`)}</h2>
      <ul>
        {[...inUse, ...retired].map((position) => (
          <PositionLine key={position.id} position={position} positioning={positioning} />
        ))}
      </ul>
    </section>
  )
}

function PositionLine({ position, positioning }: { position: Position; positioning: Positioning }) {
  const text = useText()
  const edits = useEdits()
  const isolated = useIsolated()
  const { positionId, showPosition } = useLibraryView()
  const { positions, content, facts } = positioning
  const isRetired = position.retiredAt !== undefined
  const pieces = piecesFor(content, position).length
  const known = hangingIds(position).reduce((sum, id) => sum + (facts.get(id) ?? 0), 0)
  const hanging = text('position.use', { facts: known, pieces })
  const answers = positions.filter(({ id }) => position.answersIds?.includes(id))
  const params = { text: position.text }
  const retire = () =>
    void edits.commit(
      { key: isRetired ? 'change.positionBack' : 'change.positionRetired', params },
      async (at) => edits.changeOf('positions', position.id, { retiredAt: isRetired ? undefined : at }, at),
    )
  return (
    <li className={styles.line} data-retired={isRetired}>
      <div className={styles.words}>
        <InlineText
          strong
          value={position.text}
          label={text(`position.kind.${position.kind}`)}
          onSave={(words) =>
            words !== '' &&
            void edits.update('positions', position.id, { text: words }, { key: 'change.position', params })
          }
        />
        <small>
          {[
            isRetired && text('library.retired'),
            answers.length > 0 &&
              text('position.answers', { troubles: answers.map((one) => isolated(one.text)).join(' · ') }),
            position.productLines !== undefined && isolated(position.productLines.join(', ')),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
      <button
        type="button"
        className={styles.count}
        aria-pressed={positionId === position.id}
        aria-label={`${hanging}: ${text('position.show', { text: position.text })}`}
        onClick={() => showPosition(positionId === position.id ? undefined : position.id)}
      >
        {hanging}
      </button>
      <button type="button" className={styles.quiet} onClick={retire}>
        {text(isRetired ? 'library.bringBack' : 'library.retire')}
        <span className="visually-hidden"> {position.text}</span>
      </button>
    </li>
  )
}

async function readPositioning(db: Parameters<typeof allPositions>[0]): Promise<Positioning> {
  const [positions, content] = await Promise.all([allPositions(db), allContent(db)])
  return {
    positions,
    content,
    facts: await factCounts(
      db,
      positions.map(({ id }) => id),
    ),
  }
}
