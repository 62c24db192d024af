import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export const ROOT = path.join(import.meta.dirname, '../..')

/** The part of the packager's configuration that tests look at. */
export interface PackagerConfig {
  readonly [key: string]: unknown
  readonly files: readonly string[]
  readonly electronFuses: Readonly<Record<string, boolean>>
}

// The packager's own parser and schema: what it reads is what is tested.
const packager = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'))
const library = createRequire(packager.resolve('app-builder-lib/package.json'))

/** Reads electron-builder.yml as the packager does. */
export function readPackagerConfig(): PackagerConfig {
  const yaml = library('js-yaml') as { load: (text: string) => unknown }
  return yaml.load(readFileSync(path.join(ROOT, 'electron-builder.yml'), 'utf8')) as PackagerConfig
}

/** The names of all fuses that the packager can set. */
export function knownFuses(): string[] {
  const schema = library('./scheme.json') as {
    definitions: { FuseOptionsV1: { properties: Readonly<Record<string, unknown>> } }
  }
  return Object.keys(schema.definitions.FuseOptionsV1.properties)
}
