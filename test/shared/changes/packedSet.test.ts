import { expect, test } from 'vitest'
import { packChange, packParts } from '#shared/changes/packedSet'
import { changeSet, testId } from './memoryNotebook'

test.each([0, 1, 2])('a change-set of %i changes that were packed one by one is what it was', (count) => {
  const after = { id: testId(2), name: 'Müller & Söhne', note: '客戶 "x"\nline' }
  const change = { table: 'customers', id: testId(2), after } as never
  const { changes: _changes, ...head } = changeSet(testId(1), 5, [])
  const packed = packParts(
    head,
    Array.from({ length: count }, () => packChange(change)),
  )
  expect(JSON.parse(packed)).toEqual({ ...head, changes: Array.from({ length: count }, () => change) })
})
