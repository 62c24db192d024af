import { Modal, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../i18n/text'
import { usePlanNames } from '../nurture/usePlanNames'
import { Private } from '../privacy/Private'
import { type EnrolledList, useView } from '../view/viewState'
import { EnrolForm } from './EnrolForm'
import styles from './Plans.module.css'
import { usePlanBook } from './usePlanBook'

/** Puts everybody of a list or segment on a plan that is chosen here; opened from wherever they are listed. */
export function EnrolListedDialog() {
  const listed = useView((view) => view.enrolling)
  // A new opening begins anew, with nothing of the last one.
  return listed === undefined ? null : <OpenDialog listed={listed} />
}

function OpenDialog({ listed }: { listed: EnrolledList }) {
  const text = useText()
  const openEnrol = useView((view) => view.openEnrol)
  return (
    <Modal
      opened
      onClose={() => openEnrol(undefined)}
      size={860}
      title={text('plans.enrolListedTitle', { count: listed.ids.length })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <Private>
        <Enrol listed={listed} onClose={() => openEnrol(undefined)} />
      </Private>
    </Modal>
  )
}

function Enrol({ listed, onClose }: { listed: EnrolledList; onClose: () => void }) {
  const text = useText()
  const names = usePlanNames()
  const book = usePlanBook()
  const [chosen, setChosen] = useState<string>()
  const offered = (book?.entries ?? []).filter(({ isRetired }) => !isRetired)
  const entry = offered.find(({ planKey }) => planKey === chosen) ?? offered[0]
  if (entry === undefined) return <p className={styles.about}>{text('plans.title')}…</p>
  return (
    <EnrolForm
      // Another plan is another rehearsal.
      key={entry.planKey}
      entry={entry}
      name={names.plan(entry)}
      whom={{ ids: listed.ids, segmentId: listed.segmentId, nobody: text('notebook.notFound') }}
      onClose={onClose}
    >
      {(busy) => (
        <NativeSelect
          data-autofocus
          label={text('plans.which')}
          value={entry.planKey}
          disabled={busy}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={offered.map((one) => ({ value: one.planKey, label: names.plan(one) }))}
        />
      )}
    </EnrolForm>
  )
}
