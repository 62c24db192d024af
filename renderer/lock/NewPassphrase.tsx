import { useState } from 'react'
import { PASSPHRASE_MIN_CHARS, passphraseProblem } from '#shared/snapshot/passphrase'
import { PassphraseField, ShowTyped } from '../backup/PassphraseField'
import { useText } from '../i18n/text'

/** A new passphrase while it is typed, twice. */
export interface NewPassphraseFields {
  readonly passphrase: string
  readonly again: string
  readonly problem: ReturnType<typeof passphraseProblem>
  readonly type: (field: 'passphrase' | 'again', value: string) => void
  /** The passphrase, or undefined where it can't be used; then the fields say why. */
  readonly check: () => string | undefined
}

/** The state behind `NewPassphrase`. */
export function useNewPassphrase(): NewPassphraseFields {
  const [typed, setTyped] = useState({ passphrase: '', again: '' })
  const [problem, setProblem] = useState<ReturnType<typeof passphraseProblem>>()
  return {
    ...typed,
    problem,
    type: (field, value) => {
      setProblem(undefined)
      setTyped((now) => ({ ...now, [field]: value }))
    },
    check: () => {
      const found = passphraseProblem(typed.passphrase, typed.again)
      setProblem(found)
      return found === undefined ? typed.passphrase : undefined
    },
  }
}

/** The two fields of a new passphrase. */
export function NewPassphrase({
  fields,
  takesFocus = false,
}: {
  fields: NewPassphraseFields
  takesFocus?: boolean
}) {
  const text = useText()
  const [isShown, setShown] = useState(false)
  const { problem } = fields
  const lengthFault =
    problem === 'short' ? text('passphrase.short') : problem === 'long' ? text('passphrase.long') : undefined
  return (
    <>
      <PassphraseField
        autoFocus={takesFocus}
        label={text('lock.newPassphrase')}
        description={text('passphrase.hint', { count: PASSPHRASE_MIN_CHARS })}
        value={fields.passphrase}
        isShown={isShown}
        error={lengthFault}
        onChange={(value) => fields.type('passphrase', value)}
      />
      <PassphraseField
        label={text('passphrase.again')}
        value={fields.again}
        isShown={isShown}
        error={problem === 'different' ? text('passphrase.different') : undefined}
        onChange={(value) => fields.type('again', value)}
      />
      <ShowTyped isShown={isShown} onChange={setShown} />
    </>
  )
}
