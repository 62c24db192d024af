import { expect, test } from 'vitest'
import { packChanges, packSet } from '../../../renderer/store/packedSet'
import { changeSet, testId } from '../../shared/changes/memoryNotebook'

test.each([0, 1, 2, 100, 250])('a change-set of %i changes that were packed is what it was', (count) => {
  const after = { id: testId(2), name: 'Müller & Söhne', note: '客戶 "x"\nline' }
  const change = { table: 'customers', id: testId(2), after } as never
  const { changes: _changes, ...head } = changeSet(testId(1), 5, [])
  const changes = Array.from({ length: count }, () => change)
  const pieces = packChanges(changes)
  expect(pieces.reduce((sum, piece) => sum + piece.count, 0)).toBe(count)
  expect(JSON.parse(new TextDecoder().decode(packSet(head, pieces)))).toEqual({ ...head, changes })
})

test('a piece ends at a hundred changes or where it has grown long', () => {
  const change = (note: string) => ({ table: 'customers', id: testId(2), after: { note } }) as never
  const counts = (count: number, note: string) =>
    packChanges(Array.from({ length: count }, () => change(note))).map((piece) => piece.count)
  expect(counts(250, 'short')).toEqual([100, 100, 50])
  expect(counts(5, 'x'.repeat(100_000))).toEqual([3, 2])
  expect(counts(2, 'x'.repeat(1_000_000))).toEqual([1, 1])
})
