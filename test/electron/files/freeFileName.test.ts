import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freeFileName } from '../../../electron/files/freeFileName'
import { nodeFs } from '../../../electron/files/fsPort'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'orchard-names-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('a name that is taken gets the next number', async () => {
  const names: string[] = []
  for (let letter = 0; letter < 3; letter += 1) {
    const name = await freeFileName(nodeFs, folder, '陈伟 2026-11-25', 'eml')
    names.push(name)
    await writeFile(path.join(folder, name), '')
  }
  expect(names).toEqual(['陈伟 2026-11-25.eml', '陈伟 2026-11-25 (2).eml', '陈伟 2026-11-25 (3).eml'])
})

test('a folder that is gone or is none proposes the plain name', async () => {
  await writeFile(path.join(folder, 'file'), '')
  expect(await freeFileName(nodeFs, path.join(folder, 'gone'), 'Anna', 'eml')).toBe('Anna.eml')
  expect(await freeFileName(nodeFs, path.join(folder, 'file'), 'Anna', 'eml')).toBe('Anna.eml')
})
