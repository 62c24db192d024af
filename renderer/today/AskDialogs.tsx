import { useCustomerName } from '../i18n/names'
import { SkipDialog, SnoozeDialog } from '../nurture/PutOffDialogs'
import { useSettle } from '../nurture/useSettle'
import type { Work } from '../nurture/work'
import { useRead } from '../store/NotebookContext'
import { customerLines } from '../store/queries/customerList'

/** What is asked about which work. */
export interface Asking {
  readonly what: 'snooze' | 'skip'
  readonly work: Work
}

/** Snooze and skip open at once, whether the brief has been read or not: a quick hand loses no key. */
export function AskDialogs(props: {
  asking: Asking
  today: string
  onClose: () => void
  onSettled: () => void
}) {
  const nameOf = useCustomerName()
  const { asking, today, onClose, onSettled } = props
  const { what, work } = asking
  const settle = useSettle()
  const lines = useRead((db) => customerLines(db, [work.customerId]), [work.customerId])
  const line = lines?.get(work.customerId)
  const name = line?.person?.fullName || (line === undefined ? '' : nameOf(line.customer))
  if (what === 'snooze')
    return (
      <SnoozeDialog
        title="snooze"
        name={name}
        today={today}
        day={today}
        onClose={onClose}
        onPick={(day) => {
          onSettled()
          void settle.snooze(work, name, day)
        }}
      />
    )
  return (
    <SkipDialog
      name={name}
      onClose={onClose}
      onSkip={(reason) => {
        onSettled()
        void settle.skip(work, name, reason)
      }}
    />
  )
}
