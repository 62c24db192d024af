import { useState } from 'react'
import type { DuplicatePair } from '#shared/duplicates/duplicatePair'
import { groupPairs } from '#shared/duplicates/groupPairs'
import { useText } from '../i18n/text'
import { HiddenNote } from '../privacy/Private'
import { useDuplicates } from '../store/DuplicatesContext'
import { useNotebook, useRead } from '../store/NotebookContext'
import { customerLines } from '../store/queries/customerList'
import { readPage } from '../store/queries/mergePages'
import { KeyCaps } from '../ui/KeyCaps'
import { usePlainKeys } from '../ui/usePlainKeys'
import { useView } from '../view/viewState'
import styles from './Duplicates.module.css'
import { MergeDialog } from './MergeDialog'
import { PairRow } from './PairRow'
import { RuleDialog } from './RuleDialog'
import { useDecisions, usualMerge } from './useDecisions'

/** Pages that may be one customer, the surest first: look at two side by side, merge them, or say that they are two. */
export function DuplicatesPage() {
  const text = useText()
  const answer = useDuplicates()
  const showDuplicates = useView((view) => view.showDuplicates)
  const privacy = useView((view) => view.privacy)
  const [askingRule, setAskingRule] = useState(false)
  return (
    <section className={styles.page} aria-label={text('duplicates.title')}>
      <header className={styles.head}>
        <h1 className={styles.title}>{text('duplicates.title')}</h1>
        <span className={styles.quiet} role="status">
          {answer === undefined ? '' : text('duplicates.count', { count: answer.total })}
          {answer?.complete === false && ` · ${text('duplicates.searching')}`}
        </span>
        <span className={styles.headEnd}>
          <button
            type="button"
            className={styles.button}
            disabled={privacy}
            onClick={() => setAskingRule(true)}
          >
            {text('duplicates.byRule')}
          </button>
          <button type="button" className={styles.button} onClick={() => showDuplicates(false)}>
            {text('duplicates.back')}
          </button>
        </span>
        <p className={styles.explain}>{text('duplicates.explain')}</p>
        <p className={styles.keys} aria-hidden="true">
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd>
          </span>
          <span>
            <KeyCaps chord="Enter" /> {text('duplicates.compare')}
          </span>
          <span>
            <KeyCaps chord="KeyN" /> {text('duplicates.distinct')}
          </span>
          <span>
            <KeyCaps chord="KeyM" /> {text('duplicates.merge')}
          </span>
        </p>
      </header>
      {answer !== undefined && <Pairs pairs={answer.pairs} total={answer.total} complete={answer.complete} />}
      {askingRule && !privacy && <RuleDialog onClose={() => setAskingRule(false)} />}
    </section>
  )
}

function Pairs(props: { pairs: readonly DuplicatePair[]; total: number; complete: boolean }) {
  const text = useText()
  const notebook = useNotebook()
  const decisions = useDecisions()
  const privacy = useView((view) => view.privacy)
  const groups = groupPairs(props.pairs)
  const pairs = groups.flatMap((group) => group.pairs)
  const ids = [...new Set(pairs.flatMap(({ aId, bId }) => [aId, bId]))]
  const lines = useRead((db) => customerLines(db, ids), [ids.join()])
  const [chosen, setChosen] = useState(0)
  const [comparing, setComparing] = useState<DuplicatePair>()
  const index = Math.min(chosen, pairs.length - 1)

  // Both are read when a key asks for them: the list can be seen before its names are in.
  const pagesOf = async (pair: DuplicatePair | undefined) => {
    const db = notebook.database()
    if (pair === undefined || db === undefined) return undefined
    const [a, b] = await Promise.all([readPage(db, pair.aId), readPage(db, pair.bId)])
    return a === undefined || b === undefined ? undefined : ([a, b] as const)
  }
  const distinguish = async (pair: DuplicatePair | undefined) => {
    const pages = await pagesOf(pair)
    if (pages !== undefined) void decisions.distinguish(pages[0].customer, pages[1].customer)
  }
  const merge = async (pair: DuplicatePair | undefined) => {
    const pages = await pagesOf(pair)
    if (pages === undefined) return
    const [winner, loser] = pages
    void decisions.merge(usualMerge(winner, loser), winner.customer, loser.customer)
  }
  const move = (to: number) => setChosen(Math.min(Math.max(to, 0), pairs.length - 1))
  const current = privacy ? undefined : pairs[index]

  usePlainKeys({
    ArrowDown: () => move(index + 1),
    ArrowUp: () => move(index - 1),
    Home: () => move(0),
    End: () => move(pairs.length - 1),
    Enter: () => current !== undefined && setComparing(current),
    KeyN: () => void distinguish(current),
    KeyM: () => void merge(current),
  })

  if (privacy) return <HiddenNote />
  if (pairs.length === 0)
    return <p className={styles.nothing}>{props.complete ? text('duplicates.none') : ''}</p>
  return (
    <div className={styles.scroller}>
      <ul className={styles.groups} aria-label={text('duplicates.list')}>
        {groups.map((group) => (
          <li key={group.pairs.map(({ aId, bId }) => aId + bId).join()} className={styles.group}>
            {group.pages > 2 && (
              <p className={styles.groupTitle}>{text('duplicates.group', { pages: group.pages })}</p>
            )}
            {group.pairs.map((pair) => (
              <PairRow
                key={pair.aId + pair.bId}
                pair={pair}
                lines={lines}
                chosen={pair === current}
                onChoose={() => setChosen(pairs.indexOf(pair))}
                onCompare={() => setComparing(pair)}
                onDistinguish={() => void distinguish(pair)}
                onMerge={() => void merge(pair)}
              />
            ))}
          </li>
        ))}
      </ul>
      {props.total > pairs.length && (
        <p className={styles.nothing}>
          {text('duplicates.more', { shown: pairs.length, total: props.total })}
        </p>
      )}
      {comparing !== undefined && <MergeDialog pair={comparing} onClose={() => setComparing(undefined)} />}
    </div>
  )
}
