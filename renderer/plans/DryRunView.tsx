import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { PlanWords } from '#shared/nurture/planBook'
import { useText } from '../i18n/text'
import type { DryRunAnswer } from '../workers/planRehearsal'
import { LoadChart } from './LoadChart'
import styles from './Plans.module.css'
import { TouchLines } from './TouchLines'

const ROW_HEIGHT_PX = 90
const OVERSCAN_ROWS = 6

/** What a plan would bring: the sums, the load of each day, and every touch of every person. */
export function DryRunView({ answer, plan }: { answer: DryRunAnswer; plan: PlanWords }) {
  const text = useText()
  const { tally, people, capacity, alreadyOn, gone } = answer
  const { overfull, consentGaps, closed, blocked, collisions, spread, daysOff } = tally
  const said = [
    overfull > 0 && text('plans.overfull', { count: overfull, capacity: capacity ?? 0 }),
    collisions > 0 && text('plans.collisions', { count: collisions }),
    spread > 0 && text('plans.spread', { count: spread }),
    daysOff > 0 && text('plans.daysOff', { count: daysOff }),
    blocked > 0 && text('plans.blocked', { count: blocked }),
    closed > 0 && text('plans.closed', { count: closed }),
    consentGaps > 0 && text('plans.consentGaps', { count: consentGaps }),
    alreadyOn > 0 && text('plans.alreadyOn', { count: alreadyOn }),
    gone > 0 && text('plans.gone', { count: gone }),
  ].filter((line) => line !== false)
  return (
    <section aria-label={text('plans.dryRun')} className={styles.dryRun}>
      <p role="status" className={styles.sum}>
        {text('plans.sum', { people: tally.people, touches: tally.touches })}
      </p>
      <ul className={styles.said}>
        {said.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <LoadChart days={tally.days} capacity={capacity} />
      <People answer={people} plan={plan} />
    </section>
  )
}

function People({ answer, plan }: { answer: DryRunAnswer['people']; plan: PlanWords }) {
  const text = useText()
  const scroller = useRef<HTMLElement>(null)
  const rows = useVirtualizer({
    count: answer.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: OVERSCAN_ROWS,
  })
  return (
    <section
      ref={scroller}
      className={styles.people}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
      tabIndex={0}
      aria-label={text('plans.everyTouch')}
    >
      <ul style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((item) => {
          const person = answer[item.index]
          if (person === undefined) return null
          return (
            <li
              key={person.customerId}
              ref={rows.measureElement}
              data-index={item.index}
              style={{ transform: `translateY(${item.start}px)` }}
              aria-setsize={answer.length}
              aria-posinset={item.index + 1}
            >
              <h3 className={styles.person}>
                <bdi>{person.name}</bdi> <small>{text(`plans.consent.${person.consent}`)}</small>
              </h3>
              <TouchLines touches={person.touches} plan={plan} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
