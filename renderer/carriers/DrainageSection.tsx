import { Modal } from '@mantine/core'
import { useState } from 'react'
import { DRAINAGE_STEPS, type DrainageRow, type DrainageStep } from '#shared/measures/drainageSteps'
import type { ReportWords } from '#shared/reporting/words'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import { useRead } from '../store/NotebookContext'
import type { CarrierBook } from '../store/queries/carriers'
import { customerNames } from '../store/queries/customerPage'
import { useView } from '../view/viewState'
import type { CarriersAnswer } from '../workers/carrierReader'
import styles from './CarriersTab.module.css'

/** The customers behind one number, and what the number is called. */
interface Behind {
  readonly title: string
  readonly ids: readonly string[]
}

/** From met to ordered, for each touchpoint and for each offer: numbers with bars, the customers behind a click. */
export function DrainageSection(props: { book: CarrierBook; figures: CarriersAnswer; words: ReportWords }) {
  const { book, figures, words } = props
  const text = useText()
  const [behind, setBehind] = useState<Behind>()
  const named = (records: readonly { readonly id: string; readonly name: string }[]) =>
    new Map(records.map(({ id, name }) => [id, name]))
  return (
    <section className={styles.drainage}>
      <h2 className={styles.heading}>{text('carriers.drainage.title')}</h2>
      {figures.touchpoints.length === 0 && figures.offers.length === 0 ? (
        <p className={styles.note}>{text('carriers.drainage.none')}</p>
      ) : (
        <>
          <p className={styles.note}>{text('carriers.drainage.what')}</p>
          <DrainageTable
            caption={text('carriers.drainage.touchpoints')}
            rows={figures.touchpoints}
            names={named(book.touchpoints)}
            words={words}
            onBehind={setBehind}
          />
          <DrainageTable
            caption={text('carriers.drainage.offers')}
            rows={figures.offers}
            names={named(book.offers)}
            words={words}
            onBehind={setBehind}
          />
        </>
      )}
      {behind !== undefined && <BehindDialog behind={behind} onClose={() => setBehind(undefined)} />}
    </section>
  )
}

function DrainageTable(props: {
  caption: string
  rows: readonly DrainageRow[]
  names: ReadonlyMap<string, string>
  words: ReportWords
  onBehind: (behind: Behind) => void
}) {
  const { rows, names, words, onBehind } = props
  const text = useText()
  const formats = useFormats()
  if (rows.length === 0) return null
  return (
    <div className={styles.scroll}>
      <table className={`${styles.table} ${styles.funnel}`}>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text('carriers.drainage.place')}</th>
            {DRAINAGE_STEPS.map((step) => (
              <th key={step} scope="col">
                {text(`carriers.step.${step}`)}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              {text('carriers.drainage.rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const place = names.get(row.place) ?? text('carriers.unknown')
            return (
              <tr key={row.place}>
                <th scope="row">
                  <bdi>{place}</bdi>
                  {row.withoutConsent > 0 && (
                    <small>{text('carriers.drainage.withoutYes', { count: row.withoutConsent })}</small>
                  )}
                </th>
                {DRAINAGE_STEPS.map((step) => {
                  const count = countOf(row, step)
                  const title = text('carriers.drainage.of', { place, step: text(`carriers.step.${step}`) })
                  return (
                    <td key={step}>
                      {count === 0 ? (
                        <span className={styles.zero}>{formats.number(0)}</span>
                      ) : (
                        <button
                          type="button"
                          className={styles.link}
                          aria-label={`${title} ${formats.number(count)}`}
                          onClick={() => onBehind({ title, ids: row.behind[step] })}
                        >
                          {formats.number(count)}
                        </button>
                      )}
                      <span
                        aria-hidden="true"
                        className={styles.bar}
                        style={{ inlineSize: `${Math.round((Math.min(count, row.met) / row.met) * 100)}%` }}
                      />
                    </td>
                  )
                })}
                <td className={styles.number}>
                  {row.rate.value === undefined ? '–' : words.share(row.rate.value)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function countOf(row: DrainageRow, step: DrainageStep): number {
  if (step === 'met' || step === 'offered' || step === 'joined') return row[step]
  return row.behind[step].length
}

function BehindDialog({ behind, onClose }: { behind: Behind; onClose: () => void }) {
  const text = useText()
  const openCustomer = useView((view) => view.openCustomer)
  const names = useRead((db) => customerNames(db, behind.ids), [behind.ids])
  return (
    <Modal
      opened
      onClose={onClose}
      title={behind.title}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <Private>
        <ul className={styles.behind}>
          {[...(names ?? [])].map(([id, name]) => (
            <li key={id}>
              <button type="button" className={styles.link} onClick={() => openCustomer(id)}>
                <bdi>{name || text('lead.unnamed')}</bdi>
              </button>
            </li>
          ))}
        </ul>
      </Private>
    </Modal>
  )
}
