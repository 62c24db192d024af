import { ArrowDownLeft, ArrowUpRight, CalendarClock, Pause } from 'lucide-react'
import { compareDays, dayIn, daysBetween } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { leadingDirection } from '../i18n/leadingDirection'
import { useMoneyFormats } from '../i18n/money'
import { useText } from '../i18n/text'
import type { Brief } from '../store/queries/nurture'
import { deviceZone } from '../store/TodayContext'
import { useView } from '../view/viewState'
import styles from './Brief.module.css'
import { BriefOwnFields } from './BriefOwnFields'
import { TouchReasons, useKnownTouch } from './TouchReasons'
import { useMoveWords } from './useMoveWords'
import type { Work } from './work'

/** What the note says in a sentence of its own. */
const TOLD_ABOVE = ['moved'] as const

const TALKS_SHOWN = 3
const FACTS_SHOWN = 4

/** Why the touch stands on this day and what is in its way, and what became of plans that answered themselves. */
export function BriefNote({ work, brief, today }: { work: Work; brief: Brief; today: string }) {
  const text = useText()
  const formats = useFormats()
  const words = useMoveWords()
  const touch = useKnownTouch(work.customerId, work.touch, today)
  const moved = touch === undefined ? undefined : words.reason(touch)
  const paused = brief.enrolments.filter(
    (enrolment) => enrolment.pausedAt !== undefined && enrolment.endedAt === undefined,
  )[0]
  return (
    <>
      {touch?.movedFrom !== undefined && moved !== undefined && (
        <p className={styles.moved}>
          <CalendarClock size={16} strokeWidth={1.6} aria-hidden="true" />
          {text('brief.movedFrom', { day: formats.weekdayDay(touch.movedFrom), reason: moved })}
        </p>
      )}
      {touch?.movedFrom === undefined && paused?.pausedAt !== undefined && (
        <p className={styles.moved}>
          <Pause size={16} strokeWidth={1.6} aria-hidden="true" />
          {text('brief.paused', {
            day: formats.shortDay(dayIn(deviceZone(), paused.pausedAt)),
            reason: text(`enrolment.paused.${paused.pausedReason ?? 'person'}`),
          })}
        </p>
      )}
      {touch !== undefined && <TouchReasons touch={touch} without={TOLD_ABOVE} />}
    </>
  )
}

/** Last talks, open promises, preferences: what one wants to have in mind before writing. */
export function BriefMemory({ brief, today }: { brief: Brief; today: string }) {
  const text = useText()
  const privacy = useView((view) => view.privacy)
  const { facts, promises } = brief.page
  const open = promises
    .filter((promise) => promise.doneAt === undefined)
    .sort((a, b) => compareDays(a.dueOn, b.dueOn))
  const shown = facts.filter((fact) => !(privacy && fact.private === true)).slice(0, FACTS_SHOWN)
  return (
    <div className={styles.memory}>
      <div>
        <h3 className={styles.heading}>{text('brief.lastTalks')}</h3>
        <LastTalks brief={brief} />
      </div>
      <div>
        <h3 className={styles.heading}>{text('brief.promises')}</h3>
        {open.length === 0 && <p className={styles.none}>{text('brief.noPromises')}</p>}
        <ul className={styles.promises}>
          {open.map((promise) => (
            <OpenPromise key={promise.id} promise={promise} today={today} />
          ))}
        </ul>
        {shown.length > 0 && (
          <>
            <h3 className={styles.heading}>{text('brief.preferences')}</h3>
            <ul className={styles.facts}>
              {shown.map((fact) => (
                <li key={fact.id} data-kind={fact.kind}>
                  <bdi>{fact.text}</bdi>
                </li>
              ))}
            </ul>
          </>
        )}
        <BriefOwnFields brief={brief} />
      </div>
    </div>
  )
}

function OpenPromise({ promise, today }: { promise: Brief['page']['promises'][number]; today: string }) {
  const text = useText()
  const formats = useFormats()
  const Icon = promise.by === 'us' ? ArrowUpRight : ArrowDownLeft
  const late = daysBetween(promise.dueOn, today)
  return (
    <li data-late={late > 0}>
      <Icon size={15} strokeWidth={1.9} aria-hidden="true" />
      <span>
        <span className="visually-hidden">{text(promise.by === 'us' ? 'promise.us' : 'promise.them')} </span>
        <bdi>{promise.text}</bdi>
      </span>
      <span className={styles.when}>
        {late > 0
          ? text('promise.late', { days: late })
          : late === 0
            ? text('promise.inDays', { days: 0 })
            : text('brief.by', { day: formats.shortDay(promise.dueOn) })}
      </span>
    </li>
  )
}

/** Whether words run against the page: shortened in its direction they would lose their beginning. */
function isTurned(words: string): boolean {
  const own = leadingDirection(words)
  return own !== undefined && own !== document.documentElement.dir
}

function LastTalks({ brief }: { brief: Brief }) {
  const text = useText()
  const formats = useFormats()
  const { money } = useMoneyFormats()
  const privacy = useView((view) => view.privacy)
  const { interactions, quotes, orders } = brief.page
  const talks = interactions.map((talk) => ({
    id: talk.id,
    at: talk.at,
    day: talk.day ?? dayIn(deviceZone(), talk.at),
    title: text(`interaction.${talk.kind}`),
    words: privacy && talk.private === true ? text('timeline.hidden') : (talk.text ?? ''),
  }))
  const documents = [
    ...quotes.map((record) => ({ record, title: text('trade.quote') })),
    ...orders.map((record) => ({ record, title: text('trade.order') })),
  ].map(({ record, title }) => ({
    id: record.id,
    at: record.createdAt,
    day: record.on,
    title: `${title} ${record.number ?? ''}`.trim(),
    words: privacy ? '' : money(record.total),
  }))
  const newest = [...talks, ...documents]
    .sort((a, b) => compareDays(b.day, a.day) || b.at - a.at)
    .slice(0, TALKS_SHOWN)
  if (newest.length === 0) return <p className={styles.none}>{text('brief.noTalks')}</p>
  return (
    <dl className={styles.talks}>
      {newest.map((talk) => (
        <div key={talk.id}>
          <dt>{formats.shortDay(talk.day)}</dt>
          <dd data-turned={isTurned(talk.words)}>
            <strong>{talk.title}</strong> <bdi>{talk.words}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
