import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SCHEMA_VERSION } from '#shared/records/record'
import { frozenSnapshot } from './freeze/frozenSnapshot'
import { schemaShape } from './freeze/schemaShape'
import { ROOT } from './project'

/**
 * `npm run freeze-schema`: keeps what the present schema version looks like, once and for ever: the shape of its
 * records, and a snapshot that every later build must restore. Refuses to write over a version that is frozen already:
 * whoever changes records gives them a new version and a migration.
 */
const folder = path.join(ROOT, 'test/fixtures/schema')
const snapshot = path.join(folder, `v${SCHEMA_VERSION}.orchard`)
if (existsSync(snapshot)) {
  process.stderr.write(`Version ${SCHEMA_VERSION} is frozen. Changed records need a new one.\n`)
  process.exitCode = 1
} else {
  const bytes = await frozenSnapshot()
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    path.join(folder, `v${SCHEMA_VERSION}.shape.json`),
    `${JSON.stringify(schemaShape(), null, 1)}\n`,
  )
  writeFileSync(snapshot, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  process.stdout.write(`${path.relative(ROOT, snapshot)}: ${bytes.length} bytes, sha256 ${sha256}\n`)
}
