import { canBeHashed, type ExportChoice } from '#shared/exporting/exportRequest'
import { useText } from '../i18n/text'
import styles from './ExportDialog.module.css'
import { ListChoice } from './ListChoice'

/** A choice and what becomes of it. */
interface OptionProps {
  readonly choice: ExportChoice
  readonly disabled: boolean
  readonly onChange: (choice: ExportChoice) => void
}

/** What only some forms ask: photos on cards, hashes in audiences, which of our lists a mailing is for. */
export function ExportOptions(props: OptionProps) {
  const { choice, disabled, onChange } = props
  const text = useText()
  const isCard = choice.format === 'vcard3' || choice.format === 'vcard4'
  if (isCard) {
    return (
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={choice.photos}
          disabled={disabled}
          onChange={(event) => onChange({ ...choice, photos: event.currentTarget.checked })}
        />
        {text('export.photos')}
      </label>
    )
  }
  if (choice.subject === 'mailing') return <ListChoice {...props} />
  if (!canBeHashed(choice.format)) return null
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={choice.hashed}
        disabled={disabled}
        onChange={(event) => onChange({ ...choice, hashed: event.currentTarget.checked })}
      />
      <span>
        {text('export.hashed')}
        <small className={styles.about}>{text('export.hashedHint')}</small>
      </span>
    </label>
  )
}
