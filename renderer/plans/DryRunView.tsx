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
  // What a person decides about comes first, then what the plan settles by itself.
  const groups = [
    {
      name: 'hold',
      title: text('plans.said.hold'),
      lines: [
        blocked > 0 && text('plans.blocked', { count: blocked }),
        closed > 0 && text('plans.closed', { count: closed }),
        consentGaps > 0 && text('plans.consentGaps', { count: consentGaps }),
        overfull > 0 && text('plans.overfull', { count: overfull, capacity: capacity ?? 0 }),
      ],
    },
    {
      name: 'moves',
      title: text('plans.said.moves'),
      lines: [
        spread > 0 && text('plans.spread', { count: spread }),
        daysOff > 0 && text('plans.daysOff', { count: daysOff }),
        collisions > 0 && text('plans.collisions', { count: collisions }),
      ],
    },
    {
      name: 'out',
      title: text('plans.said.out'),
      lines: [
        alreadyOn > 0 && text('plans.alreadyOn', { count: alreadyOn }),
        gone > 0 && text('plans.gone', { count: gone }),
      ],
    },
  ] as const
  return (
    <section aria-label={text('plans.dryRun')} className={styles.dryRun}>
      <div className={styles.sum}>
        <p role="status">{text('plans.sum', { people: tally.people, touches: tally.touches })}</p>
        <span className={styles.about}>{text('plans.sumHint')}</span>
      </div>
      <div className={styles.said}>
        {groups.map(({ name, title, lines }) => (
          <Said key={name} name={name} title={title} lines={lines.filter((line) => line !== false)} />
        ))}
      </div>
      <LoadChart days={tally.days} capacity={capacity} />
      <People answer={people} plan={plan} />
    </section>
  )
}

/** Findings of one kind under what they have in common; nothing where there are none. */
function Said(props: { name: 'hold' | 'moves' | 'out'; title: string; lines: readonly string[] }) {
  const { name, title, lines } = props
  if (lines.length === 0) return null
  return (
    <section aria-label={title} data-kind={name}>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
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
