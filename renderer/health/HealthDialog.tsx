import { Modal } from '@mantine/core'
import { useState } from 'react'
import { worstState } from '#shared/health/finding'
import { useErrorText, useText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import dialog from '../ui/dialog.module.css'
import { useHealthView } from '../view/healthView'
import styles from './Health.module.css'
import { HealthFindings } from './HealthFindings'
import { SupportSection } from './SupportSection'
import { type HealthStage, useHealthCheck } from './useHealthCheck'

/** "Is my notebook healthy?": what is looked at, how far it is, and what was found. `reload` starts the window anew. */
export function HealthDialog({ reload }: { readonly reload: () => Promise<void> }) {
  const isOpen = useHealthView((view) => view.isOpen)
  return isOpen ? <OpenDialog reload={reload} /> : null
}

function OpenDialog({ reload }: { readonly reload: () => Promise<void> }) {
  const text = useText()
  const show = useHealthView((view) => view.show)
  const { stage, start, stop } = useHealthCheck()
  const close = () => show(false)
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={text('health.title')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <div className={dialog.dialog}>
        <Stage stage={stage} reload={reload} />
        <div className={`${dialog.actions} ${dialog.foot}`}>
          {stage.kind === 'checking' ? (
            <button type="button" className={dialog.button} data-autofocus onClick={stop}>
              {text('health.stop')}
            </button>
          ) : (
            <>
              <button type="button" className={dialog.primary} data-autofocus onClick={() => void start()}>
                {text(stage.kind === 'done' ? 'health.again' : 'health.start')}
              </button>
              <button type="button" className={dialog.button} onClick={close}>
                {text('action.close')}
              </button>
            </>
          )}
        </div>
        {stage.kind !== 'checking' && (
          <SupportSection
            findings={stage.kind === 'done' ? stage.report.findings : undefined}
            key={stage.kind}
          />
        )}
      </div>
    </Modal>
  )
}

function Stage({ stage, reload }: { readonly stage: HealthStage; readonly reload: () => Promise<void> }) {
  const text = useText()
  if (stage.kind === 'asking')
    return (
      <>
        <p className={dialog.explain}>{text('health.explain')}</p>
        <p className={dialog.explain} role="status">
          {stage.wasGivenUp && text('health.stopped')}
        </p>
      </>
    )
  if (stage.kind === 'checking') {
    const { step, done, total } = stage.progress
    const sentence = text('health.checking', { step: text(`health.step.${step}`) })
    return (
      <div className={styles.progress}>
        <span role="status">{sentence}</span>
        <progress
          className={dialog.bar}
          aria-label={sentence}
          {...(total > 0 ? { value: done, max: total } : {})}
        />
      </div>
    )
  }
  const { findings, canRebuild } = stage.report
  const state = worstState(findings)
  return (
    <>
      <p className={styles.verdict} data-state={state} role="status">
        {text(`health.verdict.${state}`)}
      </p>
      <HealthFindings findings={findings} />
      {canRebuild && <Rebuild reload={reload} />}
    </>
  )
}

/** The one thing that can be done from here: the index is built anew from the journal, which is whole. */
function Rebuild({ reload }: { readonly reload: () => Promise<void> }) {
  const text = useText()
  const errorText = useErrorText()
  const { call } = useBridge()
  const [failure, setFailure] = useState<string>()
  const rebuild = async () => {
    // Naming no index makes the next start build a new one.
    const named = await call['journal:useDatabase']('')
    if (named.ok) await reload()
    else setFailure(named.error.code)
  }
  return (
    <div className={styles.rebuild}>
      <p>{text('health.rebuildHint')}</p>
      <button type="button" className={dialog.button} onClick={() => void rebuild()}>
        {text('health.rebuild')}
      </button>
      {failure !== undefined && (
        <p className={dialog.bad} role="alert">
          {errorText(failure)}
        </p>
      )}
    </div>
  )
}
