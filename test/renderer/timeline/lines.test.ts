import { expect, test } from 'vitest'
import type { Cell } from '#shared/timeline/nurtureSpan'
import { mostKindsInADay } from '../../../renderer/timeline/lines'

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
