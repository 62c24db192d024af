import path from 'node:path'
import { expect, test } from 'vitest'
import { allRules } from './allRules'
import { importGraph } from './imports'
import { readSourceTree } from './sourceTree'

const tree = readSourceTree(path.join(import.meta.dirname, '../..'))

test('the walk sees the whole project', () => {
  const graph = importGraph(tree)
  expect(tree.has('electron/main.ts') && tree.has('renderer/shell/App.tsx')).toBe(true)
  expect(
    graph.files.some(
      ({ from, to }) => from === 'renderer/main.tsx' && to === 'renderer/workers/notebookWorker.ts',
    ),
  ).toBe(true)
  expect(graph.files.length).toBeGreaterThan(tree.size / 2)
})

test.each(Object.entries(allRules))('%s', (_name, rule) => {
  expect(rule(tree)).toEqual([])
})
