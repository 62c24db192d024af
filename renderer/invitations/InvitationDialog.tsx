import { Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { INVITE_REASONS, type InviteReason, NOT_INVITED } from '#shared/nurture/invitees'
import { useErrorText, useText } from '../i18n/text'
import letterStyles from '../nurture/Letter.module.css'
import { Private } from '../privacy/Private'
import { toggled } from '../ui/toggled'
import { useView } from '../view/viewState'
import styles from './Invitations.module.css'
import { InviteeList } from './InviteeList'
import { type ReadRound, useInvite, useRound } from './useRound'

/** The round of invitations before a fair: who may come, and by one press their letters stand in the queue. */
export function InvitationDialog() {
  const text = useText()
  const fairId = useView((view) => view.invitingFairId)
  const openInvitations = useView((view) => view.openInvitations)
  if (fairId === undefined) return null
  const close = () => openInvitations(undefined)
  return (
    <Modal
      opened
      onClose={close}
      size={860}
      title={text('invite.title')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <Private>
        {fairId === '' ? <p>{text('report.noFair')}</p> : <Reading fairId={fairId} onClose={close} />}
      </Private>
    </Modal>
  )
}

function Reading({ fairId, onClose }: { fairId: string; onClose: () => void }) {
  const text = useText()
  const errorText = useErrorText()
  const round = useRound(fairId)
  if (round === undefined) return <p role="status">{text('invite.reading')}</p>
  if (!round.ok) return <p role="alert">{errorText(round.error.code)}</p>
  return <Inviting round={round.value} onClose={onClose} />
}

function Inviting({ round, onClose }: { round: ReadRound; onClose: () => void }) {
  const text = useText()
  const invite = useInvite()
  const openQueue = useView((view) => view.openQueue)
  const go = useView((view) => view.go)
  const [reasons, setReasons] = useState<readonly InviteReason[]>(INVITE_REASONS)
  // Who said yes is asked; everybody else is asked for by hand.
  const [chosenIds, setChosen] = useState<readonly string[]>(() =>
    round.invitees.filter(({ hasAgreed }) => hasAgreed).map(({ customer }) => customer.id),
  )
  const [busy, setBusy] = useState(false)
  const shown = round.invitees.filter((one) => one.reasons.some((reason) => reasons.includes(reason)))
  const isChosen = new Set(chosenIds)
  const chosen = shown.filter(({ customer }) => isChosen.has(customer.id))

  const confirm = useRef<HTMLButtonElement>(null)
  // Who may come is read after the dialog has opened and taken the focus; a button that can't be pressed takes none.
  useEffect(() => confirm.current?.focus(), [])

  const toggleReason = (reason: InviteReason) => setReasons(toggled(reasons, reason))
  const save = async () => {
    if (busy || chosen.length === 0) return
    setBusy(true)
    const saved = await invite(round, chosen)
    setBusy(false)
    if (!saved) return
    onClose()
    go('today')
    openQueue(false)
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p className={styles.about}>{text('invite.about', { fair: round.fair.name })}</p>
      <fieldset className={styles.reasons}>
        <legend className="visually-hidden">{text('invite.who')}</legend>
        {INVITE_REASONS.map((reason) => (
          <label key={reason} className={styles.check}>
            <input type="checkbox" checked={reasons.includes(reason)} onChange={() => toggleReason(reason)} />
            {text(`invite.reason.${reason}`)}{' '}
            <span className={styles.quiet}>
              {round.invitees.filter((one) => one.reasons.includes(reason)).length}
            </span>
          </label>
        ))}
      </fieldset>
      {shown.length === 0 ? (
        <p role="status">{text('invite.nobody')}</p>
      ) : (
        <InviteeList
          invitees={shown}
          chosenIds={isChosen}
          onToggle={(id) => setChosen(toggled(chosenIds, id))}
          onAll={(all) => setChosen(all ? shown.map(({ customer }) => customer.id) : [])}
        />
      )}
      <p className={styles.quiet}>
        {NOT_INVITED.filter((why) => round.leftOut[why] > 0)
          .map((why) => text(`invite.leftOut.${why}`, { count: round.leftOut[why] }))
          .join(' · ')}
      </p>
      <div className={styles.acts}>
        <button
          type="submit"
          ref={confirm}
          className={letterStyles.primary}
          disabled={chosen.length === 0 || busy}
        >
          {text('invite.confirm', { count: chosen.length })}
        </button>
        <button type="button" className={letterStyles.secondary} onClick={onClose}>
          {text('action.cancel')}
        </button>
      </div>
    </form>
  )
}
