import { type CostForm, costFromForm } from '#shared/costs/costForm'
import { costInBase } from '#shared/costs/fairCosts'
import { rateTable } from '#shared/money/rates'
import { missingRateWords } from '#shared/reporting/costWords'
import type { ReportWords } from '#shared/reporting/words'
import { useText } from '../i18n/text'
import type { CostBook } from '../store/queries/costs'
import styles from './Channels.module.css'

/** What the typed amount is, read back, and what it is in the base currency: a slip shows before it is saved. */
export function CostPreview({ form, book, words }: { form: CostForm; book: CostBook; words: ReportWords }) {
  const text = useText()
  const fields = costFromForm(form)
  if (!fields.ok || fields.value.amount.minor === 0) return <p className={styles.preview} />
  const { amount, on } = fields.value
  const converted = costInBase({ amount, on }, book.base, rateTable(book.rates, book))
  const shown = words.money(amount)
  if (converted !== undefined && 'missing' in converted) {
    return (
      <p className={styles.preview}>
        <bdi>{shown}</bdi>. <span className={styles.gap}>{missingRateWords(converted.missing, words)}</span>
      </p>
    )
  }
  return (
    <p className={styles.preview}>
      {converted === undefined || amount.currency === book.base
        ? shown
        : text('costs.preview', { amount: shown, base: words.money(converted.money), day: words.day(on) })}
    </p>
  )
}
