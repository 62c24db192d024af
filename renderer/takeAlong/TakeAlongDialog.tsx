import { Modal } from '@mantine/core'
import type { MessageKey } from '#shared/i18n/catalogues'
import { useErrorText, useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import { useRead } from '../store/NotebookContext'
import { liveCounts } from '../store/queries/liveCounts'
import dialog from '../ui/dialog.module.css'
import styles from './TakeAlong.module.css'
import { TakeAlongDone } from './TakeAlongDone'
import { type TakeAlongStage, useTakeAlong } from './useTakeAlong'

const HOLDS: readonly MessageKey[] = [
  'takeAlong.holds.index',
  'takeAlong.holds.tables',
  'takeAlong.holds.cards',
  'takeAlong.holds.pages',
  'takeAlong.holds.attachments',
  'takeAlong.holds.csv',
  'takeAlong.holds.data',
  'takeAlong.holds.manifest',
]

/** What leaves and in which forms, told before anything is written; then how far it is, and what became of it. */
export function TakeAlongDialog({ onClose }: { onClose: () => void }) {
  const text = useText()
  const { stage, save, stop } = useTakeAlong()
  const isWorking = stage.kind === 'writing' || stage.kind === 'checking'
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={text('takeAlong.title')}
      closeOnEscape={!isWorking}
      closeOnClickOutside={!isWorking}
      withCloseButton={!isWorking}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <Private>
        <div className={dialog.dialog}>
          <Stage stage={stage} onSave={() => void save()} onStop={stop} onClose={onClose} />
        </div>
      </Private>
    </Modal>
  )
}

function Stage(props: {
  stage: TakeAlongStage
  onSave: () => void
  onStop: () => void
  onClose: () => void
}) {
  const { stage, onSave, onStop, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  switch (stage.kind) {
    case 'asking':
      return (
        <>
          <Notice />
          <Contents />
          <p className={styles.note} role="status">
            {stage.wasGivenUp && text('takeAlong.cancelled')}
          </p>
          <div className={`${dialog.actions} ${dialog.foot}`}>
            <button type="button" className={dialog.primary} data-autofocus onClick={onSave}>
              {text('takeAlong.save')}
            </button>
            <button type="button" className={dialog.button} onClick={onClose}>
              {text('action.cancel')}
            </button>
          </div>
        </>
      )
    case 'writing':
    case 'checking':
      return (
        <>
          <Progress stage={stage} />
          <div className={`${dialog.actions} ${dialog.foot}`}>
            <button type="button" className={dialog.button} onClick={onStop}>
              {text('action.cancel')}
            </button>
          </div>
        </>
      )
    case 'failed':
      return (
        <p className={dialog.bad} role="alert">
          {text('takeAlong.failed', { reason: errorText(stage.error.code) })}
        </p>
      )
    case 'done':
      return <TakeAlongDone outcome={stage.outcome} />
  }
}

function Notice() {
  const text = useText()
  const counts = useRead(liveCounts, [])
  return (
    <section className={styles.notice} aria-labelledby="take-along-leaves">
      <h3 id="take-along-leaves" className={styles.heading}>
        {text('takeAlong.leaves')}
      </h3>
      {counts !== undefined && (
        <p className={styles.counts}>
          {text('takeAlong.leavesCounts', {
            customers: counts.customers,
            people: counts.people,
            interactions: counts.interactions,
            attachments: counts.attachments,
          })}
        </p>
      )}
      <p className={styles.warn}>{text('takeAlong.leavesAll')}</p>
      <p className={styles.note}>{text('takeAlong.leavesOpen')}</p>
    </section>
  )
}

function Contents() {
  const text = useText()
  return (
    <section aria-labelledby="take-along-holds">
      <h3 id="take-along-holds" className={styles.heading}>
        {text('takeAlong.holds')}
      </h3>
      <ul className={styles.contents}>
        {HOLDS.map((key) => (
          <li key={key}>{text(key)}</li>
        ))}
      </ul>
    </section>
  )
}

function Progress({ stage }: { stage: Extract<TakeAlongStage, { kind: 'writing' | 'checking' }> }) {
  const text = useText()
  const sentence =
    stage.kind === 'checking'
      ? text('takeAlong.checking')
      : text('takeAlong.progress', { done: stage.done, total: stage.total })
  const isKnown = stage.kind === 'writing' && stage.total > 0
  return (
    <div className={styles.progress}>
      <span>{sentence}</span>
      <progress
        className={dialog.bar}
        aria-label={sentence}
        {...(isKnown ? { value: stage.done, max: stage.total } : {})}
      />
    </div>
  )
}
