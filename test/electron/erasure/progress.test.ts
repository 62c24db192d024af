import { expect, test } from 'vitest'
import type { ErasureProgress } from '#shared/erasing/request'
import { beginScope } from '#shared/erasing/scope'
import { snapshotBytes } from '../../../electron/backup/snapshotBytes'
import { createErasureMeter } from '../../../electron/erasure/meter'
import { surveySnapshots } from '../../../electron/erasure/surveySnapshots'
import { collect, HEADER, idOf, pieces, productLines, summaryOf } from '../../support/snapshotFiles'

test('an erasure tells each hundredth part of what it reads, and other work gets its turn between', async () => {
  const lines = 2_000
  const file = await collect(snapshotBytes(HEADER, pieces(productLines(1, lines)), () => summaryOf(lines)))
  const told: ErasureProgress[] = []
  const meter = createErasureMeter((progress) => told.push(progress))
  let turns = 0
  let isOver = false
  const other = async () => {
    while (!isOver) {
      turns += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const working = other()
  const streams = new Map([['one', () => pieces(file)]])
  const faults = await surveySnapshots(beginScope({ kind: 'person', id: idOf(999_999) }), streams, {
    onRound: () => meter.begin('reading', lines),
    onLines: meter.add,
  })
  isOver = true
  await working
  expect(faults.size).toBe(0)
  expect(told[0]).toEqual({ stage: 'reading', done: 0, total: lines })
  expect(told.at(-1)).toEqual({ stage: 'reading', done: lines, total: lines })
  expect(told.length).toBeGreaterThan(30)
  expect(told.every(({ done }, at) => done >= (told[at - 1]?.done ?? 0))).toBe(true)
  expect(turns).toBeGreaterThan(30)
})

test('a stage begins at nothing, and what was counted twice is never more than all', () => {
  const told: string[] = []
  const meter = createErasureMeter(({ stage, done, total }) => told.push(`${stage} ${done}/${total}`))
  meter.begin('reading', 4)
  meter.add(3)
  meter.add(3)
  meter.add(1)
  meter.begin('writing', 0)
  expect(told).toEqual(['reading 0/4', 'reading 3/4', 'reading 4/4', 'writing 0/0'])
})
