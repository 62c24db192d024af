import { useCustomerName } from '../i18n/names'
import { SkipDialog, SnoozeDialog } from '../nurture/PutOffDialogs'
import { useSettle } from '../nurture/useSettle'
import type { Work } from '../nurture/work'
import { useNotebook, useRead } from '../store/NotebookContext'
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
  const notebook = useNotebook()
  const lines = useRead((db) => customerLines(db, [work.customerId]), [work.customerId])
  const nameIn = (read: typeof lines) => {
    const line = read?.get(work.customerId)
    return line?.person?.fullName || (line === undefined ? '' : nameOf(line.customer))
  }
  const name = nameIn(lines)
  /** What is done is called by the name, also where the key was faster than the name could be read. */
  const readName = async () => {
    const db = notebook.database()
    if (name !== '' || db === undefined) return name
    return customerLines(db, [work.customerId]).then(nameIn, () => name)
  }
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
          void readName().then((known) => settle.snooze(work, known, day))
        }}
      />
    )
  return (
    <SkipDialog
      name={name}
      onClose={onClose}
      onSkip={(reason) => {
        onSettled()
        void readName().then((known) => settle.skip(work, known, reason))
      }}
    />
  )
}
