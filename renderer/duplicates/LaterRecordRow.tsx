import type { LaterRecord } from '#shared/merging/laterRecords'
import type { Fact } from '#shared/records/fact'
import type { Interaction } from '#shared/records/interaction'
import type { Person } from '#shared/records/person'
import type { PromiseRecord } from '#shared/records/promise'
import type { Order, Quote, Sample } from '#shared/records/trade'
import { dayIn } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { useMoneyFormats } from '../i18n/money'
import { useText } from '../i18n/text'
import { deviceZone } from '../store/TodayContext'
import styles from './MergeDialog.module.css'

type Owner = LaterRecord['belongsTo']

interface LaterRecordRowProps {
  readonly later: LaterRecord
  readonly owner: Owner
  readonly names: Readonly<Record<Owner, string>>
  readonly onChoose: (owner: Owner) => void
}

/** Something written down on the merged page, and whose it is. */
export function LaterRecordRow({ later, owner, names, onChoose }: LaterRecordRowProps) {
  const text = useText()
  const formats = useFormats()
  const what = useWords()(later)
  return (
    <li className={styles.later}>
      <span className={styles.what}>
        <bdi>{what}</bdi>{' '}
        <span className={styles.about}>
          {formats.shortDay(dayIn(deviceZone(), Number(later.record.createdAt)))}
        </span>
      </span>
      <select
        className={styles.owner}
        aria-label={text('unmerge.whose', { what })}
        value={owner}
        onChange={(event) => onChoose(event.currentTarget.value as Owner)}
      >
        <option value="winner">{names.winner}</option>
        <option value="loser">{names.loser}</option>
      </select>
    </li>
  )
}

/** What a record says, in one line. */
function useWords(): (later: LaterRecord) => string {
  const text = useText()
  const { money } = useMoneyFormats()
  return ({ table, record }) => {
    const said = record as unknown
    if (table === 'interactions') {
      const talk = said as Interaction
      return [text(`interaction.${talk.kind}`), talk.text].filter(Boolean).join(': ')
    }
    if (table === 'facts') return (said as Fact).text
    if (table === 'promises') return (said as PromiseRecord).text
    if (table === 'people') return (said as Person).fullName
    if (table === 'samples') return `${text('trade.sample')}: ${(said as Sample).what}`
    const kind = table === 'orders' ? 'order' : 'quote'
    const { number, total } = said as Quote | Order
    return [text(`trade.${kind}`), number, money(total)].filter(Boolean).join(' ')
  }
}
