import { type Span, type SpanKind, spanDays } from '#shared/timeline/nurtureSpan'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { atDay } from './placing'
import styles from './Timeline.module.css'

const HIGHEST_PX = 34
/** A day with one thing must not look as full as one with forty. */
const LEAST_SCALE = 10

/** What is to be done each day, under the axis. */
export function LoadRow(props: {
  span: Span
  kind: SpanKind
  load: ReadonlyMap<string, number>
  /** How many a day can bear, where the notebook says so. */
  capacity: number | undefined
  today: string
}) {
  const { span, kind, load, capacity, today } = props
  const text = useText()
  const formats = useFormats()
  const most = Math.max(LEAST_SCALE, capacity ?? 0, ...load.values())
  const heightOf = (count: number) => Math.max(2, Math.round((count / most) * HIGHEST_PX))
  const overfull = capacity === undefined ? 0 : [...load.values()].filter((count) => count > capacity).length
  const total = [...load.values()].reduce((sum, count) => sum + count, 0)
  return (
    <div
      className={styles.load}
      role="img"
      aria-label={`${text('load.summary', { count: total, most: Math.max(0, ...load.values()) })} ${
        capacity === undefined ? '' : text('load.capacity', { capacity, overfull })
      }`.trim()}
    >
      <span className={styles.loadName}>
        <strong>{text('load.title')}</strong>
        <small>{text('load.count', { count: total })}</small>
        {capacity !== undefined && <small>{text('load.aDay', { capacity })}</small>}
      </span>
      <div className={styles.track}>
        {capacity !== undefined && (
          <i className={styles.capacity} style={{ insetBlockEnd: heightOf(capacity) }} />
        )}
        {spanDays(span).map((day) => {
          const count = load.get(day) ?? 0
          return count === 0 ? null : (
            <span key={day} className={styles.loadDay} style={atDay(span, day)}>
              {kind !== 'quarter' && <small>{formats.number(count)}</small>}
              <i
                data-past={day < today}
                data-over={capacity !== undefined && count > capacity}
                style={{ blockSize: heightOf(count) }}
              />
            </span>
          )
        })}
      </div>
    </div>
  )
}
