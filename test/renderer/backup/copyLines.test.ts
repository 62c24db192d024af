import { expect, test } from 'vitest'
import { err, ok } from '#shared/result'
import { copyLines } from '../../../renderer/backup/sendSnapshot'
import type { SnapshotSource } from '../../../renderer/store/snapshotSource'

const SUMMARY = { lastSeq: 3, counts: {}, logRows: 0, lines: 3 }

/** A worker with three pages of one line each; `calls` says what was asked for and given in which order. */
function source(calls: string[], broken?: number): SnapshotSource {
  return {
    exportPage: async (cursor) => {
      calls.push(`read ${cursor}`)
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
      calls.push(`has ${cursor}`)
      if (cursor === broken) return err('index.fault', { name: 'IndexIncompleteError' })
      const isLast = cursor === 2
      const lines = new TextEncoder().encode(`line ${cursor}\n`)
      const share = (cursor + 1) / 3
      return ok({ lines, next: isLast ? null : cursor + 1, share, summary: isLast ? SUMMARY : undefined })
    },
  }
}

test('pages are written in their order, each while the next one is read', async () => {
  const calls: string[] = []
  const copied = await copyLines(source(calls), async (piece) => {
    calls.push(`write ${new TextDecoder().decode(piece).trim()}`)
    return ok(null)
  })
  expect(copied).toEqual(ok(SUMMARY))
  expect(calls).toEqual([
    ...['read 0', 'has 0', 'read 1', 'write line 0', 'has 1', 'read 2', 'write line 1', 'has 2'],
    'write line 2',
  ])
})

test('what is refused ends it, once the page under way has come; so does an index that has lost rows', async () => {
  const calls: string[] = []
  expect(await copyLines(source(calls), async () => err('backup.diskFull'))).toEqual(err('backup.diskFull'))
  expect(calls).toEqual(['read 0', 'has 0', 'read 1', 'has 1'])
  expect(await copyLines(source([], 1), async () => ok(null))).toEqual(err('backup.indexIncomplete'))
})

test('after each page it is asked whether to go on, with how much is read', async () => {
  const [calls, shares]: [string[], number[]] = [[], []]
  const goesOn = (share: number) => {
    shares.push(share)
    return share < 0.5
  }
  expect(await copyLines(source(calls), async () => ok(null), goesOn)).toEqual(err('backup.noTime'))
  expect(shares).toEqual([1 / 3, 2 / 3])
  expect(calls.filter((call) => call.startsWith('read'))).toEqual(['read 0', 'read 1'])
})
