import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BackupInfo } from '#shared/ipc/backup'
import { err, ok } from '#shared/result'
import { AGAIN_MS, OLD_MS, REST_MS, RestingBackup } from '../../../renderer/backup/restingBackup'
import { createBackupState } from '../../../renderer/store/backupState'
import { createNotebookState } from '../../../renderer/store/notebookState'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', globalThis)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A notebook that is watched; `taken` has the time of each backup in ms since the beginning. */
function fixture() {
  const begun = Date.now()
  const taken: number[] = []
  const backupState = createBackupState()
  const state = createNotebookState()
  state.setState({ phase: 'ready' })
  const isNewest = (createdAt: number) =>
    backupState.setState({
      list: { backups: [{ createdAt, isCurrent: true } as BackupInfo], unreadable: [] },
    })
  let isDiskFull = false
  const takeIfChanged = async () => {
    taken.push(Date.now() - begun)
    if (isDiskFull) return err('backup.diskFull')
    isNewest(Date.now())
    return ok(undefined)
  }
  const sources = { now: () => Date.now(), newId: () => '' }
  new RestingBackup({ state: backupState, takeIfChanged }, { state, sources }).start()
  return {
    taken,
    isNewest,
    save: (appliedSeq: number) => state.setState({ appliedSeq }),
    disk: (full: boolean) => {
      isDiskFull = full
    },
  }
}

test('what was saved is backed up once nothing was saved for a while', async () => {
  const { taken, save } = fixture()
  await vi.advanceTimersByTimeAsync(REST_MS - 1)
  save(1)
  await vi.advanceTimersByTimeAsync(REST_MS - 1)
  expect(taken).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(taken).toEqual([2 * REST_MS - 1])
  await vi.advanceTimersByTimeAsync(10 * OLD_MS)
  expect(taken).toHaveLength(1)
})

test('a backup that is not old is left to get old first', async () => {
  const { taken, save } = fixture()
  await vi.advanceTimersByTimeAsync(REST_MS)
  save(1)
  await vi.advanceTimersByTimeAsync(OLD_MS - 1)
  expect(taken).toEqual([REST_MS])
  await vi.advanceTimersByTimeAsync(1)
  expect(taken).toEqual([REST_MS, REST_MS + OLD_MS])
})

test('a backup that a wrong clock has put into the future is no reason to wait', async () => {
  const { taken, isNewest } = fixture()
  isNewest(Date.now() + 100 * OLD_MS)
  await vi.advanceTimersByTimeAsync(REST_MS)
  expect(taken).toEqual([REST_MS])
})

test('one that failed is tried again, though nothing is saved meanwhile', async () => {
  const { taken, disk } = fixture()
  disk(true)
  await vi.advanceTimersByTimeAsync(REST_MS + AGAIN_MS - 1)
  expect(taken).toEqual([REST_MS])
  disk(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(taken).toEqual([REST_MS, REST_MS + AGAIN_MS])
  await vi.advanceTimersByTimeAsync(10 * OLD_MS)
  expect(taken).toHaveLength(2)
})
