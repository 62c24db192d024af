import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LetterFile } from '#shared/ipc/letters'
import { err, ok, type Result } from '#shared/result'
import { nodeFs } from '../../../electron/files/fsPort'
import { createLetterHandlers } from '../../../electron/ipc/createLetterHandlers'
import { buildEml } from '../../../electron/letters/buildEml'
import { createSavedFiles } from '../../../electron/savedFiles/savedFiles'

const HASH = 'a'.repeat(64)
const bytes = Uint8Array.from({ length: 1000 }, (_, place) => place % 256)
const letter: LetterFile = {
  to: { name: 'Åsa', address: 'asa@oberg.example' },
  subject: 'Guide',
  body: 'Hej',
  language: 'sv',
  about: ['Åsa'],
  on: '2026-11-25',
  attachments: [{ hash: HASH, fileName: '竹制品 guide.pdf', mediaType: 'application/pdf' }],
}
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-letter-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The handler over a store that answers every hash alike. */
function saveEml(stored: Result<Uint8Array>, onAsked: () => void = () => undefined) {
  return createLetterHandlers({
    fs: nodeFs,
    attachments: ok({ get: async () => stored }),
    chooseLetterPlace: async () => {
      onAsked()
      return path.join(folder, 'letter.eml')
    },
    openLetter: async () => err('never'),
    savedFiles: createSavedFiles({ fs: nodeFs, showInFolder: () => undefined }),
  })['letter:saveEml'](letter)
}

test('the file goes with the letter, byte for byte and under its own name', async () => {
  expect(await saveEml(ok(bytes))).toEqual({ ok: true, value: { fileName: 'letter.eml' } })
  const mail = await PostalMime.parse(readFileSync(path.join(folder, 'letter.eml')))
  expect(
    mail.attachments.map(({ filename, mimeType, content }) => [
      filename,
      mimeType,
      new Uint8Array(content as ArrayBuffer),
    ]),
  ).toEqual([['竹制品 guide.pdf', 'application/pdf', bytes]])
  expect(mail.text?.trim()).toBe('Hej')
})

test('a letter whose file is lost is not saved, and nobody is asked where', async () => {
  let asked = 0
  const saved = await saveEml(err('attachment.missing'), () => {
    asked += 1
  })
  expect([saved.ok, saved.ok ? '' : saved.error.code, asked]).toEqual([false, 'letter.attachmentLost', 0])
})

test('neither a file’s name nor its type begins a header of its own', async () => {
  const evil = 'a\r\nBcc: all@example.com\r\n\r\nx.pdf'
  const mail = await PostalMime.parse(
    await buildEml(letter, [{ fileName: evil, mediaType: 'text/html\r\nX-Evil: 1', bytes }]),
  )
  expect(mail.headers.map(({ key }) => key).sort()).toEqual([
    'content-type',
    'mime-version',
    'subject',
    'to',
    'x-unsent',
  ])
  const [file] = mail.attachments
  expect([file?.filename, file?.mimeType]).toEqual([
    'a Bcc: all@example.com x.pdf',
    'application/octet-stream',
  ])
  expect(file?.content).toEqual(bytes.buffer)
})
