import { addDays, startOfDay } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import letterStyles from '../nurture/Letter.module.css'
import { useSettle } from '../nurture/useSettle'
import { useRead } from '../store/NotebookContext'
import { leadsWithoutPlan } from '../store/queries/unplannedLeads'
import { deviceZone } from '../store/TodayContext'
import { KeyCaps } from '../ui/KeyCaps'
import { usePlainKeys } from '../ui/usePlainKeys'
import { useView } from '../view/viewState'
import styles from './Today.module.css'

/** As many names as a line holds. */
const NAMED = 3

/**
 * Who was captured today without a plan: a fair lead has a line of its own only once it has waited a day. One key puts a
 * single one on the plan for leads; of several it asks for the plan.
 */
export function NoPlanBar({ today }: { today: string }) {
  const text = useText()
  const formats = useFormats()
  const nameOf = useCustomerName()
  const settle = useSettle()
  const openEnrol = useView((view) => view.openEnrol)
  const leads =
    useRead(
      (db) =>
        leadsWithoutPlan(db, startOfDay(today, deviceZone()), startOfDay(addDays(today, 1), deviceZone())),
      [today],
    ) ?? []
  const [only] = leads
  const isOne = leads.length === 1
  const enrol = () => {
    if (only === undefined) return
    if (isOne) void settle.enrol(only.id, nameOf(only))
    else openEnrol({ ids: leads.map(({ id }) => id) })
  }
  usePlainKeys({ KeyF: only === undefined ? undefined : enrol })
  if (only === undefined) return null
  const names = leads.slice(0, NAMED).map(nameOf)
  const more = leads.length - names.length
  return (
    <div className={styles.evening}>
      <strong>{text('unplanned.title')}</strong>
      <span className={styles.quiet}>
        <bdi>
          {formats.listed(more > 0 ? [...names, text('unplanned.more', { count: more })] : names, 'and')}
        </bdi>
      </span>
      <span className={styles.eveningEnd}>
        <button type="button" className={letterStyles.secondary} aria-keyshortcuts="F" onClick={enrol}>
          {text(isOne ? 'today.enrol' : 'plans.enrolListed')} <KeyCaps chord="KeyF" />
        </button>
      </span>
    </div>
  )
}
