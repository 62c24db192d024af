import { describe, expect, test } from 'vitest'
import type { RebuildBase } from '#shared/ipc/backup'
import { err, ok } from '#shared/result'
import { type BaseSources, loadNewestBase } from '../../../renderer/store/loadBase'

const FIRST = { databaseName: 'orchard-g1-a', appliedSeq: 0, rebuild: 'missing' as const }

function base(id: string, lastSeq: number, logShift = 0): RebuildBase {
  return { id, lastSeq, logShift, counts: { products: { rows: 2, live: 2 } } }
}

/** A main process and a worker; `broken` names what cannot be read, `atEnd` what shows it only when all was read. */
function sources(broken: readonly string[], atEnd: readonly string[] = []) {
  const steps: string[] = []
  let current = ''
  let reopened = 0
  const parts: BaseSources = {
    read: async (id, cursor) => {
      current = id
      if (broken.includes(id)) return err('backup.tampered')
      return ok({ lines: new Uint8Array(cursor + 1), next: cursor === 0 ? 1 : null })
    },
    worker: {
      loadPage: async (lines, logShift) => {
        steps.push(`${current} ${lines.length} ${logShift}`)
        return ok({ lines: lines.length, badRows: 1, badList: [{ table: 'products', id: '' }] })
      },
      finishLoad: async (lastSeq) => {
        if (atEnd.includes(current)) return err('index.fault')
        steps.push(`finish ${lastSeq}`)
        return ok({ appliedSeq: lastSeq })
      },
    },
    reopen: async () => {
      reopened += 1
      return ok({ ...FIRST, databaseName: `orchard-g1-again${reopened}` })
    },
    onProgress: (done, total) => steps.push(`${done}/${total}`),
  }
  return { parts, steps }
}

describe('filling a new index', () => {
  test('takes the newest backup, and the journal only from there on', async () => {
    const { parts, steps } = sources([])
    const plan = { bases: [base('new', 9, 3), base('old', 4)], fromStart: true }
    expect(await loadNewestBase(plan, FIRST, parts)).toEqual(
      ok({
        databaseName: 'orchard-g1-a',
        appliedSeq: 9,
        leftOut: { badRows: 1, badList: [{ table: 'products', id: '' }] },
      }),
    )
    expect(steps).toEqual(['new 1 3', '1/2', 'new 2 3', '2/2', 'finish 9'])
  })

  test('reads the next page while one is put in, and leaves no reading behind when that fails', async () => {
    const { parts } = sources([])
    const calls: string[] = []
    const slow: BaseSources = {
      ...parts,
      read: async (id, cursor) => {
        calls.push(`read ${id} ${cursor}`)
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
        calls.push(`has ${id} ${cursor}`)
        return ok({ lines: new Uint8Array(1), next: cursor + 1 })
      },
      worker: {
        ...parts.worker,
        loadPage: async () => {
          calls.push('put in')
          return err('index.fault')
        },
      },
    }
    await loadNewestBase({ bases: [base('new', 9), base('old', 4)], fromStart: true }, FIRST, slow)
    expect(calls).toEqual(
      ['new', 'old'].flatMap((id) => [
        `read ${id} 0`,
        `has ${id} 0`,
        `read ${id} 1`,
        'put in',
        `has ${id} 1`,
      ]),
    )
  })

  test('takes the next older one into another new index when the newest is damaged', async () => {
    const plan = { bases: [base('new', 9), base('old', 4)], fromStart: true }
    for (const { parts } of [sources(['new']), sources([], ['new'])]) {
      expect(await loadNewestBase(plan, FIRST, parts)).toMatchObject({
        value: { databaseName: 'orchard-g1-again1', appliedSeq: 4 },
      })
    }
  })

  test('leaves it empty for the whole journal when none is readable', async () => {
    const plan = { bases: [base('new', 9), base('old', 4)], fromStart: true }
    expect(await loadNewestBase(plan, FIRST, sources(['new', 'old']).parts)).toMatchObject({
      value: { databaseName: 'orchard-g1-again2', appliedSeq: 0, leftOut: { badRows: 0 } },
    })
    const none = { bases: [], fromStart: true }
    expect(await loadNewestBase(none, FIRST, sources([]).parts)).toMatchObject({
      value: { databaseName: 'orchard-g1-a', appliedSeq: 0 },
    })
  })

  test('says so when a restored notebook has no readable beginning', async () => {
    const plan = { bases: [base('only', 9)], fromStart: false }
    expect(await loadNewestBase(plan, FIRST, sources(['only']).parts)).toEqual(err('backup.baseUnreadable'))
  })
})
