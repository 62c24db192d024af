import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPinnedReason, snapshotReasonSchema } from '#shared/snapshot/reasons'
import { type KeptSnapshot, newestFirst, snapshotsToRemove } from '#shared/snapshot/retention'

const DAY = 86_400_000
const NOW = 1_763_546_400_000

function snapshot(seq: number, at: number, more: Partial<KeptSnapshot> = {}): KeptSnapshot {
  return {
    id: `s${String(seq).padStart(6, '0')}`,
    generation: 1,
    lastSeq: seq,
    at,
    reason: 'quit',
    isReadable: true,
    isBase: false,
    ...more,
  }
}

function keptOf(all: readonly KeptSnapshot[], now = NOW): KeptSnapshot[] {
  const removed = new Set(snapshotsToRemove(all, now))
  return all.filter(({ id }) => !removed.has(id))
}

const anySnapshot = fc.record({
  generation: fc.integer({ min: 1, max: 3 }),
  lastSeq: fc.integer({ min: 1, max: 5_000 }),
  // Ten years back to ten years ahead: clocks that jumped.
  at: fc.integer({ min: NOW - 3_650 * DAY, max: NOW + 3_650 * DAY }),
  reason: fc.constantFrom(...snapshotReasonSchema.options),
  isReadable: fc.boolean(),
  isBase: fc.boolean(),
})
const anyFolder = fc
  .array(anySnapshot, { maxLength: 300 })
  .map((all) => all.map((one, index): KeptSnapshot => ({ ...one, id: `s${index}` })))

describe('which backups are removed', () => {
  test('of a hundred on one day the newest ten stay', () => {
    const all = Array.from({ length: 100 }, (_, index) => snapshot(index + 1, NOW - 100 + index))
    expect(keptOf(all).map(({ lastSeq }) => lastSeq)).toEqual([91, 92, 93, 94, 95, 96, 97, 98, 99, 100])
  })

  test('of each of the last thirty days the last one stays', () => {
    const all = Array.from({ length: 120 }, (_, index) =>
      snapshot(index + 1, NOW - (119 - index) * (DAY / 2)),
    )
    const kept = keptOf(all)
    const days = new Set(kept.map(({ at }) => Math.floor(at / DAY)))
    expect(days.size).toBe(30)
    expect(kept.length).toBeLessThanOrEqual(36)
    for (const day of days) {
      const ofDay = all.filter(({ at }) => Math.floor(at / DAY) === day)
      expect(kept).toContain(ofDay.at(-1))
    }
  })

  test('what was taken before a restore, or opened, stays for thirty days and takes nobody’s place', () => {
    const old = snapshot(1, NOW - 29 * DAY, { reason: 'beforeRestore' })
    const older = snapshot(2, NOW - 31 * DAY, { reason: 'beforeRestore' })
    const opened = snapshot(9_999, NOW - DAY, { reason: 'opened', generation: 7 })
    const openedLong = snapshot(9_998, NOW - 40 * DAY, { reason: 'opened', generation: 7 })
    const many = Array.from({ length: 50 }, (_, index) => snapshot(100 + index, NOW - index))
    const kept = keptOf([old, older, opened, openedLong, ...many])
    expect(kept).toContain(old)
    expect(kept).toContain(opened)
    expect(kept).not.toContain(openedLong)
    expect(kept.filter(({ lastSeq }) => lastSeq >= 140 && lastSeq < 150)).toHaveLength(10)
  })

  test('a clock ten years ahead for a day, or 400 days back, removes no day of the real ones', () => {
    const real = Array.from({ length: 30 }, (_, index) => snapshot(index + 1, NOW - (30 - index) * DAY))
    const ahead = snapshot(40, NOW + 3_650 * DAY)
    expect(keptOf([...real, ahead], NOW + 3_650 * DAY).length).toBeGreaterThanOrEqual(30)
    expect(keptOf([...real, ahead], NOW)).toHaveLength(31)
    const back = snapshot(41, NOW - 400 * DAY)
    expect(keptOf([...real, back], NOW - 400 * DAY).length).toBeGreaterThanOrEqual(31)
  })

  test('order is by generation and sequence, never by the clock', () => {
    const newest = snapshot(3, NOW - 100 * DAY, { generation: 2 })
    const all = [snapshot(900, NOW), newest, snapshot(2, NOW - DAY, { generation: 2 })]
    expect([...all].sort(newestFirst)[0]).toBe(newest)
  })

  test('never the newest three, the base, the unreadable or the pinned, whatever the clock says', () => {
    fc.assert(
      fc.property(anyFolder, fc.integer({ min: -3_650, max: 3_650 }), (all, days) => {
        const now = NOW + days * DAY
        const removed = new Set(snapshotsToRemove(all, now))
        const ours = all
          .filter(({ isReadable, reason }) => isReadable && reason !== 'opened')
          .sort(newestFirst)
        for (const one of ours.slice(0, 3)) expect(removed.has(one.id)).toBe(false)
        for (const one of all) {
          const isYoung = isPinnedReason(one.reason) && now - one.at < 30 * DAY
          if (!one.isReadable || one.isBase || isYoung) expect(removed.has(one.id)).toBe(false)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('what stays is bounded, and removing again removes nothing more', () => {
    fc.assert(
      fc.property(anyFolder, (all) => {
        const kept = keptOf(all)
        const free = kept.filter(
          (one) => one.isReadable && !one.isBase && !(isPinnedReason(one.reason) && NOW - one.at < 30 * DAY),
        )
        expect(free.length).toBeLessThanOrEqual(2 * (10 + 30) + 3)
        expect(snapshotsToRemove(kept, NOW)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
