import { Modal, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { BackupInfo } from '#shared/ipc/backup'
import type { Result } from '#shared/result'
import { useFormats } from '../i18n/formats'
import { useErrorText, useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import dialog from '../ui/dialog.module.css'
import type { DifferingCustomer } from '../workers/takeBackProtocol'
import styles from './Backups.module.css'
import { useBackups } from './BackupsContext'
import { DifferingList } from './DifferingList'

/** Shows whose pages differ from a backup and how, and brings back those that are chosen. */
export function TakeBackDialog(props: {
  info: BackupInfo
  onDone: (words: string) => void
  onClose: () => void
}) {
  const { info, onDone, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  const formats = useFormats()
  const backups = useBackups()
  const [found, setFound] = useState<Result<readonly DifferingCustomer[]>>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [query, setQuery] = useState('')
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<string>()

  useEffect(() => {
    let isWanted = true
    void backups.differing(info.id).then((result) => {
      if (isWanted) setFound(result)
    })
    return () => {
      isWanted = false
    }
  }, [backups, info.id])

  const take = async () => {
    setWorking(true)
    const taken = await backups.takeBack(info.id, [...chosen])
    setWorking(false)
    if (!taken.ok) {
      setFailure(taken.error.code)
      return
    }
    onDone(text('takeBack.done', { count: chosen.size }))
    onClose()
  }
  const toggle = (id: string) =>
    setChosen((now) => new Set(now.has(id) ? [...now].filter((each) => each !== id) : [...now, id]))

  const refused = failure ?? (found?.ok === false ? found.error.code : undefined)
  const customers = found?.ok === true ? found.value : []
  return (
    <Modal
      opened
      onClose={working ? () => undefined : onClose}
      title={text('takeBack.title', { when: formats.dayAndTime(info.createdAt) })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
      size="lg"
    >
      <p role="status">
        {found === undefined && text('takeBack.reading')}
        {found?.ok === true && customers.length === 0 && text('takeBack.none')}
      </p>
      {refused !== undefined && (
        <p className={styles.bad} role="alert">
          {text('takeBack.failed', { reason: errorText(refused) })}
        </p>
      )}
      {customers.length > 0 && (
        <Private>
          <p className={dialog.explain}>{text('takeBack.explain')}</p>
          <TextInput
            className={styles.find}
            type="search"
            data-autofocus
            label={text('takeBack.find')}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          <DifferingList customers={customers} query={query} chosen={chosen} onToggle={toggle} />
        </Private>
      )}
      <div className={styles.dialogActions}>
        {customers.length > 0 && (
          <button
            type="button"
            className={dialog.primary}
            disabled={working || chosen.size === 0}
            onClick={() => void take()}
          >
            {text('takeBack.confirm', { count: chosen.size })}
          </button>
        )}
        <button type="button" className={dialog.button} disabled={working} onClick={onClose}>
          {text('action.cancel')}
        </button>
      </div>
    </Modal>
  )
}
