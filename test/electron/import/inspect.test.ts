import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))

function inspect(...files: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'build/inspect.ts', ...files], {
    cwd: root,
    encoding: 'utf8',
  })
}

test('prints one object a line, keys in their order, errors as objects', () => {
  const folder = 'test/fixtures/import'
  const run = inspect(
    `${folder}/quirks/made/no-header.csv`,
    `${folder}/spreadsheets/password_2002_40_xor.xls`,
    'does-not-exist.csv',
  )
  const lines = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  const keys = [
    'file',
    'format',
    'encoding',
    'bom',
    'delimiter',
    'sheet',
    'headerRow',
    'dataRows',
    'columns',
    'records',
    'rejected',
    'warnings',
  ]
  expect(run.status).toBe(0)
  expect(lines.map((line) => Object.keys(line))).toEqual([keys, [...keys, 'error'], [...keys, 'error']])
  expect(lines[0]).toMatchObject({
    file: `${folder}/quirks/made/no-header.csv`,
    format: 'table',
    encoding: 'utf8',
    delimiter: ',',
    headerRow: null,
    dataRows: 2,
    records: [{ row: 0, target: { person: { fullName: 'A Fictional' } } }, { row: 1 }],
  })
  expect(lines[1]).toMatchObject({
    format: 'xls',
    error: { code: 'import.passwordProtected', params: {} },
  })
  expect(lines[2]).toMatchObject({ format: null, error: { code: 'import.unreadable', params: {} } })
})

test('without a file it explains itself and fails', () => {
  expect(inspect().status).toBe(2)
})
