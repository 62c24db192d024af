import { Fragment, useState } from 'react'
import type { ListMonth } from '#shared/measures/listGrowth'
import type { Carrier } from '#shared/records/carrier'
import type { ReportWords } from '#shared/reporting/words'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import type { CarriersAnswer } from '../workers/carrierReader'
import styles from './CarriersTab.module.css'
import { useCarrierName } from './useCarrierName'

/** A year of months is enough to see where a list goes. */
const MONTHS_SHOWN = 12

/** Each carrier with its members, its reach and this month; its months behind a click. */
export function CarrierTable(props: {
  carriers: readonly Carrier[]
  figures: CarriersAnswer | undefined
  words: ReportWords
  onEdit: (carrier: Carrier) => void
}) {
  const { carriers, figures, words, onEdit } = props
  const text = useText()
  const formats = useFormats()
  const nameOf = useCarrierName()
  const [openId, setOpenId] = useState<string>()
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text('membership.carrier')}</th>
            <th scope="col">{text('carrier.field.rank')}</th>
            <NumberHead>{text('carriers.column.members')}</NumberHead>
            <NumberHead>{text('carriers.column.reach')}</NumberHead>
            <NumberHead>{text('carriers.column.share')}</NumberHead>
            <th scope="col">{text('carriers.column.month')}</th>
            <NumberHead>{text('carriers.column.joined')}</NumberHead>
            <NumberHead>{text('carriers.column.left')}</NumberHead>
            <NumberHead>{text('carriers.column.growth')}</NumberHead>
          </tr>
        </thead>
        <tbody>
          {carriers.map((carrier) => {
            const reach = figures?.reach.get(carrier.id)
            const months = figures?.months.get(carrier.id) ?? []
            const last = months.at(-1)
            const name = nameOf(carrier)
            return (
              <Fragment key={carrier.id}>
                <tr>
                  <th scope="row">
                    <button
                      type="button"
                      className={styles.edit}
                      aria-label={text('carrier.edit', { name })}
                      onClick={() => onEdit(carrier)}
                    >
                      <bdi>
                        {carrier.retiredAt === undefined ? name : text('carrier.name.retired', { name })}
                      </bdi>
                    </button>
                    <small>
                      {text(`carrier.kind.${carrier.kind}`)}
                      {carrier.region !== undefined && (
                        <>
                          {' · '}
                          <bdi>{carrier.region}</bdi>
                        </>
                      )}
                    </small>
                  </th>
                  <td>{carrier.rank === undefined ? '' : text(`carrier.rank.${carrier.rank}`)}</td>
                  <td className={styles.number}>
                    {figures === undefined ? '' : formats.number(reach?.members ?? 0)}
                  </td>
                  <td className={styles.number}>
                    {figures === undefined ? '' : formats.number(reach?.reached ?? 0)}
                  </td>
                  <td className={styles.number}>
                    {reach?.share.value === undefined ? '' : words.share(reach.share.value)}
                  </td>
                  <td>
                    {last !== undefined && (
                      <button
                        type="button"
                        className={styles.link}
                        aria-expanded={openId === carrier.id}
                        onClick={() => setOpenId(openId === carrier.id ? undefined : carrier.id)}
                      >
                        {formats.month(`${last.month}-01`)}
                      </button>
                    )}
                  </td>
                  <MonthCells month={last} words={words} />
                </tr>
                {openId === carrier.id && (
                  <tr>
                    <td colSpan={9}>
                      <Months name={name} months={months} words={words} />
                    </td>
                  </tr>
                )}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** The head of a column of figures: it stands at their end. */
function NumberHead({ children }: { children: string }) {
  return (
    <th scope="col" className={styles.number}>
      {children}
    </th>
  )
}

/** Joined, left and growth of one month; where there is no growth, why. */
function MonthCells({ month, words }: { month: ListMonth | undefined; words: ReportWords }) {
  const formats = useFormats()
  if (month === undefined) {
    return (
      <>
        <td />
        <td />
        <td />
      </>
    )
  }
  const { value, reason } = month.growth
  return (
    <>
      <td className={styles.number}>{formats.number(month.joined)}</td>
      <td className={styles.number}>{formats.number(month.left)}</td>
      {value === undefined ? (
        <td
          className={styles.number}
          title={reason === undefined ? undefined : words.message(reason.code, reason.params)}
        >
          –
        </td>
      ) : (
        <td className={styles.number}>{words.share(value)}</td>
      )}
    </>
  )
}

function Months(props: { name: string; months: readonly ListMonth[]; words: ReportWords }) {
  const text = useText()
  const formats = useFormats()
  return (
    <table className={styles.table}>
      <caption>{text('carriers.months', { name: props.name })}</caption>
      <thead>
        <tr>
          <th scope="col">{text('carriers.column.month')}</th>
          <NumberHead>{text('carriers.column.joined')}</NumberHead>
          <NumberHead>{text('carriers.column.left')}</NumberHead>
          <NumberHead>{text('carriers.column.growth')}</NumberHead>
          <NumberHead>{text('carriers.column.size')}</NumberHead>
        </tr>
      </thead>
      <tbody>
        {props.months
          .slice(-MONTHS_SHOWN)
          .reverse()
          .map((month) => (
            <tr key={month.month}>
              <th scope="row">{formats.month(`${month.month}-01`)}</th>
              <MonthCells month={month} words={props.words} />
              <td className={styles.number}>{formats.number(month.sizeAtStart + month.net)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
