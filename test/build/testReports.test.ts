import { expect, test } from 'vitest'
import { warningsIn } from '../../build/buildSteps'
import { playwrightCounts, readCounts, sumCounts, vitestCounts } from '../../build/testReports'

test('a Vitest run is counted by its tests; a file that did not load counts as one failure', () => {
  const report = {
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'skipped' }] },
      {
        status: 'failed',
        assertionResults: [{ status: 'passed' }, { status: 'failed' }, { status: 'failed' }],
      },
      { status: 'failed', assertionResults: [] },
    ],
  }
  expect(vitestCounts(report)).toEqual({ passed: 2, failed: 3, skipped: 1 })
})

test('a Playwright run is counted by its statistics; a fault outside of the tests counts as one failure', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] }
  expect(playwrightCounts(report)).toEqual({ passed: 6, failed: 2, skipped: 2 })
})

test('a report that is not there gives no numbers', () => {
  expect(readCounts('/nowhere/report.json', 'vitest')).toBeUndefined()
})

test('runs add up', () => {
  const one = { passed: 1, failed: 2, skipped: 3 }
  expect(sumCounts([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 })
  expect(sumCounts([])).toEqual({ passed: 0, failed: 0, skipped: 0 })
})

test('a bundler’s warning is found, its remarks about sizes and time are not', () => {
  const output = [
    'vite v8 building',
    '(!) Some chunks are larger than 500 kB after minification. Consider:',
    '- Adjust chunk size limit for this warning via build.chunkSizeWarningLimit.',
    '[PLUGIN_TIMINGS] Warning: Your build spent significant time in plugins.',
    '[UNRESOLVED_IMPORT] Warning: Could not resolve x',
    '\u001b[33m(!) Circular dependency\u001b[39m',
    'out/renderer/assets/index.js 1,240 kB',
  ].join('\n')
  expect(warningsIn(output)).toEqual([
    '[UNRESOLVED_IMPORT] Warning: Could not resolve x',
    '(!) Circular dependency',
  ])
})
