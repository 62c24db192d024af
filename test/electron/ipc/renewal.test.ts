import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nodeFs } from '../../../electron/files/fsPort'
import { productSet, valueIn } from '../../support/backupDisk'
import { type MainProcess, openMainProcess } from '../../support/mainProcess'
import { productLines } from '../../support/snapshotFiles'

let userData: string
let reloads: number
let main: MainProcess

beforeEach(async () => {
  userData = mkdtempSync(path.join(os.tmpdir(), 'orchard-renewal-'))
  reloads = 0
  const nobody = { folder: null, asked: [], opened: [] }
  main = await openMainProcess(nodeFs, userData, nobody, () => {
    reloads += 1
  })
  valueIn(await main.handlers['app:start']())
  valueIn(await main.handlers['journal:append'](productSet(main.notebook, 1)))
})
afterEach(async () => {
  await main.close()
  rmSync(userData, { recursive: true, force: true })
})

async function backUp(reason: 'manual' | 'beforeRestore'): Promise<string> {
  const { handlers: call, notebook } = main
  const token = valueIn(await call['backup:begin'](reason))
  valueIn(await call['backup:write'](token, Buffer.from(productLines(1, 1))))
  const counts = { products: { rows: 1, live: 1 } }
  const { lastSeq } = notebook.head()
  return valueIn(await call['backup:finish'](token, { lastSeq, counts, logRows: 0, lines: 1 })).id
}

test('a page that came while a restore ran is loaded anew, and saves nothing before', async () => {
  const { handlers: call, notebook } = main
  const id = await backUp('manual')
  await backUp('beforeRestore')
  const restoring = call['backup:restore'](id, false)
  valueIn(await call['app:start']())
  valueIn(await restoring)
  expect(reloads).toBe(1)
  expect(await call['journal:append'](productSet(notebook, 2))).toEqual({
    ok: false,
    error: { code: 'notebook.restoring' },
  })
  // A text that is being written is kept all the same.
  expect(await call['draft:save']('note', 'half a sentence')).toMatchObject({ ok: true })
  valueIn(await call['app:start']())
  valueIn(await call['journal:append'](productSet(notebook, 2)))
})

test('whoever asked for a restore loads the window anew alone, and a refused restore changes nothing', async () => {
  const { handlers: call, notebook } = main
  const id = await backUp('manual')
  const refused = call['backup:restore'](id, false)
  valueIn(await call['app:start']())
  expect(await refused).toMatchObject({ error: { code: 'backup.noWayBack' } })
  valueIn(await call['journal:append'](productSet(notebook, 2)))
  await backUp('beforeRestore')
  valueIn(await call['backup:restore'](id, false))
  expect(reloads).toBe(0)
})
