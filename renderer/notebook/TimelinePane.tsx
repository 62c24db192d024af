import { dayIn } from '#shared/time/calendarDay'
import { customerTimeline, type TimelineEntry } from '#shared/timeline/customerTimeline'
import { useText } from '../i18n/text'
import type { CustomerPageData } from '../store/queries/customerPage'
import { useNow } from '../store/useNow'
import { useTouches } from '../store/useTouches'
import { useAppointmentView } from '../view/appointmentView'
import styles from './Notebook.module.css'
import { PlannedNotes } from './PlannedRow'
import type { PageDialog } from './pageDialog'
import { QuickNote } from './QuickNote'
import { TimelineRow } from './TimelineRow'

/** As far ahead as a plan is worth seeing on the page; the timeline of all customers looks farther. */
const PLANNED_DAYS = 45

/** Everything of one customer on one line: what is open above the rule of today, what happened below. */
export function TimelinePane(props: { data: CustomerPageData; onDialog: (dialog: PageDialog) => void }) {
  const { data, onDialog } = props
  const text = useText()
  const ask = useAppointmentView((view) => view.ask)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const today = dayIn(zone, useNow())
  const answer = useTouches({ customerId: data.customer.id, today, daysAhead: PLANNED_DAYS })
  const { ahead, past } = customerTimeline({ ...data, planned: answer?.touches }, zone)
  return (
    <section className={styles.timeline} aria-label={text('timeline.title')}>
      <ol className={styles.entries}>
        {ahead.map((entry) => (
          <TimelineRow key={keyOf(entry)} entry={entry} data={data} today={today} onDialog={onDialog} />
        ))}
      </ol>
      <PlannedNotes answer={answer} data={data} />
      <div className={styles.today}>
        <span className={styles.todayMark}>{text('timeline.today')}</span>
        <span className={styles.todayRule} aria-hidden="true" />
        {(['quote', 'order', 'sample'] as const).map((kind) => (
          <button key={kind} type="button" className={styles.quiet} onClick={() => onDialog(kind)}>
            {text(`trade.new.${kind}`)}
          </button>
        ))}
        <button
          type="button"
          className={styles.quiet}
          aria-keyshortcuts="F8"
          onClick={() => ask({ customerId: data.customer.id })}
        >
          {text('appointment.new')}
        </button>
      </div>
      <QuickNote data={data} />
      <ol className={styles.entries}>
        {past.map((entry) => (
          <TimelineRow key={keyOf(entry)} entry={entry} data={data} today={today} onDialog={onDialog} />
        ))}
      </ol>
    </section>
  )
}

function keyOf(entry: TimelineEntry): string {
  return `${entry.kind}/${entry.id}`
}
