import type { ChosenField, Side } from '#shared/merging/joinFields'
import type { Customer } from '#shared/records/customer'
import { useCountryName } from '../i18n/countryName'
import { useText } from '../i18n/text'
import styles from './MergeDialog.module.css'

interface FieldChoiceProps {
  readonly field: ChosenField
  readonly winner: Customer
  readonly loser: Customer
  readonly side: Side
  readonly onChoose: (side: Side) => void
}

/** One field on which the two pages differ. */
export function FieldChoice({ field, winner, loser, side, onChoose }: FieldChoiceProps) {
  const text = useText()
  return (
    <div className={styles.field} role="radiogroup" aria-label={text(`merge.field.${field}`)}>
      <span className={styles.legend}>{text(`merge.field.${field}`)}</span>
      {([winner, loser] as const).map((customer, index) => {
        const own: Side = index === 0 ? 'winner' : 'loser'
        return (
          <label key={own} className={styles.choice} data-chosen={side === own}>
            <input type="radio" name={field} checked={side === own} onChange={() => onChoose(own)} />
            <FieldValue field={field} customer={customer} />
          </label>
        )
      })}
    </div>
  )
}

function FieldValue({ field, customer }: { field: ChosenField; customer: Customer }) {
  const text = useText()
  const countryName = useCountryName()
  const { country, stage, grade } = customer
  if (customer[field] === undefined) return <span className={styles.absent}>–</span>
  if (field === 'country' && country !== undefined) return <bdi>{countryName(country)}</bdi>
  if (field === 'stage') return <span>{text(`stage.${stage}`)}</span>
  if (field === 'grade' && grade !== undefined)
    return (
      <span>
        {grade} {text(`grade.${grade}`)}
      </span>
    )
  return <bdi>{customer[field]}</bdi>
}
