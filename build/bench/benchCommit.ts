import { mkdtemp, open, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import { createChange } from '#shared/changes/buildChange'
import type { ChangeSet } from '#shared/changes/changeSet'
import { nodeFs } from '../../electron/files/fsPort'
import { openNotebookLog } from '../../electron/notebook/notebookLog'
import { median, type Ratio, ratioOf } from './statistics'
import { timed } from './timed'

const ROUNDS = 5
const COMMITS = 200

/** What validating, numbering and chaining cost beside the disk: one commit against a bare append + fdatasync. */
export async function benchCommit(): Promise<Ratio> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'orchard-bench-commit-'))
  const log = await openNotebookLog({
    fs: nodeFs,
    folder: path.join(folder, 'notebook'),
    newId: uuidV7,
    now: Date.now,
  })
  if (!log.ok) throw new Error(log.error.code)
  const { notebookId, deviceId } = log.value.head()
  const bare = await open(path.join(folder, 'bare'), 'a')
  const rounds: { measured: number; control: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const measured: number[] = []
    const control: number[] = []
    for (let index = 0; index < COMMITS; index += 1) {
      const set = oneEdit(notebookId, deviceId)
      const bytes = Buffer.from(JSON.stringify(set))
      control.push(
        await timed(async () => {
          await bare.appendFile(bytes)
          await bare.datasync()
        }),
      )
      measured.push(await timed(() => log.value.append(set)))
    }
    rounds.push({ measured: median(measured), control: median(control) })
  }
  await bare.close()
  await log.value.close()
  await rm(folder, { recursive: true, force: true })
  return ratioOf('commit against a bare append + fdatasync', rounds)
}

function oneEdit(notebookId: string, deviceId: string): ChangeSet {
  const at = Date.now()
  const customer = {
    id: uuidV7(),
    name: 'Công ty CP Bếp Xanh',
    handles: [],
    stage: 'lead' as const,
    tags: ['bamboo'],
  }
  return {
    id: uuidV7(),
    label: { key: 'change.lead', params: { name: customer.name } },
    origin: 'person',
    notebookId,
    deviceId,
    at,
    changes: [createChange('customers', customer, at)],
  }
}
