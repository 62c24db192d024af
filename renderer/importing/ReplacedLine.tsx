import { PLAN_FIELDS } from '#shared/importing/planFields'
import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import type { ImportTally } from '../store/runImport'
import styles from './Import.module.css'

/** What of the notebook's own would give way, by the rules of the columns. */
export function ReplacedLine({ tally }: { tally: ImportTally }) {
  const text = useText()
  const parts = PLAN_FIELDS.flatMap((field) => {
    const rows = tally.replaced[field]
    return rows === undefined
      ? []
      : [text('import.replacedPart', { what: text(`import.field.${field}`), rows })]
  })
  if (parts.length === 0) return null
  return <p className={styles.replaced}>{text('import.replaced', { what: parts.join(comma(text)) })}</p>
}
