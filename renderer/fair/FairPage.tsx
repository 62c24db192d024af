import { useState } from 'react'
import { FirstHour } from '../firstHour/FirstHour'
import { usePreferences } from '../settings/PreferencesContext'
import { useRead } from '../store/NotebookContext'
import { countCustomers } from '../store/queries/customers'
import { CapturePage } from './CapturePage'
import { FairEditor } from './FairEditor'
import { FairList } from './FairList'
import { useKnownFairs } from './useKnownFairs'

/** A fair that is being edited, and where one goes back to afterwards. */
interface Editing {
  readonly edit: string
  readonly from: 'list' | undefined
}

/** Pick or create the fair once; from then on every lead belongs to it. */
export function FairPage() {
  const { preferences, change } = usePreferences()
  const fairs = useKnownFairs()
  const customers = useRead(countCustomers, [])
  const [choosing, setChoosing] = useState<'list' | 'new' | Editing>()
  if (fairs === undefined) return null
  const fair = fairs.find((candidate) => candidate.id === preferences.fairId)
  const openFair = (fairId: string) => {
    void change({ fairId })
    setChoosing(undefined)
  }
  if (choosing === 'new' || fairs.length === 0) {
    return (
      <FairEditor onSaved={openFair} onCancel={fairs.length === 0 ? undefined : () => setChoosing(undefined)}>
        {customers === 0 && fairs.length === 0 && <FirstHour />}
      </FairEditor>
    )
  }
  if (typeof choosing === 'object') {
    const back = () => setChoosing(choosing.from)
    const kept = fairs.find((candidate) => candidate.id === choosing.edit)
    if (kept !== undefined) return <FairEditor key={kept.id} fair={kept} onSaved={back} onCancel={back} />
  }
  if (fair === undefined || choosing === 'list') {
    return (
      <FairList
        fairs={fairs}
        onOpen={openFair}
        onEdit={(edit) => setChoosing({ edit, from: 'list' })}
        onNew={() => setChoosing('new')}
      />
    )
  }
  return (
    <CapturePage
      key={fair.id}
      fair={fair}
      onEditFair={() => setChoosing({ edit: fair.id, from: undefined })}
      onChangeFair={() => setChoosing('list')}
    />
  )
}
