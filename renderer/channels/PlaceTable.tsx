import type { ReactNode } from 'react'
import type { PlaceFigures } from '#shared/costs/placeFigures'
import type { Figure } from '#shared/measures/figure'
import type { Money } from '#shared/money/values'
import type { ReportWords } from '#shared/reporting/words'
import { useText } from '../i18n/text'
import { useView } from '../view/viewState'
import styles from './Channels.module.css'
import { FigureCell } from './FigureCell'

/** A channel or touchpoint as a row; without an id it can't be edited. */
export interface PlaceLine {
  readonly id?: string
  readonly key: string
  readonly name: string
  readonly about: string
  readonly note?: ReactNode
}

/** Cost and result of several places; a figure that is not known says why. */
export function PlaceTable(props: {
  caption: string
  lines: readonly PlaceLine[]
  whole?: PlaceLine
  figures: ReadonlyMap<string, PlaceFigures>
  words: ReportWords
  onEdit: (id: string) => void
}) {
  const { caption, lines, whole, figures, words, onEdit } = props
  const text = useText()
  const privacy = useView((view) => view.privacy)
  return (
    <table className={`${styles.lines} ${styles.fairs}`}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text('channels.name')}</th>
          <th scope="col" className={`${styles.number} ${styles.countHead}`}>
            {text('channels.leads')}
          </th>
          <th scope="col" className={`${styles.number} ${styles.countHead}`}>
            {text('channels.enquiries')}
          </th>
          <th scope="col" className={`${styles.number} ${styles.countHead}`}>
            {text('channels.newCustomers')}
          </th>
          {!privacy && (
            <>
              <th scope="col" className={`${styles.number} ${styles.moneyHead}`}>
                {text('channels.cost')}
              </th>
              <th scope="col" className={`${styles.number} ${styles.moneyHead}`}>
                {text('channels.cac')}
              </th>
              <th scope="col" className={`${styles.number} ${styles.moneyHead}`}>
                {text('channels.fullCycleCac')}
              </th>
              <th scope="col" className={`${styles.number} ${styles.moneyHead}`}>
                {text('channels.revenue')}
              </th>
              <th scope="col" className={`${styles.number} ${styles.shareHead}`}>
                {text('channels.costShare')}
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {[...lines, ...(whole === undefined ? [] : [whole])].map((line) => (
          <tr key={line.key}>
            <td className={styles.remark}>
              {line.id === undefined ? (
                <strong>{line.name}</strong>
              ) : (
                <button type="button" className={styles.edit} onClick={() => onEdit(line.id ?? '')}>
                  <bdi>{line.name}</bdi>
                </button>
              )}
              <bdi className={styles.quiet}>{line.about}</bdi>
              {!privacy && line.note}
            </td>
            <Figures figures={figures.get(line.key)} privacy={privacy} words={words} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Figures(props: { figures: PlaceFigures | undefined; privacy: boolean; words: ReportWords }) {
  const { figures, privacy, words } = props
  const text = useText()
  if (figures === undefined) return <td colSpan={privacy ? 3 : 8} />
  const { leads, enquiries, acquisition, result, costShare } = figures
  const count = (value: number) => <td className={styles.number}>{words.number(value, 1)}</td>
  const { coverage, cost } = acquisition
  const covered = coverage.value !== undefined && coverage.value < 1 ? coverage.value : undefined
  const money = (figure: Figure<Money>, isFloor: boolean, note?: string) => (
    <FigureCell figure={figure} show={words.money} isFloor={isFloor} note={note} words={words} />
  )
  const isFloor = cost.missingRates.length > 0
  return (
    <>
      {count(leads)}
      {count(enquiries)}
      {count(acquisition.newCustomers)}
      {!privacy && (
        <>
          {money(cost.total, isFloor)}
          {money(
            acquisition.cac,
            isFloor,
            covered === undefined
              ? undefined
              : // 99.6 % must not be shown as all of them.
                text('channels.coverage', { share: words.share(Math.floor(covered * 100) / 100) }),
          )}
          {money(
            acquisition.fullCycleCac,
            isFloor,
            acquisition.minutes > 0
              ? text('channels.hours', { hours: words.number(acquisition.minutes / 60, 1) })
              : undefined,
          )}
          {money(result.revenue, result.leftOut > 0)}
          <FigureCell figure={costShare} show={words.share} isFloor={false} words={words} />
        </>
      )}
    </>
  )
}
