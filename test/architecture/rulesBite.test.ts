import { expect, test } from 'vitest'
import { allRules } from './allRules'
import { MAX_LINES } from './shapeRules'
import { fakeTree } from './sourceTree'

/** A small tree that breaks one rule in one place, and what the rule must say of it. */
interface Offence {
  readonly rule: keyof typeof allRules
  readonly files: Readonly<Record<string, string>>
  readonly says: string
}

const from = (specifier: string) => `import { x } from '${specifier}'\nx()`
const typeFrom = (specifier: string) => `import type { X } from '${specifier}'\nexport const x: X = 1`
const value = 'export const x = () => 1'

const layers = 'layers point down: electron and renderer to shared, shared to its simpler rooms'
const gate = 'calls of the window enter through one gate'
const factory = 'windows come from one factory'
const markup = 'typed text never becomes markup'
const code = 'text never becomes code'
const packages = 'packages stay in their rooms'

const offences: Readonly<Record<string, Offence>> = {
  'the main process imports the window': {
    rule: layers,
    files: { 'electron/a.ts': from('../renderer/b'), 'renderer/b.ts': value },
    says: 'electron must not import renderer/b.ts',
  },
  'the window imports a type of the main process': {
    rule: layers,
    files: { 'renderer/a.ts': typeFrom('../electron/b'), 'electron/b.ts': value },
    says: 'renderer must not import electron/b.ts',
  },
  'the domain imports the window by an import type': {
    rule: layers,
    files: { 'shared/time/a.ts': "export type T = import('../../renderer/b').X", 'renderer/b.ts': value },
    says: 'shared must not import renderer/b.ts',
  },
  'the product imports a test': {
    rule: layers,
    files: { 'electron/a.ts': from('../test/b'), 'test/b.ts': value },
    says: 'electron must not import test/b.ts',
  },
  'a simpler room imports a richer one': {
    rule: layers,
    files: { 'shared/records/a.ts': from('#shared/changes/b'), 'shared/changes/b.ts': value },
    says: 'shared/records must not import upwards from shared/changes',
  },
  'a room has no place in the order': {
    rule: layers,
    files: { 'shared/attic/a.ts': from('../result'), 'shared/result.ts': value },
    says: 'shared/attic has no place',
  },
  'a building block imports the store': {
    rule: 'rooms of the window keep apart',
    files: { 'renderer/ui/a.tsx': from('../store/b'), 'renderer/store/b.ts': value },
    says: 'renderer/ui must not import renderer/store/b.ts',
  },
  'a feature imports another without a declared edge': {
    rule: 'rooms of the window keep apart',
    files: { 'renderer/fair/a.ts': from('../library/b'), 'renderer/library/b.ts': value },
    says: 'renderer/fair must not import renderer/library/b.ts',
  },
  'a file is named by a word that fits every file': {
    rule: 'names say the subject',
    files: { 'shared/time/data.ts': value },
    says: 'shared/time/data.ts',
  },
  'a feature imports more of another than was declared': {
    rule: 'rooms of the window keep apart',
    files: { 'renderer/fair/a.ts': from('../shell/App'), 'renderer/shell/App.tsx': value },
    says: 'renderer/fair must not import renderer/shell/App.tsx',
  },
  'a view speaks to the worker past the store': {
    rule: 'rooms of the window keep apart',
    files: { 'renderer/fair/a.ts': from('../workers/b'), 'renderer/workers/b.ts': value },
    says: 'renderer/fair must not import renderer/workers/b.ts',
  },
  'the preload script imports more than the contract': {
    rule: 'the preload script imports the contract only',
    files: { 'electron/preload.ts': from('#shared/records/tables'), 'shared/records/tables.ts': value },
    says: 'electron/preload.ts:1 must not import shared/records/tables.ts',
  },
  'a package nobody declared': {
    rule: packages,
    files: { 'renderer/fair/a.ts': from('left-pad') },
    says: 'left-pad has no row',
  },
  'a package leaves its room, by require': {
    rule: packages,
    files: { 'electron/journal/a.ts': "const papa = require('papaparse')\npapa()" },
    says: 'must not import papaparse',
  },
  'the domain imports a part of Node': {
    rule: packages,
    files: { 'shared/time/a.ts': from('node:fs') },
    says: 'must not import node:fs',
  },
  'the window imports Electron': {
    rule: packages,
    files: { 'renderer/main.tsx': typeFrom('electron') },
    says: 'must not import electron',
  },
  'the journal imports Electron': {
    rule: packages,
    files: { 'electron/journal/a.ts': from('electron') },
    says: 'must not import electron',
  },
  'two files import each other': {
    rule: 'no file reaches itself, types included',
    files: { 'shared/time/a.ts': from('./b'), 'shared/time/b.ts': from('./a') },
    says: 'shared/time/a.ts <-> shared/time/b.ts',
  },
  'three files go round through a type': {
    rule: 'no file reaches itself, types included',
    files: {
      'shared/time/a.ts': from('./b'),
      'shared/time/b.ts': from('./c'),
      'shared/time/c.ts': typeFrom('./a'),
    },
    says: 'shared/time/a.ts <-> shared/time/b.ts <-> shared/time/c.ts',
  },
  'a worker is part of a circle': {
    rule: 'no file reaches itself, types included',
    files: {
      'renderer/a.ts': "new Worker(new URL('./b.ts', import.meta.url))",
      'renderer/b.ts': from('./a'),
    },
    says: 'renderer/a.ts <-> renderer/b.ts',
  },
  'a file hands everything on': {
    rule: 'no file only re-exports',
    files: { 'shared/time/all.ts': "export * from './a'\nexport type { B } from './b'" },
    says: 'shared/time/all.ts only re-exports',
  },
  'a file imports and hands on': {
    rule: 'no file only re-exports',
    files: { 'shared/time/all.ts': "import { a } from './a'\nexport { a }" },
    says: 'shared/time/all.ts only re-exports',
  },
  'an import climbs': {
    rule: 'no import climbs three folders',
    files: { 'renderer/store/queries/a.ts': from('../../../shared/result') },
    says: 'imports ../../../shared/result',
  },
  'a default export': {
    rule: 'no default exports in the product',
    files: { 'shared/time/a.ts': 'export default function day() {}' },
    says: 'has a default export',
  },
  'a default export by another name': {
    rule: 'no default exports in the product',
    files: { 'shared/time/a.ts': 'const a = 1\nexport { a as default }' },
    says: 'has a default export',
  },
  'a name without a subject': {
    rule: 'names say the subject',
    files: { 'shared/time/dateUtils.ts': value },
    says: 'dateUtils.ts',
  },
  'a folder without a subject': {
    rule: 'names say the subject',
    files: { 'electron/services/a.ts': value },
    says: 'electron/services/a.ts',
  },
  'a file that is two rooms': {
    rule: 'files stay below 400 lines',
    files: { 'shared/time/a.ts': 'export {}\n'.repeat(MAX_LINES + 1) },
    says: 'has 401 lines',
  },
  'a handler past the gate': {
    rule: gate,
    files: { 'electron/backup/a.ts': "ipcMain.handle('x', () => 1)" },
    says: 'uses ipcMain past the gate',
  },
  'a handler past the gate, by computed name': {
    rule: gate,
    files: { 'electron/backup/a.ts': "ipcMain['on']('x', () => 1)" },
    says: 'uses ipcMain past the gate',
  },
  'a handler past the gate, taken apart': {
    rule: gate,
    files: { 'electron/main.ts': 'const { handle } = ipcMain' },
    says: 'takes ipcMain apart',
  },
  'a second window': {
    rule: factory,
    files: { 'electron/reports/a.ts': 'new BrowserWindow({})' },
    says: 'makes a window of its own',
  },
  'a second window through the namespace': {
    rule: factory,
    files: { 'electron/reports/a.ts': 'new electron.BrowserWindow({})' },
    says: 'makes a window of its own',
  },
  'a view without a window': {
    rule: factory,
    files: { 'electron/window.ts': 'new WebContentsView({})' },
    says: 'makes a WebContentsView',
  },
  'markup in an attribute': {
    rule: markup,
    files: { 'renderer/a.tsx': 'export const a = <p dangerouslySetInnerHTML={{ __html: x }} />' },
    says: 'uses dangerouslySetInnerHTML',
  },
  'markup in a spread': {
    rule: markup,
    files: { 'renderer/a.tsx': 'const p = { dangerouslySetInnerHTML: { __html: x } }' },
    says: 'uses dangerouslySetInnerHTML',
  },
  'markup by assignment': {
    rule: markup,
    files: { 'renderer/a.ts': 'element.innerHTML = x' },
    says: 'uses innerHTML',
  },
  'a document that is written': {
    rule: markup,
    files: { 'renderer/a.ts': 'document.write(x)' },
    says: 'document.write',
  },
  'text is evaluated': { rule: code, files: { 'shared/a.ts': 'eval(x)' }, says: 'uses eval' },
  'text becomes a function': {
    rule: code,
    files: { 'shared/a.ts': "const f = new Function('return 1')" },
    says: 'uses Function',
  },
  'a timer runs text': {
    rule: code,
    files: { 'renderer/a.ts': "setTimeout('alert(1)', 1)" },
    says: 'gives a timer text',
  },
  'storage is cleared': {
    rule: 'stored data are never cleared',
    files: { 'electron/a.ts': 'session.clearStorageData()' },
    says: 'clearStorageData',
  },
  'a connection is opened': {
    rule: 'nothing opens a connection',
    files: { 'renderer/a.ts': "new WebSocket('wss://example.invalid')" },
    says: 'opens a connection',
  },
  'the network is imported': {
    rule: 'nothing opens a connection',
    files: { 'electron/a.ts': "import https from 'node:https'\nhttps.get('')" },
    says: 'imports node:https',
  },
}

