import styles from './ExportDialog.module.css'

/** One of several, by arrow keys or a click; in a row, or one below the other with a line about each. */
export function RadioList<T extends string>(props: {
  readonly legend: string
  readonly name: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string }[]
  readonly inline?: boolean
  readonly disabled: boolean
  readonly onChange: (value: T) => void
}) {
  const { legend, name, value, options, inline = false, disabled, onChange } = props
  return (
    <fieldset className={inline ? styles.row : styles.column} disabled={disabled}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option} data-chosen={option.value === value || undefined}>
          <input
            type="radio"
            name={name}
            className={styles.radio}
            value={option.value}
            checked={option.value === value}
            data-autofocus={(!inline && option.value === value) || undefined}
            onChange={() => onChange(option.value)}
          />
          <span>
            <bdi>{option.label}</bdi>
            {option.hint !== undefined && <small className={styles.about}>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
