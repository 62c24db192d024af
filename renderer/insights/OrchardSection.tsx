import { useState } from 'react'
import { TREE_FORMS, type Tree } from '#shared/insights/orchard'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { useCellWords } from './cellWords'
import { Definition } from './Definition'
import { FigureActions } from './FigureActions'
import styles from './Insights.module.css'
import { OrchardCanvas } from './OrchardCanvas'
import { OrchardTable } from './OrchardTable'
import { useInsight } from './useInsight'

/** Every buyer as a tree, and the same figures as a table beside it: what is chosen in one is chosen in both. */
export function OrchardSection() {
  const text = useText()
  const { value: trees } = useInsight('orchard', (calls, request) => calls.insightOrchard(request))
  const [chosenId, setChosenId] = useState<string>()
  const title = text('insights.panel.orchard')
  const place = Math.max(0, trees?.findIndex((tree) => tree.customerId === chosenId) ?? 0)
  const chosen = trees?.[place]
  const choose = (next: number) => setChosenId(trees?.[next]?.customerId)
  return (
    <section className={styles.wide} aria-labelledby="figure-orchard">
      <header className={styles.sectionHead}>
        <h2 id="figure-orchard">{title}</h2>
        <Definition name="orchard" title={title} />
        {trees !== undefined && (
          <span className={styles.quiet}>{text('insights.orchardNote', { shown: trees.length })}</span>
        )}
        <span className={styles.grow} />
        {chosen !== undefined && <TreeWords tree={chosen} />}
        {trees !== undefined && trees.length > 0 && <FigureActions title={title} />}
      </header>
      {trees?.length === 0 && <p className={styles.quiet}>{text('insights.empty')}</p>}
      {trees !== undefined && trees.length > 0 && (
        <>
          <div className={styles.orchard}>
            <OrchardCanvas trees={trees} place={place} onChoose={choose} />
            <OrchardTable trees={trees} place={place} onChoose={choose} />
          </div>
          <Legend trees={trees} />
        </>
      )}
    </section>
  )
}

function TreeWords({ tree }: { tree: Tree }) {
  const text = useText()
  const { words } = useCellWords()
  const nameOf = useCustomerName()
  const value = tree.value.value
  return (
    <span className={styles.readout}>
      <b>
        <bdi>{nameOf(tree)}</bdi>
      </b>{' '}
      {text('insights.column.warmth')} {words.number(tree.warmth, 0)}
      {value !== undefined && (
        <>
          , <bdi>{words.money(value)}</bdi>
        </>
      )}
      {tree.daysLate > 0 && (
        <b className={styles.late}> {text('insights.treeLate', { days: tree.daysLate })}</b>
      )}
    </span>
  )
}

function Legend({ trees }: { trees: readonly Tree[] }) {
  const text = useText()
  const { words } = useCellWords()
  return (
    <ul className={styles.treeKey}>
      {TREE_FORMS.map((form) => (
        <li key={form}>
          <LegendTree form={form} />
          <b>{words.number(trees.filter((tree) => tree.form === form).length)}</b>{' '}
          {text(`insights.form.${form}`)}
        </li>
      ))}
      <li>{text('insights.legend.ring')}</li>
      <li>{text('insights.legend.fruit')}</li>
      <li>{text('insights.legend.graft')}</li>
    </ul>
  )
}

function LegendTree({ form }: { form: Tree['form'] }) {
  return <span aria-hidden="true" className={styles[`mark-${form}`]} />
}
