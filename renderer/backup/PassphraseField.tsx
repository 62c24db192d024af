import { TextInput } from '@mantine/core'
import { useText } from '../i18n/text'

/** One line for a passphrase. The browser neither remembers nor corrects it. */
export function PassphraseField(props: {
  label: string
  value: string
  isShown: boolean
  error?: string | undefined
  description?: string | undefined
  autoFocus?: boolean
  onChange: (value: string) => void
}) {
  const { label, value, isShown, error, description, autoFocus = false, onChange } = props
  return (
    <TextInput
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
