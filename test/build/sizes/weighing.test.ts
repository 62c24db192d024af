import { expect, test } from 'vitest'
import { packageCosts, packageOf, startingChunks, type WeighedChunk } from '../../../build/sizes/weighing'

function chunk(fileName: string, more: Partial<WeighedChunk> = {}): WeighedChunk {
  return { bundle: 'window', fileName, isEntry: false, bytes: 0, imports: [], modules: [], ...more }
}

test('a module belongs to the innermost package it lies in, else to us', () => {
  expect(packageOf('/x/node_modules/@mantine/core/esm/Button.mjs')).toBe('@mantine/core')
  expect(packageOf('/x/node_modules/a/node_modules/b/index.js')).toBe('b')
  expect(packageOf('/x/renderer/main.tsx')).toBe('Orchard')
})

test('what an entry loads at once is read at the start, what it loads later is not', () => {
  const entry = chunk('index-1.js', { isEntry: true, imports: ['react-2.js'] })
  const react = chunk('react-2.js', { imports: ['shared-3.js', 'index-1.js'] })
  const shared = chunk('shared-3.js')
  const charts = chunk('charts-4.js', { imports: ['shared-3.js'] })
  const other = chunk('report-5.js', { isEntry: true })
  const reached = startingChunks([entry, react, shared, charts, other], [/^index-/])
  expect(reached.map(({ fileName }) => fileName).sort()).toEqual(['index-1.js', 'react-2.js', 'shared-3.js'])
})

test('the bytes of a chunk are shared out by what its modules came to', () => {
  const start = chunk('index-1.js', {
    bytes: 100,
    modules: [
      { id: '/x/node_modules/react/index.js', renderedLength: 300 },
      { id: '/x/renderer/main.tsx', renderedLength: 100 },
      { id: '/x/node_modules/unused/index.js', renderedLength: 0 },
    ],
  })
  const later = chunk('charts-2.js', {
    bytes: 40,
    modules: [{ id: '/x/node_modules/react/more.js', renderedLength: 5 }],
  })
  expect(packageCosts([start, later], new Set([start]))).toEqual([
    { name: 'react', atStart: 75, later: 40 },
    { name: 'Orchard', atStart: 25, later: 0 },
  ])
})
