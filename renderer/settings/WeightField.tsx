import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { WARMTH_WEIGHTS } from '#shared/measures/warmth'
import { weightFromTyped } from '#shared/measures/warmthSettings'
import type { Interaction, InteractionKind } from '#shared/records/interaction'
import { useErrorText, useText } from '../i18n/text'

/** The points of one kind of talk; emptied, it has the shipped ones again. What was changed says what was shipped. */
export function WeightField(props: {
  kind: InteractionKind
  direction: Interaction['direction']
  points: number
  onSave: (points: number | undefined) => void
}) {
  const { kind, direction, points, onSave } = props
  const text = useText()
  const errorText = useErrorText()
  const shipped = WARMTH_WEIGHTS[kind][direction]
  const [typed, setTyped] = useState(String(points))
  const [fault, setFault] = useState<string>()
  const keep = () => {
    const weight = weightFromTyped(typed)
    setFault(weight.ok ? undefined : errorText(weight.error.code))
    if (!weight.ok) return
    const next = weight.value ?? shipped
    if (next === points) setTyped(String(points))
    else onSave(weight.value)
  }
  return (
    <TextInput
      dir="ltr"
      size="xs"
      w={96}
      inputMode="decimal"
      aria-label={text('settings.warmth.weight', {
        talk: text(`interaction.${kind}`),
        who: text(`settings.warmth.${direction}`),
      })}
      description={points === shipped ? undefined : text('settings.warmth.shipped', { points: shipped })}
      inputWrapperOrder={['input', 'description', 'error']}
      value={typed}
      error={fault}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
      }}
    />
  )
}
