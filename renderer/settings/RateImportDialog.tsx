import { Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { PASTE_MAX_CHARS } from '#shared/ipc/importing'
import { valuesOf } from '../i18n/messageValues'
import { useErrorText, useText } from '../i18n/text'
import styles from './Money.module.css'
import { RateImportChoice } from './RateImportChoice'
import { useRateFile } from './useRateFile'

/** Takes exchange rates in from a file or a text: first what is in it, then what is wanted of it. */
export function RateImportDialog({ onClose }: { onClose: () => void }) {
  const text = useText()
  const errorText = useErrorText()
  const file = useRateFile()
  const [pasted, setPasted] = useState('')
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={text('rates.import')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      {file.sheet === undefined ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same for the keyboard
        <div
          className={styles.dropRates}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            const [dropped] = event.dataTransfer.files
            if (dropped === undefined) return
            // Kept from the window, which would take it for a list of customers.
            event.preventDefault()
            void file.drop(dropped)
          }}
        >
          <p className={styles.hint}>{text('rates.importHint')}</p>
          <button
            type="button"
            className={styles.save}
            data-autofocus
            disabled={file.busy}
            onClick={() => void file.pick()}
          >
            {text('rates.choose')}
          </button>
          <form
            className={styles.pasteRates}
            onSubmit={(event) => {
              event.preventDefault()
              void file.paste(text('import.paste.name'), pasted)
            }}
          >
            <Textarea
              dir="ltr"
              rows={5}
              spellCheck={false}
              maxLength={PASTE_MAX_CHARS}
              label={text('rates.paste')}
              placeholder={'2026-11-27\tUSD/CNY\t7.0796'}
              value={pasted}
              onChange={(event) => setPasted(event.currentTarget.value)}
            />
            <button type="submit" className={styles.add} disabled={file.busy || pasted.trim() === ''}>
              {text('rates.look')}
            </button>
          </form>
        </div>
      ) : (
        <RateImportChoice sheet={file.sheet} onClose={onClose} />
      )}
      <div aria-live="polite">
        {file.busy && <p className={styles.hint}>{text('rates.reading')}</p>}
        {file.error !== undefined && (
          <p className={styles.fault}>{errorText(file.error.code, valuesOf(file.error.params))}</p>
        )}
      </div>
    </Modal>
  )
}
