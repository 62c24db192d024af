import { enrolMany } from '#shared/nurture/enrolMany'
import { planBook } from '#shared/nurture/planBook'
import { planOffers } from '#shared/nurture/planOffers'
import { dayIn } from '#shared/time/calendarDay'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { useNamedCommit } from '../nurture/useNamedCommit'
import { usePlanNames } from '../nurture/usePlanNames'
import { useNotebook, useRead } from '../store/NotebookContext'
import type { CustomerPageData } from '../store/queries/customerPage'
import { allPlans } from '../store/queries/nurture'
import { deviceZone } from '../store/TodayContext'
import { useNow } from '../store/useNow'
import styles from './Notebook.module.css'

/** Plans that what was written down lately suggests: each begins with one press, and none by itself. */
export function PlanOffers({ data }: { data: CustomerPageData }) {
  const text = useText()
  const names = usePlanNames()
  const nameOf = useCustomerName()
  const commit = useNamedCommit()
  const { sources } = useNotebook()
  const zone = deviceZone()
  const today = dayIn(zone, useNow())
  const plans = useRead(allPlans, [])
  if (plans === undefined) return null
  const { customer, people } = data
  const name = nameOf(customer)
  return planOffers(data, planBook(plans), today, zone).map(({ entry, aboutId }) => {
    const plan = names.plan(entry)
    const begin = () =>
      commit(
        { key: 'change.enrolledIn', params: { name, plan } },
        (at) => {
          const who = { customerId: customer.id, personId: people[0]?.id, aboutId }
          return enrolMany(entry, [who], { startsOn: today }, { at, newId: sources.newId })
        },
        { done: text('offer.begun', { name, plan }), about: name },
      )
    return (
      <span key={entry.planKey} className={styles.facet}>
        <button type="button" className={styles.add} onClick={() => void begin()}>
          {text('offer.begin', { plan })}
        </button>
        <small>{entry.occasion !== undefined && text(`offer.because.${entry.occasion}`)}</small>
      </span>
    )
  })
}
