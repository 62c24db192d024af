import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { launchApp } from '../launchApp'
import { ROOT } from '../project'
import { type Density, makeNotebook } from './makeNotebook'
import { untilKept } from './untilKept'
import { untilState } from './untilState'

/** What a kept notebook depends on: who is in it, what a record looks like, what is indexed. */
const MADE_OF = [
  'shared/sample',
  'shared/records',
  'renderer/store/schemaVersions.ts',
  'build/bench/makeNotebook.ts',
  'build/bench/keptNotebook.ts',
]
/** What a working life has with each customer: with 100,000 of them a million talks and 200,000 orders. */
const WORKING_LIFE: Density = { interactionsPerCustomer: 10, ordersPerCustomer: 2 }
const MARK = 'complete'

/** A user-data folder, and how long its index took to build if that was only done now. */
export interface KeptNotebook {
  readonly userData: string
  readonly built?: { readonly records: number; readonly elapsedMs: number }
}

/**
 * The user data of a notebook of so many fictional customers, its index built, its search and facts kept. It is kept in the system's temporary folder
 * and used again by later runs until the generator or the schema changes.
 */
export async function keptNotebook(customers: number): Promise<KeptNotebook> {
  const userData = path.join(os.tmpdir(), 'orchard-bench-kept', `${fingerprint()}-${customers}`)
  if (existsSync(path.join(userData, MARK))) return { userData }
  await rm(userData, { recursive: true, force: true })
  await mkdir(userData, { recursive: true })
  const { records } = customers === 0 ? { records: 0 } : await makeNotebook(userData, customers, WORKING_LIFE)
  const start = performance.now()
  const { app, page } = await launchApp(userData)
  await untilState(page, 'ready')
  const elapsedMs = performance.now() - start
  await untilKept(page, customers)
  await app.close()
  await writeFile(path.join(userData, MARK), '')
  return { userData, built: { records, elapsedMs } }
}

function fingerprint(): string {
  const sum = createHash('sha256')
  for (const source of MADE_OF)
    for (const file of filesOf(path.join(ROOT, source))) sum.update(readFileSync(file))
  return sum.digest('hex').slice(0, 12)
}

function filesOf(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesOf(path.join(place, name)))
}
