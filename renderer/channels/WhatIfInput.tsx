import { Slider, TextInput } from '@mantine/core'
import { useText } from '../i18n/text'
import styles from './Channels.module.css'

/** Beyond the start there is room to ask "and if it were twice as much?". */
const ROOM = 2
const LEAST_SPAN = 100

/** One number of the calculator, typed or slid; the slider reaches twice as far as what it began with. */
export function WhatIfInput(props: {
  label: string
  value: string
  start: string
  isPercent: boolean
  fault: string | undefined
  onChange: (value: string) => void
}) {
  const { label, value, start, isPercent, fault, onChange } = props
  const text = useText()
  const now = Number(value.replaceAll(',', ''))
  const known = Number.isFinite(now) ? now : 0
  const far = isPercent ? LEAST_SPAN : Math.max(LEAST_SPAN, Math.ceil(Number(start) * ROOM), Math.ceil(known))
  return (
    <div className={styles.input}>
      <TextInput
        dir="ltr"
        inputMode="decimal"
        label={label}
        value={value}
        error={fault}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Slider
        thumbLabel={text('whatIf.slide', { what: label })}
        label={null}
        min={0}
        max={far}
        step={Math.max(1, Math.round(far / 200))}
        value={Math.min(known, far)}
        onChange={(slid) => onChange(String(slid))}
      />
    </div>
  )
}
