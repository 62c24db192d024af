import { TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useText } from '../i18n/text'

/** One line for a passphrase. The browser neither remembers nor corrects it. */
export function PassphraseField(props: {
  label: string
  value: string
  isShown: boolean
  error?: string | undefined
  description?: string | undefined
  autoFocus?: boolean
  /** Takes the focus as it appears, where no dialog gives it. */
  takesFocus?: boolean
  id?: string
  onChange: (value: string) => void
}) {
  const { label, value, isShown, error, description, autoFocus = false, takesFocus, id, onChange } = props
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (takesFocus === true) field.current?.focus()
  }, [takesFocus])
  return (
    <TextInput
      ref={field}
      {...(id === undefined ? {} : { id })}
      type={isShown ? 'text' : 'password'}
      dir="auto"
      label={label}
      description={description}
      value={value}
      error={error}
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="off"
      spellCheck={false}
      data-autofocus={autoFocus || undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Whether what is typed can be read; for who types alone. */
export function ShowTyped({ isShown, onChange }: { isShown: boolean; onChange: (isShown: boolean) => void }) {
  const text = useText()
  return (
    <label>
      <input type="checkbox" checked={isShown} onChange={(event) => onChange(event.currentTarget.checked)} />{' '}
      {text('passphrase.show')}
    </label>
  )
}
