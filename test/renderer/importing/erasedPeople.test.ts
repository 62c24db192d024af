import 'fake-indexeddb/auto'
import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createChange } from '#shared/changes/buildChange'
import { DUPLICATE_RULES } from '#shared/importing/resolveRow'
import type { Result } from '#shared/result'
import { planImport, runImport } from '../../../renderer/store/runImport'
import { forgetAllIndexes } from '../indexFixture'
import { openReal, type RealNotebook, readFileBytes } from './realNotebook'

const SALT = 'ab'.repeat(32)

let real: RealNotebook
beforeEach(async () => {
  await forgetAllIndexes()
  real = await openReal()
})
afterEach(() => real.remove())

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** Notes that somebody with these traces was erased, as an erasure does. */
async function note(...traces: readonly string[]): Promise<void> {
  const hashes = traces.map((trace) =>
    createHmac('sha256', Buffer.from(SALT, 'hex')).update(trace).digest('hex'),
  )
  const { notebook } = real
  const erasure = {
    id: notebook.sources.newId(),
    at: 1,
    salt: SALT,
    hashes,
    reason: 'request' as const,
    counts: {},
  }
  must(
    await notebook.commit({ label: { key: 'change.import' } }, (at) => [
      createChange('erasures', erasure, at),
    ]),
  )
  await notebook.settled()
}

const FILE = Buffer.from(
  [
    'Name,Company,Email,WhatsApp',
    'Ana Lagos,Fictional Toys Ltd,Ana@Toys.example,',
    'Bo Lind,Fictional Toys Ltd,,+44 7700 900123',
    'Cy Ota,Fictional Toys Ltd,cy@toys.example,',
  ].join('\n'),
)

async function plan(duplicates: (typeof DUPLICATE_RULES)[number]) {
  const { summary, calls } = await readFileBytes(FILE, 'people.csv')
  const parts = { calls, notebook: real.notebook }
  const planned = must(await planImport(parts, summary, { duplicates }, {}))
  return { parts, summary, planned }
}

test('who was erased is known by an address and by a number, and by no rule taken in again', async () => {
  await note('email:ana@toys.example', 'phone:+447700900123')
  for (const duplicates of DUPLICATE_RULES) {
    const { tally } = (await plan(duplicates)).planned
    expect(tally).toMatchObject({ new: 1, duplicate: 2, reasons: { erased: 2 } })
  }
  const { parts, summary, planned } = await plan('new')
  must(await runImport(parts, summary, planned, {}))
  const rows = (await real.notebook.database()?.rows('people').toArray()) ?? []
  expect(rows.map(({ body }) => body.fullName)).toEqual(['Cy Ota'])
})

test('the very row is known again, whatever it was that told who it is', async () => {
  const first = await plan('hold')
  must(await runImport(first.parts, first.summary, first.planned, {}))
  const [ana] = ((await real.notebook.database()?.rows('people').toArray()) ?? []).filter(
    ({ body }) => body.fullName === 'Ana Lagos',
  )
  const ids = ana?.body.externalIds as readonly { scheme: string; value: string }[]
  await note(...ids.map(({ scheme, value }) => `ext:${scheme}:${value}`))
  const { tally } = (await plan('hold')).planned
  expect(tally).toMatchObject({ same: 2, duplicate: 1, reasons: { erased: 1 } })
})

test('where nobody was erased everybody is taken in', async () => {
  expect((await plan('hold')).planned.tally).toMatchObject({ new: 3, duplicate: 0 })
})
