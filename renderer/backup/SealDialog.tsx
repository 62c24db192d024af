import { Modal } from '@mantine/core'
import { useState } from 'react'
import { PASSPHRASE_MIN_CHARS, passphraseProblem } from '#shared/snapshot/passphrase'
import { useText } from '../i18n/text'
import dialog from '../ui/dialog.module.css'
import styles from './Backups.module.css'
import { PassphraseField, ShowTyped } from './PassphraseField'

/** Asks for the passphrase of a new copy, or of all of the second place, twice, and says what losing it means. */
export function SealDialog({
  of = 'copy',
  onSeal,
  onClose,
}: {
  of?: 'copy' | 'secondPlace'
  onSeal: (passphrase: string) => void
  onClose: () => void
}) {
  const text = useText()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [isShown, setShown] = useState(false)
  const [problem, setProblem] = useState<ReturnType<typeof passphraseProblem>>()

  const seal = () => {
    const found = passphraseProblem(passphrase, again)
    setProblem(found)
    if (found === undefined) onSeal(passphrase)
  }
  const lengthFault =
    problem === 'short' ? text('passphrase.short') : problem === 'long' ? text('passphrase.long') : undefined
  const typed = (set: (value: string) => void) => (value: string) => {
    setProblem(undefined)
    set(value)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={text(of === 'copy' ? 'passphrase.titleNew' : 'secondPlace.sealTitle')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
      size="md"
    >
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          seal()
        }}
      >
        <p className={dialog.explain}>
          {text(of === 'copy' ? 'passphrase.explainNew' : 'secondPlace.sealExplain')}
        </p>
        <PassphraseField
          autoFocus
          label={text('passphrase.name')}
          description={text('passphrase.hint', { count: PASSPHRASE_MIN_CHARS })}
          value={passphrase}
          isShown={isShown}
          error={lengthFault}
          onChange={typed(setPassphrase)}
        />
        <PassphraseField
          label={text('passphrase.again')}
          value={again}
          isShown={isShown}
          error={problem === 'different' ? text('passphrase.different') : undefined}
          onChange={typed(setAgain)}
        />
        <ShowTyped isShown={isShown} onChange={setShown} />
        <p className={styles.warning}>{text(of === 'copy' ? 'passphrase.lost' : 'secondPlace.sealLost')}</p>
        <div className={styles.dialogActions}>
          <button type="submit" className={dialog.primary}>
            {text(of === 'copy' ? 'passphrase.save' : 'secondPlace.sealConfirm')}
          </button>
          <button type="button" className={dialog.button} onClick={onClose}>
            {text('action.cancel')}
          </button>
        </div>
      </form>
    </Modal>
  )
}
