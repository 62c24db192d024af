import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ImportOverrides } from '#shared/importing/reading'
import type { FileReading } from '../../../electron/files/import/fileReading'
import { inspectFile } from '../../../electron/files/import/inspectFile'

/** Bytes of a file below test/fixtures/import. */
export function fixtureBytes(path: string): Uint8Array {
  return readFileSync(fileURLToPath(new URL(`../../fixtures/import/${path}`, import.meta.url)))
}

/** Reads a fixture and insists that it could be read. */
export async function readFixture(path: string, overrides: ImportOverrides = {}): Promise<FileReading> {
  const result = await inspectFile(fixtureBytes(path), { fileName: basename(path) }, overrides)
  if (!result.ok) throw new Error(`${path}: ${result.error.code}`)
  return result.value
}

/** Reads text as if it were a file's bytes. */
export async function readText(text: string, overrides: ImportOverrides = {}): Promise<FileReading> {
  const result = await inspectFile(new TextEncoder().encode(text), { fileName: 'test.csv' }, overrides)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
