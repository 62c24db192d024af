import type { PriceMemory } from '#shared/trade/priceMemory'
import { useText } from '../i18n/text'
import { useView } from '../view/viewState'
import styles from './TradeDialog.module.css'
import { usePriceWords } from './usePriceWords'

/** Under a line of a quote or order: what was last asked of this customer for it, and of anyone. */
export function PriceHint({ memory }: { memory: PriceMemory | undefined }) {
  const text = useText()
  const words = usePriceWords()
  const privacy = useView((view) => view.privacy)
  if (privacy || memory === undefined || memory.ranges.length === 0) return null
  return (
    <tr>
      <td colSpan={3} className={styles.hint}>
        <p>{memory.last === undefined ? text('prices.lastNone') : words.last(memory.last)}</p>
        {memory.ranges.map((range) => (
          <p key={`${range.currency} ${range.unit}`}>{words.range(range)}</p>
        ))}
      </td>
    </tr>
  )
}
