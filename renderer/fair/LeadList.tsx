import type { Touchpoint } from '#shared/records/touchpoint'
import { addDays, dayIn, startOfDay } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { useCustomerName } from '../i18n/names'
import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { countFairLeads, type FairLead, fairLeads } from '../store/queries/leads'
import { useNow } from '../store/useNow'
import { useView } from '../view/viewState'
import { fairZone } from './FairHeader'
import styles from './LeadList.module.css'

const HOUR_MS = 3_600_000

/** Today's leads, newest first, with the pace and the grades. */
export function LeadList({ fair }: { fair: Touchpoint }) {
  const text = useText()
  const formats = useFormats()
  const privacy = useView((view) => view.privacy)
  const zone = fairZone(fair)
  const now = useNow()
  const today = dayIn(zone, now)
  const leads = useRead(
    (db) => fairLeads(db, fair.id, startOfDay(today, zone), startOfDay(addDays(today, 1), zone)),
    [fair.id, today, zone],
  )
  const total = useRead((db) => countFairLeads(db, fair.id), [fair.id])
  if (leads === undefined) return <aside className={styles.pane} />
  return (
    <aside className={styles.pane} aria-label={text('leads.label')}>
      <div className={styles.figures}>
        <p>
          <span className={styles.big}>{formats.number(leads.length)}</span>{' '}
          {text('leads.today', { count: leads.length })}
        </p>
        {leads.length > 0 && (
          <p className={styles.note}>{text('leads.perHour', { rate: pace(leads, now) })}</p>
        )}
        <p className={styles.grades}>
          {(['A', 'B', 'C', 'D'] as const).map((grade) => (
            <span key={grade}>
              <strong>{leads.filter((lead) => lead.meeting.grade === grade).length}</strong> {grade}
            </span>
          ))}
          <span className={styles.end}>{total !== undefined && text('leads.total', { count: total })}</span>
        </p>
      </div>
      {leads.length === 0 ? (
        <p className={styles.empty}>{text('leads.none')}</p>
      ) : privacy ? (
        <p className={styles.empty}>{text('leads.hidden')}</p>
      ) : (
        <ol className={styles.list}>
          {leads.map((lead) => (
            <LeadRow key={lead.meeting.id} lead={lead} />
          ))}
        </ol>
      )}
    </aside>
  )
}

function LeadRow({ lead }: { lead: FairLead }) {
  const text = useText()
  const nameOf = useCustomerName()
  const formats = useFormats()
  const { meeting, customer, person } = lead
  const subtitle = [person?.fullName, customer?.country].filter((part) => part !== undefined && part !== '')
  return (
    <li className={styles.row}>
      <time className={styles.time}>{formats.hourMinute(meeting.at)}</time>
      <span className={styles.grade} data-grade={meeting.grade}>
        {meeting.grade}
      </span>
      <span className={styles.who}>
        <bdi className={styles.name}>{customer !== undefined && nameOf(customer)}</bdi>
        <bdi className={styles.person}>{subtitle.join(comma(text))}</bdi>
      </span>
    </li>
  )
}

/** Leads an hour since the first of the day, one decimal. */
function pace(leads: readonly FairLead[], now: number): number {
  const first = leads.at(-1)?.meeting.at ?? now
  const hours = Math.max((now - first) / HOUR_MS, 1)
  return Math.round((leads.length / hours) * 10) / 10
}