test.each(Object.entries(offences))('finds it when %s', (_title, { rule, files, says }) => {
  expect(allRules[rule]?.(fakeTree(files))).toEqual([expect.stringContaining(says)])
})

test('every rule is shown to bite', () => {
  const bitten = new Set(Object.values(offences).map(({ rule }) => rule))
  expect(Object.keys(allRules).filter((rule) => !bitten.has(rule))).toEqual([])
})

test('finds nothing in a tree that keeps every rule', () => {
  const tree = fakeTree({
    'shared/result.ts': value,
    'shared/time/day.ts': from('../result'),
    'shared/ipc/contract.ts': typeFrom('../time/day'),
    'shared/matching/database.ts': 'export function evaluate() { return 1 }',
    'electron/preload.ts':
      "import { contextBridge } from 'electron'\nimport { x } from '#shared/ipc/contract'\nx(contextBridge)",
    'electron/ipc/handle.ts': "export function register(ipcMain: unknown) { ipcMain.handle('a', () => 1) }",
    'electron/window.ts':
      "import { BrowserWindow } from 'electron'\nexport const open = () => new BrowserWindow({})",
    'renderer/ui/Button.tsx': "import { Button } from '@mantine/core'\nexport const x = () => <Button />",
    'renderer/fair/FairPage.tsx': from('../ui/Button'),
    'renderer/shell/App.tsx': from('../fair/FairPage'),
    'test/shared/day.test.ts': from('../../shared/time/day'),
  })
  expect(Object.entries(allRules).flatMap(([, rule]) => rule(tree))).toEqual([])
})
