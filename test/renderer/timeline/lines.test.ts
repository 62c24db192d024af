import { expect, test } from 'vitest'
import type { Cell } from '#shared/timeline/spanLanes'
import { firstCell, mostKindsInADay, type TimelineLine } from '../../../renderer/timeline/lines'

function cell(day: string, kind: Cell['kind']): Cell {
  return { day, kind, marks: [] }
}

test('a line needs as many places as its fullest day has kinds of marks', () => {
  expect([
    mostKindsInADay([]),
    mostKindsInADay([cell('2026-11-24', 'done'), cell('2026-11-25', 'planned')]),
    mostKindsInADay([
      cell('2026-11-24', 'late'),
      cell('2026-11-25', 'done'),
      cell('2026-11-25', 'planned'),
      cell('2026-11-25', 'movedFrom'),
      cell('2026-11-26', 'planned'),
      cell('2026-11-26', 'done'),
    ]),
  ]).toEqual([0, 1, 3])
})

function row(key: string, cells: readonly Cell[]): TimelineLine {
  return { kind: 'row', key, row: key, cells, lane: { id: key, rows: [], customers: 1 } }
}

test('the arrow keys begin at the first mark from today on, else at the last one there is', () => {
  const past = row('talks', [cell('2026-11-20', 'heard'), cell('2026-11-23', 'done')])
  const ahead = row('thanks', [cell('2026-11-24', 'late'), cell('2026-11-27', 'planned')])
  expect([
    firstCell([past, ahead], '2026-11-25'),
    firstCell([past], '2026-11-25'),
    firstCell([row('empty', [])], '2026-11-25'),
  ]).toEqual([
    { line: 'thanks', day: '2026-11-27', cellKind: 'planned' },
    { line: 'talks', day: '2026-11-23', cellKind: 'done' },
    undefined,
  ])
})
