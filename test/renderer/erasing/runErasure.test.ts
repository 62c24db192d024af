import { expect, test } from 'vitest'
import type { ErasureReport, ErasureRequest } from '#shared/erasing/request'
import type { BackupInfo } from '#shared/ipc/backup'
import { err, ok, type Result } from '#shared/result'
import { runErasure } from '../../../renderer/erasing/runErasure'

const REQUEST: ErasureRequest = {
  subject: { kind: 'customer', id: '00000000-0000-7000-8000-000000000001' },
  reason: 'request',
  keepsFigures: true,
  alsoElsewhere: true,
  shellName: 'Erased customer',
  erasureId: '00000000-0000-7000-8000-000000000002',
}

const REPORT: ErasureReport = {
  at: 0,
  removed: { people: 1 },
  blanked: {},
  history: 0,
  redacted: 0,
  attachments: 0,
  drafts: 1,
  backupsCleaned: 1,
  backupsRemoved: 0,
  segments: 1,
}

const BACKUP: BackupInfo = {
  id: 'b1',
  lastSeq: 1,
  isCurrent: true,
  reason: 'manual',
  createdAt: 0,
  generation: 1,
  sizeBytes: 1,
  counts: {},
  sha256: '',
}

/** A window that notes in which order it was used; the main process answers an erasure with each of `answers` in turn. */
function fixture(answers: readonly Result<ErasureReport>[], disk: { readonly takesDrafts: boolean }) {
  const steps: string[] = []
  const left = [...answers]
  const noted = async <T>(step: string, answer: T): Promise<T> => {
    steps.push(step)
    return answer
  }
  const erase = () =>
    runErasure(
      { 'erasure:run': () => noted('erase', left.shift() ?? err('ipc.fault')) },
      { settled: () => noted('settle', undefined) },
      { take: () => noted('backup', ok(BACKUP)) },
      () => noted('drafts', disk.takesDrafts),
      REQUEST,
    )
  return { steps, erase }
}

test('drafts are on the disk before the backup, where the erasure finds those about the erased', async () => {
  const { steps, erase } = fixture([ok(REPORT)], { takesDrafts: true })
  expect(await erase()).toEqual(ok(REPORT))
  expect(steps).toEqual(['drafts', 'settle', 'backup', 'erase'])
})

test('nobody is erased while a draft is in the window only', async () => {
  const { steps, erase } = fixture([ok(REPORT)], { takesDrafts: false })
  expect(await erase()).toEqual(err('erasure.draftsNotKept'))
  expect(steps).toEqual(['drafts'])
})

test('what was saved meanwhile is backed up as well', async () => {
  const { steps, erase } = fixture([err('erasure.changed'), err('erasure.noBackup'), ok(REPORT)], {
    takesDrafts: true,
  })
  expect(await erase()).toEqual(ok(REPORT))
  expect(steps.filter((step) => step === 'backup')).toHaveLength(3)
})

test('a notebook that never rests is left as it is', async () => {
  const { erase } = fixture(
    [1, 2, 3, 4].map(() => err('erasure.changed')),
    { takesDrafts: true },
  )
  expect(await erase()).toEqual(err('erasure.changed'))
})
