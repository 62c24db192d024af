import path from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import type { Change, ChangeSet, LooseRecord } from '#shared/changes/changeSet'
import { NOTEBOOK_FOLDER } from '#shared/identity'
import { generateSampleNotebook } from '#shared/sample/generateSampleNotebook'
import { nodeFs } from '../../electron/files/fsPort'
import { openNotebookLog } from '../../electron/notebook/notebookLog'

/** Records of one change-set: what an import journals at a time. */
const SET_RECORDS = 1000

/** The day at which the notebook is looked at: everything in it happened before. */
export const MADE_AT = Date.UTC(2026, 10, 22)

/** How much there is of each customer. */
export interface Density {
  readonly interactionsPerCustomer: number
  readonly ordersPerCustomer: number
}

/** Customers of a fair or two. */
const SPARSE: Density = { interactionsPerCustomer: 3, ordersPerCustomer: 0.5 }

/** Writes a fictional notebook of so many customers into a user-data folder, through the product's own journal. */
export async function makeNotebook(
  userData: string,
  customers: number,
  density: Density = SPARSE,
): Promise<{ records: number }> {
  const folder = path.join(userData, NOTEBOOK_FOLDER)
  const log = await openNotebookLog({ fs: nodeFs, folder, newId: uuidV7, now: Date.now })
  if (!log.ok) throw new Error(log.error.code)
  const { notebookId, deviceId } = log.value.head()
  let changes: Change[] = []
  let records = 0
  const flush = async () => {
    if (changes.length === 0) return
    const set: ChangeSet = {
      id: uuidV7(),
      label: { key: 'change.sample' },
      origin: 'sample',
      notebookId,
      deviceId,
      at: Date.now(),
      changes,
    }
    const appended = await log.value.append(set)
    if (!appended.ok) throw new Error(appended.error.code)
    records += changes.length
    changes = []
  }
  const sample = generateSampleNotebook({
    seed: 'bench',
    customers,
    asOf: MADE_AT,
    ...density,
  })
  for (const { table, record } of sample) {
    changes.push({ table, id: record.id, after: record as unknown as LooseRecord })
    if (changes.length === SET_RECORDS) await flush()
  }
  await flush()
  await log.value.close()
  return { records }
}
