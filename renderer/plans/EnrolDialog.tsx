import { Modal, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PlanEntry } from '#shared/nurture/planBook'
import { listSegments } from '#shared/segments/readyMade'
import { useErrorText, useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import { segmentName } from '../segments/segmentName'
import { useRead } from '../store/NotebookContext'
import { ownSegments } from '../store/queries/segments'
import { useSegmentMembers } from '../store/segmentAnswers'
import { useFoundCustomers } from '../store/useFoundCustomers'
import { useNobodyWords } from '../store/useNobodyWords'
import { EnrolForm, type Whom } from './EnrolForm'

/** As many people as one round may begin with. */
const MOST_PEOPLE = 5_000

/** Puts everybody whom some words find, or who is in a segment, on a plan. */
export function EnrolDialog(props: { entry: PlanEntry; name: string; onClose: () => void }) {
  const { name, onClose } = props
  const text = useText()
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={text('plans.enrolTitle', { name })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <Private>
        <Enrol {...props} />
      </Private>
    </Modal>
  )
}

function Enrol(props: { entry: PlanEntry; name: string; onClose: () => void }) {
  const text = useText()
  const errorText = useErrorText()
  const [query, setQuery] = useState('')
  const [segmentId, setSegmentId] = useState<string>()
  const own = useRead(ownSegments, [])
  const found = useFoundCustomers(query, MOST_PEOPLE)
  const nobodyWords = useNobodyWords(found.isWhole)
  const members = useSegmentMembers(segmentId)
  return (
    <EnrolForm {...props} whom={whom()}>
      {(busy) => (
        <>
          <NativeSelect
            label={text('segment.filter')}
            value={segmentId ?? ''}
            disabled={busy}
            onChange={(event) => setSegmentId(event.currentTarget.value || undefined)}
            data={[
              { value: '', label: text('plans.byWords') },
              ...listSegments(own ?? []).map((one) => ({ value: one.id, label: segmentName(one, text) })),
            ]}
          />
          {segmentId === undefined && (
            <TextInput
              data-autofocus
              type="search"
              label={text('plans.whom')}
              description={text('plans.whomHint')}
              dir="auto"
              value={query}
              disabled={busy}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
          )}
        </>
      )}
    </EnrolForm>
  )

  function whom(): Whom {
    const nobodyFound = text('notebook.notFound')
    if (segmentId === undefined) {
      // A part of those who are meant is not begun with.
      const ids = found.isWhole ? found.ids : []
      return { ids, nobody: query.trim() === '' ? undefined : text(nobodyWords) }
    }
    if (members === undefined) return { ids: [], segmentId, nobody: text('plans.rehearsing') }
    if (!members.ok) return { ids: [], segmentId, nobody: errorText(members.error.code) }
    return { ids: members.value, segmentId, nobody: nobodyFound }
  }
}
