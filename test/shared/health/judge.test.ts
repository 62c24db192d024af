import { describe, expect, test } from 'vitest'
import { isMendedByRebuild, worstState } from '#shared/health/finding'
import {
  type IndexComparison,
  judgeBackups,
  judgeFiles,
  judgeIndex,
  judgeJournal,
} from '#shared/health/judge'
import type { BackupInfo } from '#shared/ipc/backup'
import { ok } from '#shared/result'

const REBUILD = { bases: [], fromStart: true }
const SAME: IndexComparison = {
  compared: 9,
  total: 9,
  missing: 0,
  different: 0,
  unknown: 0,
  miscounted: 0,
  behind: 0,
  lost: 0,
}

function backup(lastSeq: number): BackupInfo {
  const rest = { reason: 'quit' as const, createdAt: 5, generation: 1, sizeBytes: 1, counts: {}, sha256: '' }
  return { id: 'b', lastSeq, isCurrent: true, ...rest }
}

const codes = (findings: readonly { code: string; state: string }[]) =>
  findings.map(({ code, state }) => `${code} ${state}`)

describe('what a self-check says', () => {
  test('of the journal: whole, with holes, or without proof of its order', () => {
    const whole = { lastSeq: 7, lost: [], unproven: 0, rebuild: REBUILD }
    expect(judgeJournal(whole)).toEqual([
      { step: 'journal', state: 'healthy', code: 'journalWhole', counts: { count: 7 } },
    ])
    expect(judgeJournal({ ...whole, lost: [{ fromSeq: 3, toSeq: 4 }], unproven: 1 })).toEqual([
      { step: 'journal', state: 'broken', code: 'journalLost', counts: { count: 2, entries: 7 } },
      { step: 'journal', state: 'broken', code: 'journalUnproven', counts: { count: 1 } },
    ])
  })

  test('of the index: each kind of difference is a fault, and being behind is mended by a rebuild', () => {
    expect(codes(judgeIndex(SAME))).toEqual(['indexSame healthy'])
    expect(codes(judgeIndex({ ...SAME, total: 90 }))).toEqual(['indexSampled healthy'])
    for (const kind of ['missing', 'different', 'unknown', 'miscounted'] as const) {
      const findings = judgeIndex({ ...SAME, [kind]: 1 })
      expect(codes(findings)).toEqual(['indexDiffers broken'])
      expect(isMendedByRebuild(findings)).toBe(true)
    }
    expect(codes(judgeIndex({ ...SAME, behind: 2 }))).toEqual(['indexBehind attention'])
  })

  test('what the index has beyond a journal with holes is not called damage, and a rebuild is not advised', () => {
    const findings = judgeIndex({ ...SAME, unknown: 2, different: 1, lost: 1 })
    expect(codes(findings)).toEqual(['indexHoldsMore attention'])
    expect(isMendedByRebuild(findings)).toBe(false)
    expect(codes(judgeIndex({ ...SAME, missing: 1, lost: 1 }))).toEqual(['indexDiffers broken'])
  })

  test('of attachments: none, whole, missing and damaged', () => {
    expect(codes(judgeFiles(0, { missing: [], damaged: [] }))).toEqual(['filesNone healthy'])
    expect(codes(judgeFiles(2, { missing: [], damaged: [] }))).toEqual(['filesWhole healthy'])
    expect(judgeFiles(3, { missing: ['a'], damaged: ['b', 'c'] })).toMatchObject([
      { state: 'broken', counts: { missing: 1, damaged: 2 } },
    ])
  })

  test('of backups: whole, behind, none, damaged, with bad rows, and files that can’t be used', () => {
    const list = { backups: [backup(7)], unreadable: [] }
    const check = ok({ info: backup(7), badRows: 0, badList: [], missingFiles: 0 })
    expect(codes(judgeBackups(list, check, 7))).toEqual(['backupWhole healthy'])
    expect(judgeBackups(list, check, 9)).toMatchObject([{ code: 'backupBehind', counts: { count: 2 } }])
    expect(codes(judgeBackups({ backups: [], unreadable: [] }, undefined, 0))).toEqual(['backupNone healthy'])
    expect(codes(judgeBackups({ backups: [], unreadable: [] }, undefined, 1))).toEqual([
      'backupNone attention',
    ])
    expect(codes(judgeBackups(list, { ok: false }, 7))).toEqual(['backupDamaged broken'])
    const bad = ok({ ...check.value, badRows: 3 })
    expect(codes(judgeBackups(list, bad, 7))).toEqual(['backupBadRows attention'])
    const unusable = { id: 'x', sizeBytes: 1, problem: 'backup.tampered' }
    expect(codes(judgeBackups({ ...list, unreadable: [unusable] }, check, 7))).toEqual([
      'backupWhole healthy',
      'backupUnreadable attention',
    ])
  })

  test('the verdict is the worst of what was found', () => {
    const [whole] = judgeJournal({ lastSeq: 1, lost: [], unproven: 0, rebuild: REBUILD })
    const [behind] = judgeIndex({ ...SAME, behind: 1 })
    const [broken] = judgeIndex({ ...SAME, missing: 1 })
    const found = [whole, behind, broken].flatMap((finding) => finding ?? [])
    expect(found).toHaveLength(3)
    expect(worstState(found)).toBe('broken')
    expect(worstState(found.slice(0, 2))).toBe('attention')
    expect(worstState(found.slice(0, 1))).toBe('healthy')
    expect(worstState([])).toBe('unchecked')
  })
})
