import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { launchApp } from '../../build/launchApp'
import { captureLead, createFair } from '../../build/tour/fairSteps'
import { acknowledgedIn, differing, type Records, recordsOf } from './acknowledged'
import { expect, ready, test } from './app'
import { copyUserData, emptyStores, FILE_DAMAGES, makeIndexNewer } from './indexDamage'
import { dumpAsItIs } from './notebookDump'
import { killEverything } from './processes'
import { seeded } from './seeded'

/** Four damages in every run, a hundred in the long one. */
const DAMAGES = Number(process.env.ORCHARD_DAMAGES ?? 4)
const SEED = Number(process.env.ORCHARD_SEED ?? 20261129)

/** Damage that is done through the running engine and lies on the disk afterwards. */
const STORE_DAMAGES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the store is emptied': (page) => emptyStores(page, 'all'),
  'some tables are emptied': (page) => emptyStores(page, 'some'),
  'the store is newer': makeIndexNewer,
}

/** Every kind comes once before one comes again. */
const STRIDE = 4
const KINDS = [...Object.keys(FILE_DAMAGES), ...Object.keys(STORE_DAMAGES)]

test(`no acknowledged record is lost over ${DAMAGES} damages of the index (seed ${SEED})`, async ({
  launch,
  userData,
}) => {
  test.setTimeout(120_000 + DAMAGES * 60_000)
  const random = seeded(SEED)
  const below = (limit: number) => Math.floor(random() * limit)
  const first = await launch()
  await ready(first.page)
  await createFair(first.page)
  for (const name of ['Alpha', 'Beta', 'Gamma']) await captureLead(first.page, name, `Ms ${name}`)
  await expect
    .poll(async () => [...recordsOf(await dumpAsItIs(first.page)).keys()].filter(isCustomer).length)
    .toBe(3)
  await killEverything(userData)
  const acknowledged = await acknowledgedIn(userData)

  const lost: string[] = []
  const outcomes = new Map<string, number>()
  const beginning = below(KINDS.length)
  for (let run = 0; run < DAMAGES; run += 1) {
    const kind = KINDS[(beginning + run * STRIDE) % KINDS.length] ?? ''
    const copy = mkdtempSync(path.join(os.tmpdir(), 'orchard-damage-'))
    try {
      const { what, outcome, differences } = await damageOnce(userData, copy, kind, acknowledged, below)
      console.log(
        `run ${run} seed ${SEED}: ${kind} (${what}) -> ${outcome}, different records ${differences}`,
      )
      if (differences > 0) lost.push(`run ${run}: ${kind} (${what})`)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    } finally {
      await killEverything(copy)
      rmSync(copy, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  console.log(`damages ${DAMAGES}, lost ${lost.length}`, Object.fromEntries(outcomes))
  expect(lost).toEqual([])
})

/** Damages a copy of the notebook, starts the app on it, and holds what it shows against what was acknowledged. */
async function damageOnce(
  userData: string,
  copy: string,
  kind: string,
  acknowledged: Records,
  below: (limit: number) => number,
): Promise<{ what: string; outcome: string; differences: number }> {
  copyUserData(userData, copy)
  let what = 'through the engine'
  const ofStore = STORE_DAMAGES[kind]
  if (ofStore === undefined) what = FILE_DAMAGES[kind]?.(copy, below) ?? ''
  else {
    const { page } = await launchApp(copy)
    await ready(page)
    await ofStore(page)
    await killEverything(copy)
  }
  const { app, page } = await launchApp(copy)
  // Read once: an index that is found short right behind the first screen is opened anew, and ready again later.
  let state = ''
  await expect
    .poll(async () => {
      state = (await page.locator('html').getAttribute('data-app-state')) ?? ''
      return state
    })
    .toMatch(/^(ready|failed)$/)
  const isReady = state === 'ready'
  const outcome = isReady ? 'whole' : 'left alone and said'
  // Rows that vanished without an error are found behind the first screen, and built anew while the window stays open.
  const count = async () => differing(acknowledged, recordsOf(await dumpAsItIs(page))).length
  if (isReady) await expect.poll(count, `${kind} (${what})`).toBe(0)
  let differences = 0
  await app.close().catch(() => undefined)
  await killEverything(copy)
  // Whatever the window said: what was acknowledged stands in the journal as it did.
  differences += differing(acknowledged, await acknowledgedIn(copy)).length
  const mustRefuse = kind === 'the store is newer'
  return { what, outcome, differences: differences + (isReady === mustRefuse ? 1 : 0) }
}

function isCustomer(key: string): boolean {
  return key.startsWith('customers/')
}
