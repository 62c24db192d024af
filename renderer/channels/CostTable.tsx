import { Paperclip, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { costInBase, type FairCosts } from '#shared/costs/fairCosts'
import type { RateTable } from '#shared/money/rates'
import type { Cost } from '#shared/records/cost'
import { costRemark, termWords } from '#shared/reporting/costWords'
import type { ReportWords } from '#shared/reporting/words'
import { useEdits } from '../edits/useEdits'
import { useText } from '../i18n/text'
import sheet from '../ui/sheet.module.css'
import styles from './Channels.module.css'

/** The latest lines are looked at; years of an ad network's days are thousands. */
const SHOWN = 100

/** The cost lines as a ledger, and what each category comes to. */
export function CostTable(props: {
  costs: readonly Cost[]
  perCategory: FairCosts['perCategory']
  base: string
  rates: RateTable
  words: ReportWords
  /** What a line's touchpoint or channel is called, where lines of several stand together. */
  placeOf?: ((cost: Cost) => string | undefined) | undefined
  onEdit: (cost: Cost) => void
}) {
  const { costs, perCategory, base, rates, words, placeOf, onEdit } = props
  const text = useText()
  const edits = useEdits()
  const [all, setAll] = useState(false)
  const remove = (cost: Cost) =>
    void edits.remove('costs', cost.id, {
      key: 'change.costRemoved',
      params: { category: cost.category },
    })
  return (
    <div className={styles.tables}>
      <div>
        <table className={styles.lines}>
          <caption className={styles.caption}>{text('costs.ledger')}</caption>
          <thead>
            <tr>
              <th>{text('costs.day')}</th>
              <th>{text('costs.category')}</th>
              <th>{text('costs.note')}</th>
              <th className={styles.number}>{text('costs.amount')}</th>
              <th className={styles.number}>{text('costs.inBase', { base })}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {costs.slice(0, all ? costs.length : SHOWN).map((cost) => {
              const name = text(`cost.category.${cost.category}`)
              const converted = costInBase(cost, base, rates)
              const remark = costRemark(cost, base, rates, words)
              const term = termWords(cost, words)
              const place = placeOf?.(cost)
              const receipts = (cost.attachmentIds ?? []).length
              const isGap = cost.amount.minor === 0 || (converted !== undefined && 'missing' in converted)
              return (
                <tr key={cost.id}>
                  <td className={styles.day}>{words.date(cost.on)}</td>
                  <td>
                    <button type="button" className={styles.edit} onClick={() => onEdit(cost)}>
                      {name}
                    </button>
                  </td>
                  <td className={styles.remark}>
                    <bdi>{cost.note}</bdi>{' '}
                    {receipts > 0 && (
                      <span className={styles.clip} title={text('costs.receiptCount', { count: receipts })}>
                        <Paperclip size={13} strokeWidth={1.5} aria-hidden="true" />
                        <span className="visually-hidden">
                          {text('costs.receiptCount', { count: receipts })}
                        </span>
                      </span>
                    )}
                    {place !== undefined && <bdi className={styles.quiet}>{place}</bdi>}
                    {[
                      cost.campaign,
                      cost.country === undefined ? undefined : words.country(cost.country),
                      term,
                    ]
                      .filter((part) => part !== undefined)
                      .map((part) => (
                        <bdi key={part} className={styles.quiet}>
                          {part}
                        </bdi>
                      ))}
                    {remark !== undefined && (
                      <span className={isGap ? styles.gap : styles.quiet}>{remark}</span>
                    )}
                  </td>
                  <td className={styles.number}>
                    <bdi>{cost.amount.minor === 0 ? '–' : words.money(cost.amount)}</bdi>
                  </td>
                  <td className={styles.number}>
                    <bdi>
                      {converted === undefined || 'missing' in converted ? '–' : words.money(converted.money)}
                    </bdi>
                  </td>
                  <td>
                    <button
                      type="button"
                      className={styles.icon}
                      aria-label={text('action.remove', { what: name })}
                      onClick={() => remove(cost)}
                    >
                      <Trash2 size={15} strokeWidth={1.5} aria-hidden="true" />
                    </button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        {!all && costs.length > SHOWN && (
          <button type="button" className={sheet.secondary} onClick={() => setAll(true)}>
            {text('costs.showAll', { count: costs.length })}
          </button>
        )}
      </div>
      <table className={styles.categories}>
        <caption className={styles.caption}>{text('report.perCategory')}</caption>
        <tbody>
          {perCategory.map(({ category, scope }) => (
            <tr key={category}>
              <td>{text(`cost.category.${category}`)}</td>
              <td className={styles.number}>
                <bdi>{scope.total.value === undefined ? '–' : words.money(scope.total.value)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
