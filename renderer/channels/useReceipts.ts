import { useState } from 'react'
import { createChange, deleteChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { Attachment } from '#shared/records/attachment'
import type { Cost } from '#shared/records/cost'
import type { OrchardError } from '#shared/result'
import { useBridge } from '../shell/BridgeContext'
import { currentRecord } from '../store/currentRecord'
import { useNotebook, useRead } from '../store/NotebookContext'
import { attachmentsById } from '../store/queries/lookups'

/** A photo or PDF that proves a cost. */
export type Receipt = Pick<Attachment, 'id' | 'hash' | 'mediaType' | 'sizeBytes' | 'fileName'>

/** The receipts of a cost that is in its form: those it has, less what was taken off, and those put on. */
export interface Receipts {
  readonly list: readonly Receipt[]
  readonly fault: OrchardError | undefined
  readonly pick: () => Promise<void>
  readonly show: (receipt: Receipt) => Promise<void>
  readonly takeOff: (receipt: Receipt) => void
  /** Forgets what was put on: the next cost has receipts of its own. */
  readonly clear: () => void
  /** What the cost then names, and the records that come and go with it. */
  readonly changes: (at: number) => Promise<{ ids: string[] | undefined; records: Change[] }>
}

/** The bytes are on the disk as soon as a file was chosen; the notebook names them when the cost is saved. */
export function useReceipts(cost: Cost | undefined): Receipts {
  const bridge = useBridge()
  const notebook = useNotebook()
  const ids = cost?.attachmentIds ?? []
  const kept = useRead((db) => attachmentsById(db, ids), [ids.join()])
  const [added, setAdded] = useState<readonly Receipt[]>([])
  const [removed, setRemoved] = useState<readonly string[]>([])
  const [fault, setFault] = useState<OrchardError>()

  const pick = async () => {
    const picked = await bridge.call['attachment:pickReceipt']()
    if (!picked.ok) return setFault(picked.error)
    if (picked.value === null) return
    const { bytes, mediaType, fileName } = picked.value
    const stored = await bridge.call['attachment:put'](bytes)
    if (!stored.ok) return setFault(stored.error)
    setFault(undefined)
    const receipt = { id: notebook.sources.newId(), ...stored.value, mediaType, fileName }
    setAdded((now) => [...now, receipt])
  }

  const changes: Receipts['changes'] = async (at) => {
    const gone = await Promise.all(removed.map((id) => currentRecord(notebook.database(), 'attachments', id)))
    const named = [...ids.filter((id) => !removed.includes(id)), ...added.map(({ id }) => id)]
    return {
      ids: named.length === 0 ? undefined : named,
      records: [
        ...added.map((receipt) => createChange('attachments', { ...receipt, purpose: 'receipt' }, at)),
        ...gone.flatMap((record) => (record === undefined ? [] : [deleteChange('attachments', record, at)])),
      ],
    }
  }

  return {
    list: [...(kept ?? []).filter(({ id }) => !removed.includes(id)), ...added],
    fault,
    pick,
    show: async ({ hash }) => {
      const shown = await bridge.call['attachment:open'](hash)
      setFault(shown.ok ? undefined : shown.error)
    },
    takeOff: ({ id }) => {
      if (ids.includes(id)) setRemoved((now) => [...now, id])
      else setAdded((now) => now.filter((receipt) => receipt.id !== id))
    },
    clear: () => setAdded([]),
    changes,
  }
}
