import { expect, test } from 'vitest'
import { collectSooner } from '../../../electron/engine/collectSooner'

test('heaps of windows are bounded by what is alive in them', () => {
  const appended: unknown[] = []
  collectSooner({
    commandLine: {
      appendSwitch: (...args: unknown[]) => appended.push(args),
    },
  } as unknown as Parameters<typeof collectSooner>[0])
  expect(appended).toEqual([['js-flags', '--heap-growing-percent=50 --initial-old-space-size=64']])
})
