import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { NOTEBOOK_FOLDER } from '#shared/identity'
import { SCHEMA_VERSION } from '#shared/records/record'
import { TABLE_NAMES } from '#shared/records/tables'
import { launchApp } from '../../build/launchApp'
import { nodeFs } from '../../electron/files/fsPort'
import { openHead } from '../../electron/journal/head'
import { openNotebookLog } from '../../electron/notebook/notebookLog'
import { idOf } from '../support/snapshotFiles'
import { acknowledgedIn, differing, type Records, recordsOf } from './acknowledged'
import { expect, ready, test } from './app'
import {
  chunksOfFirstVersion,
  copyToFirstVersion,
  FIRST_SNAPSHOT,
  makeHeadOfFirstVersion,
} from './firstVersion'
import { answerDialog } from './importSteps'
import { copyUserData } from './indexDamage'
import { dumpAsItIs } from './notebookDump'
import { killEverything } from './processes'
import { seeded } from './seeded'

const WINDOW_KILLS = Number(process.env.ORCHARD_KILLS ?? 6)
/** Two in every run, more in the long one: each is two starts of the app on a copy of the notebook. */
const KILLS = Math.max(2, Math.ceil(WINDOW_KILLS / 5))
const SEED = Number(process.env.ORCHARD_SEED ?? 20261129)
/** So many customers, each with three more records, make an upgrade long enough to die in. */
const CUSTOMERS = process.env.ORCHARD_KILLS === undefined ? 100 : 2000
/** Not called as an index of ours is: a start removes those that are not in use. */
const INDEX = 'index-of-first-version'
/** Dexie stores its version times ten. */
const STORED_VERSION = SCHEMA_VERSION * 10

test(`a notebook of schema version 1 is whole after ${KILLS} kills within its upgrade (seed ${SEED})`, async ({
  launch,
  userData,
}) => {
  test.setTimeout(600_000 + KILLS * 90_000)
  const random = seeded(SEED)
  const before = await makeFirstVersion(launch, userData)
  expect(before.size).toBeGreaterThan(CUSTOMERS * 4)

  const whole = await onCopy(userData, async (copy) => {
    const { page } = await launchApp(copy)
    const begun = performance.now()
    await expect.poll(() => storedVersion(page)).toBe(STORED_VERSION)
    const tookMs = performance.now() - begun
    await expectUpgraded(page, before)
    return tookMs
  })
  const seen = new Map<string, number>()
  for (let run = 0; run < KILLS; run += 1) {
    const share = random()
    const line = await onCopy(userData, async (copy) => {
      const within = Math.round(share * whole)
      // From when there is a page: a start that dies under Playwright's hands fails the test by itself, whatever is left.
      const dying = await launchApp(copy)
      let version: number | undefined
      const watching = (async () => {
        for (;;) version = (await storedVersion(dying.page)) ?? version
      })().catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, within))
      await killEverything(copy)
      await watching
      const schema = await schemaOf(copy)
      expect(differing(before, await acknowledgedIn(copy)), 'the journal is as it was').toEqual([])
      const { page } = await launchApp(copy)
      await expectUpgraded(page, before)
      return { within, died: `notebook of version ${schema}, index ${versionName(version)}` }
    })
    console.log(
      `run ${run} seed ${SEED}: killed ${line.within} ms after its page was there (${line.died}) -> nothing lost`,
    )
    seen.set(line.died, (seen.get(line.died) ?? 0) + 1)
  }
  console.log(`kills ${KILLS} within an upgrade, lost 0, half-applied 0`, Object.fromEntries(seen))
})

/** Makes a notebook as version 1 left it, through a restore of its frozen snapshot and an import; answers what it holds. */
async function makeFirstVersion(
  launch: () => ReturnType<typeof launchApp>,
  userData: string,
): Promise<Records> {
  const first = await launch()
  await ready(first.page)
  await answerDialog(first.app, [FIRST_SNAPSHOT])
  await first.page.keyboard.press('Control+9')
  await first.page.getByRole('button', { name: 'Open a backup file…' }).click()
  await expect(first.page.getByText('The file was checked and added to the list')).toBeVisible()
  await first.page
    .getByRole('button', { name: /^Restore/ })
    .first()
    .click()
  await first.page.getByRole('button', { name: 'Restore', exact: true }).press('Enter')
  await expect(first.page.getByText(/The notebook is as it was on/)).toBeVisible()
  await ready(first.page)
  await first.app.close()

  await importIntoJournal(path.join(userData, NOTEBOOK_FOLDER))
  const second = await launch()
  await ready(second.page)
  const start = await second.page.evaluate(() => window.orchard.call['app:start']())
  const databaseName = start.ok ? start.value.notebook.databaseName : ''
  expect(await copyToFirstVersion(second.page, databaseName, INDEX)).toBeGreaterThan(CUSTOMERS * 4)
  await killEverything(userData)
  await makeHeadOfFirstVersion(path.join(userData, NOTEBOOK_FOLDER), INDEX)
  return acknowledgedIn(userData)
}

/** Adds the customers while nobody has the notebook open. */
async function importIntoJournal(folder: string): Promise<void> {
  let last = 60_000
  const newId = () => {
    last += 1
    return idOf(last)
  }
  const opened = await openNotebookLog({ fs: nodeFs, folder, newId, now: Date.now })
  if (!opened.ok) throw new Error(opened.error.code)
  const notebook = opened.value
  const chunks = await chunksOfFirstVersion(CUSTOMERS, notebook.head())
  const id = chunks[0]?.id ?? ''
  const steps = [() => notebook.beginBulk(id), ...chunks.map((chunk) => () => notebook.appendChunk(chunk))]
  for (const step of [...steps, () => notebook.commitBulk(id, chunks.length)]) {
    const done = await step()
    if (!done.ok) throw new Error(done.error.code)
  }
  await notebook.close()
}

/** The same index, upgraded and not built anew, with every table of now and every record as it was. */
async function expectUpgraded(page: Page, before: Records): Promise<void> {
  await ready(page)
  await expect
    .poll(async () => differing(before, recordsOf(await dumpAsItIs(page))), 'the index is the journal')
    .toEqual([])
  const start = await page.evaluate(() => window.orchard.call['app:start']())
  expect(start.ok && start.value.notebook.databaseName).toBe(INDEX)
  expect(await storedVersion(page)).toBe(STORED_VERSION)
  expect(Object.keys(await dumpAsItIs(page))).toEqual(expect.arrayContaining([...TABLE_NAMES]))
}

/** What the browser has committed of the index, undefined where there is no page yet. */
function storedVersion(page: Page): Promise<number | undefined> {
  return page
    .evaluate(
      async (index) => (await indexedDB.databases()).find(({ name }) => name === index)?.version,
      INDEX,
    )
    .catch((fault: Error) => {
      if (page.isClosed()) throw fault
      return undefined
    })
}

function versionName(stored: number | undefined): string {
  return stored === undefined ? 'not looked at' : `of version ${Math.floor(stored / 10)}`
}

/** The version that HEAD of a stopped notebook names. */
async function schemaOf(userData: string): Promise<number | undefined> {
  const head = await openHead(nodeFs, path.join(userData, NOTEBOOK_FOLDER))
  return head.ok ? head.value.current()?.schema : undefined
}

async function onCopy<T>(userData: string, run: (copy: string) => Promise<T>): Promise<T> {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'orchard-upgrade-'))
  try {
    copyUserData(userData, copy)
    return await run(copy)
  } finally {
    await killEverything(copy)
    rmSync(copy, { recursive: true, force: true, maxRetries: 5 })
  }
}
