import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from './packagerConfig'

/** Electron's binary carries its fuses behind this text: version, count, then one character each. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES = 8
/** Any program will do as Electron: the packager copies it and sets the fuses, nothing starts it. */
const ANY_PROGRAM = '/bin/true'

const canPack = process.platform === 'linux' && existsSync(ANY_PROGRAM)
let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-packed-'))
  if (!canPack) return
  if (!existsSync(path.join(ROOT, 'out/main/main.cjs')))
    throw new Error('Nothing is built: run npm run build first')
  const electron = path.join(folder, 'electron')
  mkdirSync(path.join(electron, 'locales'), { recursive: true })
  mkdirSync(path.join(electron, 'resources'))
  copyFileSync(ANY_PROGRAM, path.join(electron, 'electron'))
  // All fuses as the opposite of what we want.
  writeFileSync(path.join(electron, 'electron'), `${SENTINEL}\u0001${String.fromCharCode(FUSES)}10110011`, {
    flag: 'a',
  })
  for (const name of ['locales/en-US.pak', 'LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox']) {
    writeFileSync(path.join(electron, name), '')
  }
  writeFileSync(path.join(electron, 'version'), '45.4.1')
  const packager = path.join(ROOT, 'node_modules/electron-builder/cli.js')
  const options = [`-c.electronDist=${electron}`, `-c.directories.output=${path.join(folder, 'dist')}`]
  execFileSync(process.execPath, [packager, '--linux', 'dir', ...options], { cwd: ROOT, stdio: 'pipe' })
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.runIf(canPack)('the archive holds the three bundles and nothing else', () => {
  const files = filesInAsar(path.join(folder, 'dist/linux-unpacked/resources/app.asar'))
  const places = new Set(files.map((file) => file.split('/').slice(0, 2).join('/')))
  expect([...places].sort()).toEqual(['out/main', 'out/preload', 'out/renderer', 'package.json'])
  expect(files).toEqual(
    expect.arrayContaining(['out/main/main.cjs', 'out/preload/preload.cjs', 'out/renderer/index.html']),
  )
  expect(files.filter((file) => /\.(map|tsx?)$|node_modules|stand-in|test/.test(file))).toEqual([])
})

test.runIf(canPack)('the fuses are in the binary', () => {
  const binary = readFileSync(path.join(folder, 'dist/linux-unpacked/orchard'), 'latin1')
  const start = binary.indexOf(SENTINEL) + SENTINEL.length + 2
  // In Electron's order: runAsNode, cookies, NODE_OPTIONS, --inspect, asar integrity, only asar, own snapshot, file://.
  expect(binary.slice(start, start + FUSES)).toBe('01001100')
})

interface AsarFolder {
  readonly files: Readonly<Record<string, AsarFolder | { readonly files?: undefined }>>
}

/** An archive begins with four numbers, the last of which is the length of the JSON behind them. */
function filesInAsar(archive: string): string[] {
  const bytes = readFileSync(archive)
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as AsarFolder
  const list = (inside: AsarFolder, above: string): string[] =>
    Object.entries(inside.files).flatMap(([name, entry]) =>
      entry.files === undefined ? [above + name] : list(entry as AsarFolder, `${above}${name}/`),
    )
  return list(header, '')
}
