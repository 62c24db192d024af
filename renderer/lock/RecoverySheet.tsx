import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useFormats } from '../i18n/formats'
import { useErrorText, useText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import dialog from '../ui/dialog.module.css'
import styles from './Lock.module.css'

/**
 * The recovery code, once: to be printed, saved or written down. Whoever goes on has typed its last group from what they
 * have kept, and says that it is kept.
 */
export function RecoverySheet({
  code,
  confirm,
  explain,
  onKept,
  onCancel,
}: {
  code: string
  /** What the button says that goes on. */
  confirm: string
  explain?: string
  onKept: () => void
  onCancel?: () => void
}) {
  const text = useText()
  const errorText = useErrorText()
  const formats = useFormats()
  const bridge = useBridge()
  const [madeAt] = useState(() => Date.now())
  const [typed, setTyped] = useState('')
  const [isKept, setKept] = useState(false)
  const [fault, setFault] = useState<string>()
  const [told, setTold] = useState('')
  const groups = code.split('-')
  const made = text('lock.sheetMade', { when: formats.dayAndTime(madeAt) })

  const save = async () => {
    const title = text('lock.sheetTitle')
    const lines = [title, made, '', code, '', text('lock.sheetUse'), '', text('lock.honest'), '']
    const saved = await bridge.call['export:saveText']('txt', title, lines.join('\n'))
    if (!saved.ok) setTold(errorText(saved.error.code))
    else if (saved.value !== null) setTold(text('lock.sheetSaved'))
  }
  const goOn = () => {
    if (typed.trim().toUpperCase() !== groups.at(-1)) setFault(text('lock.groupWrong'))
    else if (isKept) onKept()
  }

  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault()
        goOn()
      }}
    >
      <p>{text('lock.sheetExplain')}</p>
      <section className={styles.sheet} aria-label={text('lock.sheetTitle')}>
        <h2 className={styles.sheetTitle}>{text('lock.sheetTitle')}</h2>
        <p className={styles.small}>{made}</p>
        <ol className={styles.codeShown} dir="ltr" data-testid="recovery-code">
          {groups.map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the eight groups stand where they stand, and two may be alike
            <li key={index}>{group}</li>
          ))}
        </ol>
        <p className={styles.small}>{text('lock.sheetUse')}</p>
        <p className={styles.small}>{text('lock.honest')}</p>
      </section>
      <div className={styles.actions}>
        <button type="button" className={dialog.button} onClick={() => window.print()}>
          {text('lock.print')}
        </button>
        <button type="button" className={dialog.button} onClick={() => void save()}>
          {text('lock.saveSheet')}
        </button>
      </div>
      <p className={styles.told} role="status">
        {told}
      </p>
      <TextInput
        dir="ltr"
        classNames={{ input: styles.code }}
        label={text('lock.lastGroup')}
        value={typed}
        error={fault}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setFault(undefined)
          setTyped(event.currentTarget.value)
        }}
      />
      <label>
        <input type="checkbox" checked={isKept} onChange={(event) => setKept(event.currentTarget.checked)} />{' '}
        {text('lock.kept')}
      </label>
      {explain !== undefined && <p>{explain}</p>}
      <div className={styles.actions}>
        <button type="submit" className={dialog.primary} disabled={!isKept || typed === ''}>
          {confirm}
        </button>
        {onCancel !== undefined && (
          <button type="button" className={dialog.button} onClick={onCancel}>
            {text('action.cancel')}
          </button>
        )}
      </div>
    </form>
  )
}
