import { Checkbox, Select, TextInput } from '@mantine/core'
import type { CostFilter } from '#shared/costs/costFilter'
import { COST_CATEGORIES, type CostCategory } from '#shared/records/cost'
import { DayInput } from '../i18n/DayInput'
import { useText } from '../i18n/text'
import styles from './Channels.module.css'

/** What narrows the ledger: words, a category, days, and what still lacks its receipt. */
export function CostFilterRow(props: { filter: CostFilter; onChange: (filter: CostFilter) => void }) {
  const { filter, onChange } = props
  const text = useText()
  const set = (patch: Partial<CostFilter>) => onChange({ ...filter, ...patch })
  return (
    <search className={styles.filter}>
      <TextInput
        type="search"
        label={text('costs.search')}
        value={filter.words}
        onChange={(event) => set({ words: event.currentTarget.value })}
      />
      <Select
        clearable
        label={text('costs.category')}
        placeholder={text('costs.everyCategory')}
        data={COST_CATEGORIES.map((value) => ({ value, label: text(`cost.category.${value}`) }))}
        value={filter.category ?? null}
        onChange={(value) => set({ category: (value as CostCategory | null) ?? undefined })}
      />
      <DayInput
        label={text('costs.from')}
        value={filter.from}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <DayInput
        label={text('costs.to')}
        value={filter.to}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
      <Checkbox
        label={text('costs.withoutReceipt')}
        checked={filter.withoutReceipt}
        onChange={(event) => set({ withoutReceipt: event.currentTarget.checked })}
      />
    </search>
  )
}
