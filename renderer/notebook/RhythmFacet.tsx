import { orderRhythm } from '#shared/measures/orderRhythm'
import { dayIn } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import type { CustomerPageData } from '../store/queries/customerPage'
import { deviceZone } from '../store/TodayContext'
import { useNow } from '../store/useNow'
import { useView } from '../view/viewState'
import styles from './Notebook.module.css'

/** In which rhythm a customer orders and when the next order is likely; nothing with fewer than two, or while a buyer looks. */
export function RhythmFacet({ data }: { data: CustomerPageData }) {
  const text = useText()
  const formats = useFormats()
  const today = dayIn(deviceZone(), useNow())
  const privacy = useView((view) => view.privacy)
  const bought = data.orders.filter(({ status }) => status !== 'cancelled').map(({ on }) => on)
  const rhythm = orderRhythm(bought, today).value
  if (privacy || rhythm === undefined) return null
  const [from, to] = [formats.shortDay(rhythm.windowFrom), formats.shortDay(rhythm.windowTo)]
  const when = from === to ? from : text('span.range', { from, to })
  return (
    <span className={styles.facet}>
      <strong>{text('customer.rhythm', { days: Math.round(rhythm.medianGapDays) })}</strong>
      <small>{text(rhythm.gaps === 1 ? 'customer.rhythmGuess' : 'customer.rhythmNext', { when })}</small>
    </span>
  )
}
