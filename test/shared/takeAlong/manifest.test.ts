import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type ManifestFacts, manifestText, parseManifest, textToSeal } from '#shared/takeAlong/manifest'

const sealOf = (text: string) => createHash('sha256').update(text).digest('hex')
const FACTS: ManifestFacts = {
  app: '0.1.0',
  schema: 1,
  notebookId: '0190b6f2-7b1c-7c33-8f5e-0a1b2c3d4e5f',
  generation: 1,
  createdAt: 1_763_546_400_000,
  lastSeq: 12,
  counts: { customers: { rows: 3, live: 2 } },
  logRows: 12,
  pages: 2,
  attachments: { inside: 1, missing: 0 },
  files: [{ path: 'data/customers.ndjson', sizeBytes: 3, sha256: 'a'.repeat(64) }],
}
const written = (facts: ManifestFacts) => manifestText(facts, sealOf(textToSeal(facts)))
const codeOf = (text: string, schema = 1) => {
  const parsed = parseManifest(text, schema, sealOf)
  return parsed.ok ? 'ok' : parsed.error.code
}

test('what was written is read, and any other number in it is noticed', () => {
  const text = written(FACTS)
  expect(parseManifest(text, 1, sealOf)).toMatchObject({ ok: true, value: FACTS })
  expect(codeOf(text.replace('"lastSeq": 12', '"lastSeq": 13'))).toBe('takeAlong.badManifest')
  expect(codeOf(text.replace('"sizeBytes":3', '"sizeBytes":4'))).toBe('takeAlong.badManifest')
  expect(codeOf(text.slice(0, -20))).toBe('takeAlong.badManifest')
})

test('a manifest of somebody else, or of a newer Orchard, is called what it is', () => {
  expect(codeOf('{"name":"a web app","display":"standalone"}')).toBe('takeAlong.notOurs')
  expect(codeOf(written(FACTS).replace('"format": 1', '"format": 2'))).toBe('backup.newerFormat')
  expect(codeOf(written({ ...FACTS, schema: 2 }))).toBe('backup.newerSchema')
})

test('no path leads out of the folder', () => {
  for (const path of [
    '../a',
    'data/../a',
    'data/..',
    '/etc/passwd',
    'C:\\a',
    'data\\a',
    'a/b/c',
    '..',
    'data/a:b',
    'data/',
  ]) {
    expect(codeOf(written({ ...FACTS, files: [{ path, sizeBytes: 1, sha256: 'b'.repeat(64) }] })), path).toBe(
      'takeAlong.badManifest',
    )
  }
  for (const path of ['index.html', 'customers/王 (2).md', 'customers/a..b.md']) {
    expect(codeOf(written({ ...FACTS, files: [{ path, sizeBytes: 1, sha256: 'b'.repeat(64) }] })), path).toBe(
      'ok',
    )
  }
})
