import { ruleKeyOf, rulesOffered, USUAL_RULE } from '#shared/importing/overwriteRules'
import type { ColumnReading } from '#shared/importing/reading'
import { useText } from '../i18n/text'
import { useImportDesk } from '../store/ImportDeskContext'
import type { ColumnChoices } from './columnChoices'
import styles from './Import.module.css'

/** What a column may do where the notebook says something already. Columns whose values are only ever added have none. */
export function RuleSelect(props: {
  file: ColumnChoices
  column: ColumnReading
  /** What the column is called on the screen. */
  name: string
}) {
  const { file, column, name } = props
  const { summary } = file
  const text = useText()
  const desk = useImportDesk()
  const key = ruleKeyOf(column, summary)
  if (key === undefined) return null
  const offered = rulesOffered(key, summary.columns)
  const chosen = offered.find((rule) => rule === file.rules?.[key]) ?? USUAL_RULE
  return (
    <select
      className={styles.ruleSelect}
      aria-label={text('import.ruleOf', { column: name })}
      disabled={file.isBusy}
      value={chosen}
      data-usual={chosen === USUAL_RULE}
      onChange={(event) => {
        const rule = offered.find((one) => one === event.currentTarget.value)
        if (rule !== undefined) void desk.choose(file.token, { rules: { ...file.rules, [key]: rule } })
      }}
    >
      {offered.map((rule) => (
        <option key={rule} value={rule}>
          {text(`import.rule.${rule}`)}
        </option>
      ))}
    </select>
  )
}
