import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { err, ok } from '#shared/result'
import { nodeFs } from '../../../electron/files/fsPort'
import { createSavedFiles } from '../../../electron/savedFiles/savedFiles'

let parent: string
let shown: string[]
beforeEach(() => {
  parent = mkdtempSync(path.join(os.tmpdir(), 'orchard-saved-'))
  shown = []
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

function memory() {
  return createSavedFiles({ fs: nodeFs, showInFolder: (place) => shown.push(place) })
}

function file(...names: readonly string[]): string {
  const place = path.join(parent, ...names)
  mkdirSync(path.dirname(place), { recursive: true })
  writeFileSync(place, 'text')
  return place
}

test('only what this run has saved is shown, by its name alone', async () => {
  const saved = memory()
  const report = file('Report.pdf')
  file('passwords.txt')
  saved.remember(report)
  expect(await saved.show('Report.pdf')).toEqual(ok(null))
  expect(await saved.show('passwords.txt')).toEqual(err('export.gone'))
  expect(await saved.show(report)).toEqual(err('export.gone'))
  expect(shown).toEqual([report])
})

test('of two files of one name the one that was saved last is meant', () => {
  const saved = memory()
  saved.remember(path.join(parent, 'elsewhere', 'Report.pdf'))
  const report = file('Report.pdf')
  saved.remember(report)
  expect(saved.find('Report.pdf')).toBe(report)
})

test('a folder that was filled is shown too; what was moved away is gone', async () => {
  const saved = memory()
  const folder = path.dirname(file('Orchard 2026-11-30', 'index.html'))
  saved.remember(folder)
  expect(await saved.show('Orchard 2026-11-30')).toEqual(ok(null))
  renameSync(folder, path.join(parent, 'moved'))
  expect(await saved.show('Orchard 2026-11-30')).toEqual(err('export.gone'))
  expect(shown).toEqual([folder])
})

test('two hundred are remembered, the oldest is forgotten first', () => {
  const saved = memory()
  for (let number = 0; number <= 200; number += 1) saved.remember(path.join(parent, `${number}.csv`))
  expect([saved.find('0.csv'), saved.find('1.csv')]).toEqual([undefined, path.join(parent, '1.csv')])
})
