import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PlanWords } from '#shared/nurture/planBook'
import { dayIn } from '#shared/time/calendarDay'
import { useErrorText, useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import { useNotebook } from '../store/NotebookContext'
import { deviceZone } from '../store/TodayContext'
import { useFoundCustomers } from '../store/useFoundCustomers'
import { useNobodyWords } from '../store/useNobodyWords'
import styles from './Plans.module.css'
import { TouchLines } from './TouchLines'
import { useDryRun } from './useDryRun'

/** What the plan as it is written now would do to one real customer from today on. */
export function PlanPreview({ plan }: { plan: PlanWords }) {
  const text = useText()
  return (
    <section className={styles.preview} aria-label={text('plans.preview')}>
      <h2 className={styles.heading}>{text('plans.preview')}</h2>
      <Private>
        <Preview plan={plan} />
      </Private>
    </section>
  )
}

function Preview({ plan }: { plan: PlanWords }) {
  const text = useText()
  const errorText = useErrorText()
  const notebook = useNotebook()
  const [query, setQuery] = useState('')
  const { ids, isWhole } = useFoundCustomers(query, 1)
  const nobodyWords = useNobodyWords(isWhole)
  const run = useDryRun(plan, [], ids, dayIn(deviceZone(), notebook.sources.now()))
  const [person] = run.kind === 'done' ? run.answer.people : []
  return (
    <>
      <TextInput
        label={text('plans.previewFor')}
        description={text('plans.previewHint')}
        type="search"
        dir="auto"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <div role="status">
        {query.trim() !== '' && ids.length === 0 && <p className={styles.about}>{text(nobodyWords)}</p>}
        {run.kind === 'failed' && <p className={styles.fault}>{errorText(run.code)}</p>}
        {person !== undefined && (
          <>
            <h3 className={styles.person}>
              <bdi>{person.name}</bdi> <small>{text(`plans.consent.${person.consent}`)}</small>
            </h3>
            <TouchLines touches={person.touches} plan={plan} />
          </>
        )}
      </div>
    </>
  )
}
