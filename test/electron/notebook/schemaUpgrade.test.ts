import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SCHEMA_VERSION } from '#shared/records/record'
import { nodeFs } from '../../../electron/files/fsPort'
import { openHead } from '../../../electron/journal/head'
import { openNotebookLog } from '../../../electron/notebook/notebookLog'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-upgrade-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A notebook whose HEAD names the version that wrote it. */
async function writtenBy(schema: number): Promise<void> {
  const begun = await open()
  if (!begun.ok) throw new Error(begun.error.code)
  const { generation } = begun.value.head()
  await begun.value.close()
  const head = await openHead(nodeFs, folder)
  if (!head.ok) throw new Error(head.error.code)
  const written = { generation, databaseName: 'orchard-g1-kept', schema, floor: {} }
  await head.value.write({ ...written, lastSnapshot: null, everHadRecords: true })
}

const open = () => openNotebookLog({ fs: nodeFs, folder, newId: uuidV7, now: () => 42 })

async function schemaOnDisk(): Promise<number | undefined> {
  const head = await openHead(nodeFs, folder)
  return head.ok ? head.value.current()?.schema : undefined
}

test('a notebook of an older version says that this one writes to it before it does, and keeps its database', async () => {
  await writtenBy(SCHEMA_VERSION - 1)
  const opened = await open()
  if (!opened.ok) throw new Error(opened.error.code)
  expect(await schemaOnDisk()).toBe(SCHEMA_VERSION)
  expect(opened.value.head().databaseName).toBe('orchard-g1-kept')
  await opened.value.close()
})

test('a notebook of a newer version is refused and keeps saying so', async () => {
  await writtenBy(SCHEMA_VERSION + 1)
  expect(await open()).toEqual({ ok: false, error: { code: 'notebook.newer' } })
  expect(await schemaOnDisk()).toBe(SCHEMA_VERSION + 1)
})
