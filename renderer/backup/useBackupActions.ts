import { useState } from 'react'
import type { BackupInfo } from '#shared/ipc/backup'
import { useFormats } from '../i18n/formats'
import { useErrorText, useText } from '../i18n/text'
import type { Backups } from './backups'

/** What the last action came to, in words. */
interface Told {
  readonly words: string
  readonly isBad: boolean
}

/** The actions of the backups' page, each telling what it came to. */
export function useBackupActions(backups: Backups) {
  const text = useText()
  const errorText = useErrorText()
  const formats = useFormats()
  const [working, setWorking] = useState(false)
  const [told, setTold] = useState<Told>()
  const [isSealed, setSealed] = useState(false)

  /** Runs one action at a time; `undefined` says that the person thought better of it. */
  const run = async (action: () => Promise<Told | undefined>) => {
    setWorking(true)
    setTold(await action())
    setWorking(false)
  }
  const good = (words: string): Told => ({ words, isBad: false })
  const bad = (words: string): Told => ({ words, isBad: true })

  const takeNow = () =>
    run(async () => {
      const taken = await backups.take('manual')
      return taken.ok
        ? good(text('backup.takenNow'))
        : bad(text('backup.failed', { reason: errorText(taken.error.code) }))
    })

  const openFile = () =>
    run(async () => {
      const opened = await backups.openFile()
      if (!opened.ok) return bad(text('backup.openFailed', { reason: errorText(opened.error.code) }))
      if (opened.value?.kind === 'opened') return good(text('backup.openedFile'))
      setSealed(opened.value?.kind === 'sealed')
      return undefined
    })

  /** The backup that was opened from outside; `preview` is shown what is in it. */
  const openGiven = (preview: (info: BackupInfo) => void) =>
    run(async () => {
      const opened = await backups.openGiven()
      if (!opened.ok) return bad(text('backup.openFailed', { reason: errorText(opened.error.code) }))
      setSealed(opened.value?.kind === 'sealed')
      if (opened.value?.kind !== 'opened') return undefined
      preview(opened.value.info)
      return good(text('backup.openedFile'))
    })

  /** Sealed, when there is a passphrase. */
  const saveCopy = (id: string, passphrase?: string) =>
    run(async () => {
      const saved = await backups.saveCopy(id, passphrase)
      if (!saved.ok) return bad(text('backup.copyFailed', { reason: errorText(saved.error.code) }))
      if (saved.value === null) return undefined
      const { sizeBytes, files, missingFiles } = saved.value
      const size = formats.bytes(sizeBytes)
      return missingFiles > 0
        ? bad(text('backup.copiedWithout', { size, missing: missingFiles }))
        : good(text('backup.copied', { size, files }))
    })

  /** The file that was chosen wants its passphrase. */
  const sealed = {
    isAsking: isSealed,
    opened: () => {
      setSealed(false)
      setTold(good(text('backup.openedFile')))
    },
    leave: () => setSealed(false),
  }

  /** Tells what went well elsewhere. */
  const say = (words: string) => setTold(good(words))

  return { working, told, takeNow, openFile, openGiven, saveCopy, sealed, say }
}
