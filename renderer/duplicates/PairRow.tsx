import { useEffect, useRef } from 'react'
import type { DuplicatePair } from '#shared/duplicates/duplicatePair'
import { useCustomerName } from '../i18n/names'
import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import type { CustomerLine } from '../store/queries/customerList'
import styles from './Duplicates.module.css'

interface PairRowProps {
  readonly pair: DuplicatePair
  readonly lines: ReadonlyMap<string, CustomerLine> | undefined
  readonly chosen: boolean
  readonly onChoose: () => void
  readonly onCompare: () => void
  readonly onDistinguish: () => void
  readonly onMerge: () => void
}

/** Two names, why they may be one, and what can be done about it. */
export function PairRow(props: PairRowProps) {
  const { pair, lines, chosen } = props
  const text = useText()
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click only moves the mark, which the arrow keys move as well
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      ref={row}
      className={styles.pair}
      aria-current={chosen ? 'true' : undefined}
      onClick={props.onChoose}
    >
      <div className={styles.names}>
        <Side line={lines?.get(pair.aId)} />
        <Side line={lines?.get(pair.bId)} />
      </div>
      <p className={styles.why}>
        <span className={styles.strength} data-strength={pair.strength}>
          {text(`duplicates.strength.${pair.strength}`)}
        </span>
        {pair.reasons.map(({ code, params }) => (
          <span key={code} className={styles.reason}>
            {text(`duplicates.reason.${code}`)} <bdi className={styles.value}>{params.value}</bdi>
          </span>
        ))}
      </p>
      <div className={styles.actions}>
        <button type="button" className={styles.button} aria-keyshortcuts="Enter" onClick={props.onCompare}>
          {text('duplicates.compare')}
        </button>
        <button type="button" className={styles.button} aria-keyshortcuts="N" onClick={props.onDistinguish}>
          {text('duplicates.distinct')}
        </button>
        <button type="button" className={styles.primary} aria-keyshortcuts="M" onClick={props.onMerge}>
          {text('duplicates.merge')}
        </button>
      </div>
    </div>
  )
}

function Side({ line }: { line: CustomerLine | undefined }) {
  const text = useText()
  const nameOf = useCustomerName()
  if (line === undefined) return <span />
  const { customer, person } = line
  const place = [customer.city, customer.country].filter((part) => part !== undefined).join(comma(text))
  return (
    <span className={styles.side}>
      <bdi className={styles.name}>{nameOf(customer)}</bdi>
      <span className={styles.about}>
        <bdi>{person?.fullName}</bdi> <bdi>{place}</bdi>
      </span>
    </span>
  )
}
