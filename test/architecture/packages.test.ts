import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { PACKAGE_ROOMS } from './packageRooms'

const ROOT = path.join(import.meta.dirname, '../..')

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

interface LockFile {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly integrity?: string; readonly link?: boolean }>
  >
}

const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Manifest
const lockFile = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as LockFile

test('every package of the room table is a dependency of our own', () => {
  const own = { ...manifest.dependencies, ...manifest.devDependencies }
  expect(Object.keys(PACKAGE_ROOMS).filter((name) => own[name] === undefined)).toEqual([])
})

test('nothing is installed at run time: the bundles hold all they need', () => {
  expect(manifest.dependencies ?? {}).toEqual({})
})

test('every dependency is pinned to one version of the registry', () => {
  const loose = Object.entries(manifest.devDependencies).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  )
  expect(loose).toEqual([])
})

test('every locked package is known by its hash', () => {
  const unknown = Object.entries(lockFile.packages).filter(
    ([place, entry]) => place !== '' && entry.integrity === undefined,
  )
  expect(unknown.map(([place]) => place)).toEqual([])
})

test('no SheetJS from npm, which no longer gets its fixes', () => {
  expect(Object.keys(lockFile.packages).filter((place) => place.endsWith('node_modules/xlsx'))).toEqual([])
})
