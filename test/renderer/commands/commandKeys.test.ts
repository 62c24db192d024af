import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const RENDERER = path.join(import.meta.dirname, '../../../renderer')
const COMMAND = /\bcommand\(\s*'([^']+)',\s*'[^']+',\s*\[([^\]]*)\]/g
/** Keys that are heard everywhere; single letters belong to the place that is open. */
const EVERYWHERE = /^(F\d+|.*\+.+)$/

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return sources(file)
    return /\.tsx?$/.test(entry.name) ? [file] : []
  })
}

test('no two commands that are heard everywhere have one key', () => {
  const owners = new Map<string, string[]>()
  for (const file of sources(RENDERER)) {
    for (const [, id = '', keys = ''] of readFileSync(file, 'utf8').matchAll(COMMAND)) {
      for (const [, key = ''] of keys.matchAll(/'([^']+)'/g))
        if (EVERYWHERE.test(key)) owners.set(key, [...(owners.get(key) ?? []), id])
    }
  }
  expect(owners.size).toBeGreaterThan(10)
  expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([])
})
