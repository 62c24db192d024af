import { useEffect, useState } from 'react'
import type { ErasureProgress } from '#shared/erasing/request'
import { useText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import dialog from '../ui/dialog.module.css'
import styles from './Erase.module.css'

/** That an erasure is under way, and how far: the backups are read, then each is written anew. */
export function ErasureProgressLine({ isWorking }: { readonly isWorking: boolean }) {
  const text = useText()
  const { on } = useBridge()
  const [progress, setProgress] = useState<ErasureProgress>()
  useEffect(() => on('erasure:progress', setProgress), [on])
  const stage = progress === undefined ? '' : text(`erase.stage.${progress.stage}`)
  return (
    <>
      <p role="status" className={styles.told}>
        {isWorking ? `${text('erase.working')} ${stage}` : ''}
      </p>
      {isWorking && (
        <progress
          className={dialog.bar}
          aria-label={stage || text('erase.working')}
          {...(progress === undefined || progress.total === 0
            ? {}
            : { value: progress.done, max: progress.total })}
        />
      )}
    </>
  )
}
