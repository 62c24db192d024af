import { lineTotal } from '#shared/money/lineTotals'
import type { Order, Sample } from '#shared/records/trade'
import { dayIn } from '#shared/time/calendarDay'
import type { TimelineEntry } from '#shared/timeline/customerTimeline'
import { outcomePatch } from '#shared/trade/editTrade'
import { KeptInlineText } from '../edits/KeptInlineText'
import { useEdits } from '../edits/useEdits'
import { useFormats } from '../i18n/formats'
import { useMoneyFormats } from '../i18n/money'
import { useText } from '../i18n/text'
import { usePrivateWords } from '../privacy/usePrivateWords'
import { useNotebook } from '../store/NotebookContext'
import { useView } from '../view/viewState'
import { EntryKind } from './EntryForm'
import styles from './Notebook.module.css'
import { TradeStatus } from './TradeStatus'

type TradeEntry = Extract<TimelineEntry, { kind: 'quote' | 'order' | 'sample' }>

/** The first line of a quote, an order or a sample. */
export function TradeWords(props: { entry: TradeEntry; onChange: () => void }) {
  const { entry } = props
  const text = useText()
  const formats = useFormats()
  const privacy = useView((view) => view.privacy)
  const kind = (
    <EntryKind what={text(`trade.${entry.kind}`)} onChange={privacy ? undefined : props.onChange} />
  )
  if (entry.kind === 'sample') {
    const { what, courier, trackingNumber } = entry.record
    return (
      <>
        {kind} <bdi>{what}</bdi>{' '}
        <bdi className={styles.entryEnd}>{[courier, trackingNumber].filter(Boolean).join(' ')}</bdi>
      </>
    )
  }
  const { record } = entry
  const terms = [record.incoterm, record.place].filter(Boolean).join(' ')
  return (
    <>
      {kind} <bdi>{record.number}</bdi> <bdi className={styles.entryEnd}>{terms}</bdi>{' '}
      {entry.kind === 'quote' && entry.record.validUntil !== undefined && (
        <span className={styles.entryEnd}>
          {text('trade.validUntilDay', { day: formats.shortDay(entry.record.validUntil) })}
        </span>
      )}
    </>
  )
}

/** What stands below the first line of a quote or order: its lines, unless privacy is on, and an order's milestones. */
export function TradeLines(props: { entry: Exclude<TradeEntry, { kind: 'sample' }>; name: string }) {
  const { entry, name } = props
  const privacy = useView((view) => view.privacy)
  return (
    <div className={styles.entryBelow}>
      {!privacy && <Lines record={entry.record} />}
      {entry.kind === 'order' && <Milestones order={entry.record} name={name} />}
    </div>
  )
}

function Lines({ record }: { record: Extract<TradeEntry, { kind: 'quote' | 'order' }>['record'] }) {
  const { money, unitPrice, quantity } = useMoneyFormats()
  if (record.lines.length === 0) return null
  return (
    <div className={styles.lines}>
      {record.lines.map((line, index) => {
        const total = lineTotal(line)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <div key={index} style={{ display: 'contents' }}>
            <span>
              <bdi>{line.description}</bdi>
            </span>
            <span>
              <bdi>{[quantity(line.quantity), line.unit].filter(Boolean).join(' ')}</bdi>
            </span>
            <span>{unitPrice(line.unitPrice)}</span>
            <span>{total.ok ? money(total.value) : null}</span>
          </div>
        )
      })}
    </div>
  )
}

function Milestones({ order, name }: { order: Order; name: string }) {
  const text = useText()
  const formats = useFormats()
  const edits = useEdits()
  const { sources } = useNotebook()
  if (order.milestones.length === 0) return null
  const today = () => dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, sources.now())
  const toggle = (index: number) => {
    const milestones = order.milestones.map((milestone, position) => {
      if (position !== index) return milestone
      const { doneOn, ...open } = milestone
      return doneOn === undefined ? { ...milestone, doneOn: today() } : open
    })
    return edits.update('orders', order.id, { milestones }, { key: 'change.milestone', params: { name } })
  }
  return (
    <div className={styles.milestones}>
      {order.milestones.map((milestone, index) => {
        const day = milestone.doneOn ?? milestone.dueOn
        return (
          <button
            key={milestone.kind}
            type="button"
            className={styles.milestone}
            data-done={milestone.doneOn !== undefined}
            aria-pressed={milestone.doneOn !== undefined}
            onClick={() => void toggle(index)}
          >
            {text(`milestone.${milestone.kind}`)} {day === undefined ? '' : formats.shortDay(day)}
          </button>
        )
      })}
    </div>
  )
}

/** The amount and what became of it, or of the sample. */
export function TradeEnd({ entry, name }: { entry: TradeEntry; name: string }) {
  const { money } = useMoneyFormats()
  const privacy = useView((view) => view.privacy)
  if (entry.kind === 'sample') return <Outcome sample={entry.record} name={name} />
  if (privacy) return null
  return (
    <>
      <TradeStatus entry={entry} name={name} /> <strong>{money(entry.record.total)}</strong>
    </>
  )
}

/** What they said of the sample, written where it stands; it is from the day on which it is written. */
function Outcome({ sample, name }: { sample: Sample; name: string }) {
  const text = useText()
  const formats = useFormats()
  const edits = useEdits()
  const words = usePrivateWords()
  const { sources } = useNotebook()
  const { outcome = '', outcomeOn } = sample
  const day = outcomeOn !== undefined && <small> {formats.shortDay(outcomeOn)}</small>
  if (words(outcome) !== outcome)
    return (
      <>
        <bdi>{words(outcome)}</bdi>
        {day}
      </>
    )
  const today = () => dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, sources.now())
  return (
    <>
      <KeptInlineText
        draftKey={`${sample.id}-outcome`}
        value={outcome}
        label={text('trade.outcome')}
        hint={text('trade.outcomeHint')}
        onSave={(typed) =>
          edits.update('samples', sample.id, outcomePatch(typed, today()), {
            key: 'change.sampleOutcome',
            params: { name },
          })
        }
      />
      {day}
    </>
  )
}
