import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useErrorText, useText } from '../i18n/text'
import styles from './Money.module.css'

/** A whole number of the notebook's settings, empty for what holds by itself. Kept on leaving the field and on Enter. */
export function NumberRow(props: {
  name: 'cap' | 'capacity' | 'rateAge' | 'halfLife' | 'retention'
  value: number | undefined
  least: number
  most: number
  onSave: (value: number | undefined) => void
}) {
  const { name, value, least, most, onSave } = props
  const text = useText()
  const errorText = useErrorText()
  const [typed, setTyped] = useState(value === undefined ? '' : String(value))
  const [fault, setFault] = useState(false)
  const keep = () => {
    const number = typed.trim() === '' ? undefined : Number(typed)
    const isFine = number === undefined || (Number.isInteger(number) && number >= least && number <= most)
    setFault(!isFine)
    if (isFine && number !== value) onSave(number)
  }
  return (
    <div className={styles.row}>
      <label htmlFor={`settings-${name}`}>{text(`settings.${name}`)}</label>
      <TextInput
        id={`settings-${name}`}
        dir="ltr"
        inputMode="numeric"
        w={360}
        maw="100%"
        description={text(`settings.${name}Hint`)}
        value={typed}
        error={fault ? errorText('days.number') : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep()
        }}
      />
    </div>
  )
}
