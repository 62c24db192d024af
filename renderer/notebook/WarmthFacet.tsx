import { Tooltip } from '@mantine/core'
import { type Warmth, warmth } from '#shared/measures/warmth'
import { warmthHalfLife, warmthWeights } from '#shared/measures/warmthSettings'
import { dayIn } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import type { CustomerPageData } from '../store/queries/customerPage'
import { notebookSettings } from '../store/queries/nurture'
import { deviceZone } from '../store/TodayContext'
import { useNow } from '../store/useNow'
import { useView } from '../view/viewState'
import styles from './Notebook.module.css'

/** So many talks are named; what the others add stands below them in one sum. */
const NAMED = 5

/**
 * How warm a relationship is, by the weights of the notebook, with the talk that adds most below it and the others behind
 * it. Nothing while a buyer looks: it is an opinion about them.
 */
export function WarmthFacet({ data }: { data: CustomerPageData }) {
  const text = useText()
  const privacy = useView((view) => view.privacy)
  const now = useNow()
  const settings = useRead(async (db) => ({ own: await notebookSettings(db) }), [])
  const lines = useWarmthLines(data)
  if (privacy || settings === undefined) return null
  const { own } = settings
  const told = warmth(data.interactions, now, warmthWeights(own), warmthHalfLife(own)).value
  if (told === undefined) return null
  const score = Math.round(told.score)
  const made = lines(told)
  return (
    <span className={styles.facet}>
      {made.length === 0 ? (
        <strong>{text('brief.warmth', { score })}</strong>
      ) : (
        <Tooltip
          label={made.map((line) => (
            <span key={line} className={styles.warmthLine}>
              {line}
            </span>
          ))}
          multiline
          events={{ hover: true, focus: true, touch: true }}
          withArrow
        >
          <button
            type="button"
            className={styles.plainFigure}
            aria-label={text('customer.warmthFrom', { score })}
          >
            {text('brief.warmth', { score })}
          </button>
        </Tooltip>
      )}
      <small>{made[0] ?? text('customer.warmthNone')}</small>
      {made.length > 1 && <span className="visually-hidden">{made.slice(1).join('; ')}</span>}
    </span>
  )
}

/** What a score is made of, in lines, the talk that weighs most first. */
function useWarmthLines(data: CustomerPageData): (told: Warmth) => readonly string[] {
  const text = useText()
  const formats = useFormats()
  const points = (tenths: number) => formats.signed(tenths / 10)
  return ({ contributions }) => {
    const weighing = contributions
      .filter(({ tenths }) => tenths !== 0)
      .sort((a, b) => Math.abs(b.tenths) - Math.abs(a.tenths))
    const others = weighing.slice(NAMED)
    return [
      ...weighing.slice(0, NAMED).map(({ interactionId, kind, tenths }) => {
        const talk = data.interactions.find(({ id }) => id === interactionId)
        const day = talk === undefined ? '' : formats.shortDay(talk.day ?? dayIn(deviceZone(), talk.at))
        return `${text(`interaction.${kind}`)} ${day} ${points(tenths)}`
      }),
      ...(others.length === 0
        ? []
        : [
            text('customer.warmthRest', {
              count: others.length,
              points: points(others.reduce((sum, { tenths }) => sum + tenths, 0)),
            }),
          ]),
    ]
  }
}
