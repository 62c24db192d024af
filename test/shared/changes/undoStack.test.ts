import { expect, test } from 'vitest'
import { type LoggedSet, undoState } from '#shared/changes/undoStack'

const did = (id: string, origin: LoggedSet['origin'] = 'person'): LoggedSet => ({
  id,
  origin,
  label: { key: `change.${id}` },
  size: 1,
})
const undo = (id: string, reverses: string): LoggedSet => ({ ...did(id, 'undo'), reverses })
const redo = (id: string, reverses: string): LoggedSet => ({ ...did(id, 'redo'), reverses })

/** The ids that Ctrl+Z and redo would name. */
function next(log: readonly LoggedSet[]): [string | undefined, string | undefined] {
  const state = undoState(log)
  return [state.undo?.id, state.redo?.original.id]
}

test('an empty log has nothing to undo', () => {
  expect(undoState([])).toEqual({ undo: undefined, redo: undefined })
})

test('the last change is undone first, then the one before it', () => {
  const log = [did('a'), did('b'), did('c')]
  expect(next(log)).toEqual(['c', undefined])
  expect(next([...log, undo('u1', 'c')])).toEqual(['b', 'c'])
  expect(next([...log, undo('u1', 'c'), undo('u2', 'b')])).toEqual(['a', 'b'])
})

test('redo brings back what was undone last, in the order it was done', () => {
  const log = [did('a'), did('b'), undo('u1', 'b'), undo('u2', 'a')]
  expect(next(log)).toEqual([undefined, 'a'])
  expect(next([...log, redo('r1', 'u2')])).toEqual(['r1', 'b'])
  expect(next([...log, redo('r1', 'u2'), redo('r2', 'u1')])).toEqual(['r2', undefined])
})

test('a redone change can be undone again under its own id and the first name', () => {
  const log = [did('a'), undo('u1', 'a'), redo('r1', 'u1')]
  expect(undoState(log).undo).toEqual({ ...redo('r1', 'u1'), label: { key: 'change.a' } })
  expect(next([...log, undo('u2', 'r1')])).toEqual([undefined, 'r1'])
})

test('a new change forgets what could be redone', () => {
  expect(next([did('a'), did('b'), undo('u1', 'b'), did('c')])).toEqual(['c', undefined])
})

test('imports, plans and samples are undone like what a person did', () => {
  expect(next([did('a'), did('b', 'import')])).toEqual(['b', undefined])
  expect(next([did('a'), did('b', 'sample')])).toEqual(['b', undefined])
})

test('an undo whose original lies before the part of the log that was read changes nothing', () => {
  expect(next([undo('u1', 'long ago'), did('b')])).toEqual(['b', undefined])
  expect(next([did('a'), undo('u1', 'long ago')])).toEqual(['a', undefined])
})
