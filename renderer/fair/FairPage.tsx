import { useState } from 'react'
import { SampleOffer } from '../sample/SampleOffer'
import { usePreferences } from '../settings/PreferencesContext'
import { useRead } from '../store/NotebookContext'
import { countCustomers } from '../store/queries/customers'
import { CapturePage } from './CapturePage'
import { FairEditor } from './FairEditor'
import { FairList } from './FairList'
import { useKnownFairs } from './useKnownFairs'

/** Pick or create the fair once; from then on every lead belongs to it. */
export function FairPage() {
  const { preferences, change } = usePreferences()
  const fairs = useKnownFairs()
  const customers = useRead(countCustomers, [])
  const [choosing, setChoosing] = useState<'list' | 'new' | undefined>()
  if (fairs === undefined) return null
  const fair = fairs.find((candidate) => candidate.id === preferences.fairId)
  const openFair = (fairId: string) => {
    void change({ fairId })
    setChoosing(undefined)
  }
  if (choosing === 'new' || fairs.length === 0) {
    return (
      <FairEditor onSaved={openFair} onCancel={fairs.length === 0 ? undefined : () => setChoosing(undefined)}>
        {customers === 0 && fairs.length === 0 && <SampleOffer />}
      </FairEditor>
    )
  }
  if (fair === undefined || choosing === 'list') {
    return <FairList fairs={fairs} onOpen={openFair} onNew={() => setChoosing('new')} />
  }
  return <CapturePage key={fair.id} fair={fair} onChangeFair={() => setChoosing('list')} />
}
