import { useVirtualizer } from '@tanstack/react-virtual'
import { useState } from 'react'
import type { Tree } from '#shared/insights/orchard'
import { reasonWords } from '#shared/reporting/costWords'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { useView } from '../view/viewState'
import { useCellWords } from './cellWords'
import styles from './Insights.module.css'

const ROW_HEIGHT_PX = 30
const COLUMNS = ['customer', 'rings', 'warmth', 'fruit', 'value'] as const

/** The trees as a table; only the rows in sight are drawn, and a screen reader hears how many there are. */
export function OrchardTable(props: {
  readonly trees: readonly Tree[]
  readonly place: number
  readonly onChoose: (place: number) => void
}) {
  const { trees, place, onChoose } = props
  const text = useText()
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const rows = useVirtualizer({
    count: trees.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 8,
  })
  const drawn = rows.getVirtualItems()
  const above = drawn[0]?.start ?? 0
  const below = rows.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  return (
    <div ref={setScroller} className={styles.treeTable}>
      <table aria-label={text('insights.panel.orchard')} aria-rowcount={trees.length + 1}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {text(`insights.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} />
          {drawn.map(({ index }) => {
            const tree = trees[index]
            return tree === undefined ? null : (
              <TreeRow
                key={tree.customerId}
                tree={tree}
                rowIndex={index + 2}
                isChosen={index === place}
                onChoose={() => onChoose(index)}
              />
            )
          })}
          <Gap height={below} />
        </tbody>
      </table>
    </div>
  )
}

/** Stands for the rows that are out of sight. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tr>
      <td colSpan={COLUMNS.length} style={{ blockSize: height }} />
    </tr>
  )
}

function TreeRow(props: {
  readonly tree: Tree
  readonly rowIndex: number
  readonly isChosen: boolean
  readonly onChoose: () => void
}) {
  const { tree, rowIndex, isChosen, onChoose } = props
  const { words } = useCellWords()
  const nameOf = useCustomerName()
  const openCustomer = useView((view) => view.openCustomer)
  const name = nameOf(tree)
  const { value, reason } = tree.value
  return (
    <tr
      aria-rowindex={rowIndex}
      className={isChosen ? styles.treeChosen : ''}
      style={{ blockSize: ROW_HEIGHT_PX }}
    >
      <th scope="row">
        <button
          type="button"
          className={styles.rowButton}
          title={name}
          onFocus={onChoose}
          onClick={() => openCustomer(tree.customerId)}
        >
          <bdi>{name}</bdi>
        </button>
      </th>
      <td>{words.number(tree.rings)}</td>
      <td>{words.number(tree.warmth)}</td>
      <td>{words.number(tree.fruit)}</td>
      <td title={reason === undefined ? undefined : reasonWords(reason, words)}>
        <bdi>{value === undefined ? '–' : words.money(value)}</bdi>
      </td>
    </tr>
  )
}
