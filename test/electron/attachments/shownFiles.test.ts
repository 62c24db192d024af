import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { err, ok } from '#shared/result'
import { createShownFiles } from '../../../electron/attachments/shownFiles'
import { nodeFs } from '../../../electron/files/fsPort'

const HASH = 'ab'.repeat(32)
const PDF = new TextEncoder().encode('%PDF-1.7 a bill')

let parent: string
beforeEach(() => {
  parent = mkdtempSync(path.join(os.tmpdir(), 'orchard-shown-'))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

function shown(bytes: Uint8Array, answer = '') {
  const opened: string[] = []
  const files = createShownFiles({
    fs: nodeFs,
    folder: path.join(parent, 'shown'),
    store: ok({ get: async (hash) => (hash === HASH ? ok(bytes) : err('attachment.missing')) }),
    openPath: async (file) => {
      opened.push(file)
      return answer
    },
  })
  return { files, opened }
}

test('a PDF is handed to the system as a copy that clearing takes away', async () => {
  const { files, opened } = shown(PDF)
  expect(await files.show(HASH)).toEqual(ok(null))
  const copy = path.join(parent, 'shown', 'abababababababab.pdf')
  expect(opened).toEqual([copy])
  expect(readFileSync(copy)).toEqual(Buffer.from(PDF))
  await files.clear()
  expect(existsSync(path.join(parent, 'shown'))).toBe(false)
})

test('the ending follows the bytes', async () => {
  const { files, opened } = shown(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))
  await files.show(HASH)
  expect(opened.map((file) => path.extname(file))).toEqual(['.jpg'])
})

test.each([
  ['a program', Uint8Array.from([0x4d, 0x5a, 0x90, 0])],
  ['a web page', new TextEncoder().encode('<script>%PDF-</script>')],
  ['nothing', new Uint8Array()],
])('%s is never handed to the system', async (_what, bytes) => {
  const { files, opened } = shown(bytes)
  expect(await files.show(HASH)).toMatchObject({ ok: false, error: { code: 'attachment.notAReceipt' } })
  expect(opened).toEqual([])
  expect(existsSync(path.join(parent, 'shown'))).toBe(false)
})

test('what is missing, and a system without a viewer, are told apart', async () => {
  expect(await shown(PDF).files.show('00'.repeat(32))).toMatchObject({
    error: { code: 'attachment.missing' },
  })
  expect(await shown(PDF, 'no application').files.show(HASH)).toMatchObject({
    error: { code: 'attachment.notShown' },
  })
})

test('clearing where nothing was shown is no fault', async () => {
  await shown(PDF).files.clear()
})
