import { Plus } from 'lucide-react'
import { useState } from 'react'
import { NOBODY, type PlanEntry } from '#shared/nurture/planBook'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { usePlanNames } from '../nurture/usePlanNames'
import { PlanEditor } from './PlanEditor'
import styles from './Plans.module.css'
import { type PlanBook, usePlanBook } from './usePlanBook'

/** A plan of the notebook's own before its first version. */
const NEW_PLAN: PlanEntry = {
  planKey: '',
  version: 0,
  name: '',
  steps: [],
  record: undefined,
  versionIds: [],
  occasion: undefined,
  isRetired: false,
}

/** Every plan with who is on it; the chosen one beside, to be changed, begun, paused and ended. */
export function PlansPage() {
  const text = useText()
  const book = usePlanBook()
  const [chosen, setChosen] = useState<string>()
  if (book === undefined) return <section className={styles.page} aria-busy="true" />
  const [first] = book.entries
  const entry =
    chosen === '' ? NEW_PLAN : (book.entries.find(({ planKey }) => planKey === chosen) ?? first ?? NEW_PLAN)
  return (
    <section className={styles.page} aria-label={text('plans.title')}>
      <div className={styles.side}>
        <header className={styles.sideHead}>
          <h1 className={styles.title}>{text('plans.title')}</h1>
          <button type="button" className={styles.link} onClick={() => setChosen('')}>
            <Plus size={15} strokeWidth={1.75} aria-hidden="true" /> {text('plans.new')}
          </button>
        </header>
        <PlanList book={book} chosen={entry.planKey} onChoose={setChosen} />
      </div>
      <PlanEditor
        key={`${entry.planKey}/${entry.version}`}
        entry={entry}
        count={book.counts.get(entry.planKey) ?? NOBODY}
        enrolments={book.enrolments}
        onSaved={setChosen}
      />
    </section>
  )
}

function PlanList(props: { book: PlanBook; chosen: string; onChoose: (planKey: string) => void }) {
  const { book, chosen, onChoose } = props
  const text = useText()
  const formats = useFormats()
  const names = usePlanNames()
  return (
    <ul className={styles.list}>
      {book.entries.map((entry) => {
        const { running, paused } = book.counts.get(entry.planKey) ?? NOBODY
        return (
          <li key={entry.planKey}>
            <button
              type="button"
              className={styles.plan}
              aria-current={entry.planKey === chosen}
              onClick={() => onChoose(entry.planKey)}
            >
              <span className={styles.planName}>
                <bdi>{names.plan(entry)}</bdi>
              </span>
              <span className={styles.count} title={text('plans.onIt', { running, paused })}>
                <span aria-hidden="true">{running > 0 && formats.number(running)}</span>
                <span className={styles.spoken}>{text('plans.onIt', { running, paused })}</span>
              </span>
              <small>
                {entry.isRetired
                  ? text('plans.retired')
                  : entry.occasion === undefined
                    ? text('plans.own')
                    : text(`plan.occasion.${entry.occasion}`)}
              </small>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
