import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { collectSooner } from '../../../electron/engine/collectSooner'

test('windows are told to collect sooner, by names that the engine knows', () => {
  const appended: string[][] = []
  collectSooner({
    commandLine: {
      appendSwitch: (...args: string[]) => appended.push(args),
    },
  } as unknown as Parameters<typeof collectSooner>[0])
  const [[name, flags = ''] = []] = appended
  expect(name).toBe('js-flags')
  const told = flags.split(' ').map((flag) => flag.split('='))
  expect(told.map(([, value]) => Number(value))).toEqual([50, 64])
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' })
  for (const [flag] of told) expect(known).toContain(`  ${flag} (`)
})
