import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { NOTEBOOK_FOLDER } from '#shared/identity'
import { captureLead, createFair, expectLeadSaved } from '../../build/tour/fairSteps'
import { acknowledgedIn, differing, recordsOf } from './acknowledged'
import { expect, ready, test } from './app'
import { answerDialog } from './importSteps'
import { KillLedger } from './killLedger'
import { filesWith } from './lockSteps'
import { dumpAsItIs, type Looking, liveRecords } from './notebookDump'
import { killEverything, killRenderers } from './processes'
import { seeded } from './seeded'

/**
 * What is under way when a process dies, and how long after its beginning it dies at the latest: so many times as long as
 * a lead has just taken, since machines differ, and the same one with what else it does.
 */
const POINTS = { capture: 1, undo: 1, merge: 1, import: 3, backup: 2, restore: 6 } as const
type Point = keyof typeof POINTS

/** One kill in each point in every run, fifty in the long one; those within an upgrade are in `killUpgrade.spec.ts`. */
const KILLS = Number(process.env.ORCHARD_KILLS ?? Object.keys(POINTS).length)
const SEED = Number(process.env.ORCHARD_SEED ?? 20261122)
/** Customers of a list that is taken in. */
const LIST_LENGTH = 12

test(`nothing acknowledged is lost and nothing half there in ${KILLS} kills of the window and of everything (seed ${SEED})`, async ({
  launch,
  userData,
}, testInfo) => {
  test.setTimeout(300_000 + KILLS * 90_000)
  const random = seeded(SEED)
  const points = Object.keys(POINTS) as Point[]
  const turned = Math.floor(random() * points.length)
  const tally = new Map<string, number>()
  const ledger = new KillLedger()
  let windowDeaths = 0

  const first = await launch()
  await ready(first.page)
  await createFair(first.page)
  await first.app.close()

  let opened = await open()
  for (let round = 0; round < KILLS; round += 1) {
    const { app, page } = opened
    const point = points[(round + turned) % points.length] ?? 'capture'
    const onlyWindow = random() < 0.5
    const share = random()
    let leadMs = 0
    for (let lead = Math.floor(random() * 3) + 1; lead > 0; lead -= 1) {
      const begun = performance.now()
      await capture(page)
      leadMs = performance.now() - begun
    }
    const within = Math.round(share * POINTS[point] * leadMs)
    const begin = await prepare(app, page, point, testInfo.outputPath(`list-${round}.csv`))
    // Something is under way when the process dies: it may be there afterwards or not, but never half.
    const dying = begin().catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, within))
    if (onlyWindow) {
      expect(killRenderers(userData), 'a window was killed').toBeGreaterThan(0)
      await dying
      const window = comingBack(app)
      await expect.poll(() => window.evaluate(appState)).toBe('ready')
      // What the main process was told to do before, it may still be doing.
      ledger.settle(await dumpAsItIs(window), 'mayStillCome')
      windowDeaths += 1
    }
    await killEverything(userData)
    await dying
    opened = await open()
    const how = `${onlyWindow ? 'window, then everything' : 'everything'} killed ${within} ms into ${point}`
    const isThere = opened.isInFlightThere ? ', what was under way is there' : ''
    console.log(`run ${round} seed ${SEED}: ${how}, there ${ledger.names().size} -> nothing lost${isThere}`)
    tally.set(point, (tally.get(point) ?? 0) + 1)
  }
  console.log(
    `kills ${KILLS}, of the window first ${windowDeaths}, lost 0, half-applied 0`,
    Object.fromEntries(tally),
  )

  /** Starts, and holds the index against the journal and what it shows against what was acknowledged. */
  async function open(): Promise<{ app: ElectronApplication; page: Page; isInFlightThere: boolean }> {
    const journalled = await acknowledgedIn(userData)
    const { app, page } = await launch()
    await ready(page)
    await expect
      .poll(async () => differing(journalled, recordsOf(await dumpAsItIs(page))), 'the index is the journal')
      .toEqual([])
    return { app, page, isInFlightThere: ledger.settle(await dumpAsItIs(page), 'isDecided') }
  }

  async function capture(page: Page): Promise<void> {
    const number = ledger.next()
    ledger.begin(ledger.with(`Lead ${number}`))
    await captureLead(page, `Lead ${number}`, `Person ${number}`)
    ledger.done()
  }

  /** Brings everything to where one press of a key or button begins what the process dies in; answers with that. */
  async function prepare(
    app: ElectronApplication,
    page: Page,
    point: Point,
    list: string,
  ): Promise<() => Promise<void>> {
    switch (point) {
      case 'capture':
        return () => capture(page)
      case 'undo': {
        const after = ledger.without([...ledger.names()].at(-1))
        // Away from the form, in which the keys would undo what is typed.
        await page.keyboard.press('Control+1')
        return async () => {
          ledger.begin(after)
          await page.keyboard.press('Control+z')
          await expect(page.getByText(/^Undone: /)).toBeVisible()
          ledger.done()
        }
      }
      case 'merge':
        return prepareMerge(page)
      case 'import':
        return prepareImport(app, page, list)
      case 'backup':
        await page.keyboard.press('Control+9')
        return () => backUp(page)
      case 'restore':
        return prepareRestore(page)
    }
  }

  /** One buyer whom two of us have met. */
  async function prepareMerge(page: Page): Promise<() => Promise<void>> {
    const number = ledger.next()
    const twins = [`Twin ${number}`, `Again ${number}`] as const
    for (const twin of twins) {
      await page.keyboard.press('Control+2')
      await page.getByLabel('Company').fill(twin)
      await page.getByLabel('Person', { exact: true }).fill(`Buyer ${number}`)
      await page.getByLabel('E-mail').fill(`buyer${number}@twins${number}.example`)
      ledger.begin(ledger.with(twin))
      await page.keyboard.press('Control+Enter')
      await expectLeadSaved(page)
      ledger.done()
    }
    await page.keyboard.press('Control+3')
    await page.getByRole('button', { name: /possible duplicate/ }).click()
    const pair = page
      .getByRole('list', { name: 'Possible duplicates' })
      .locator('li > div')
      .filter({ hasText: `buyer${number}@` })
    const merge = pair.getByRole('button', { name: 'Merge' })
    await expect(merge).toBeVisible()
    return async () => {
      const left = [ledger.without(twins[1]), ledger.without(twins[0])] as const
      ledger.begin(...left)
      await merge.click()
      // Its words are read, not counted: a window that dies meanwhile would be counted as one without them.
      const told = await page.getByText(/is now on the page of/).textContent()
      ledger.done(told?.includes(`is now on the page of ${twins[0]}`) === true ? left[0] : left[1])
    }
  }

  async function prepareImport(
    app: ElectronApplication,
    page: Page,
    list: string,
  ): Promise<() => Promise<void>> {
    const names = Array.from({ length: LIST_LENGTH }, () => `Listed ${ledger.next()}`)
    ledger.importing(names)
    const rows = names.map(
      (name) => `${name},Ms ${name},hello@${name.replace(' ', '').toLowerCase()}.example`,
    )
    writeFileSync(list, ['Company,Contact,E-mail', ...rows, ''].join('\n'))
    await answerDialog(app, [path.resolve(list)])
    await page.keyboard.press('Control+i')
    await page.getByRole('button', { name: /Choose files/ }).click()
    const start = page.getByRole('button', { name: /^Import \d/ })
    await expect(start).toBeVisible()
    return async () => {
      ledger.begin(ledger.with(...names))
      await start.click()
      await expect(page.getByRole('heading', { name: /is in the notebook/ })).toBeVisible()
      ledger.done()
    }
  }

  /** A backup, and a lead that it does not have. */
  async function prepareRestore(page: Page): Promise<() => Promise<void>> {
    await page.keyboard.press('Control+9')
    await backUp(page)
    const then = ledger.names()
    await capture(page)
    await page.keyboard.press('Control+9')
    await page
      .getByRole('button', { name: /^Restore/ })
      .first()
      .click()
    const restore = page.getByRole('button', { name: 'Restore', exact: true })
    await expect(restore).toBeVisible()
    return async () => {
      ledger.begin(then)
      await restore.click()
      await expect(page.getByText(/The notebook is as it was on/)).toBeVisible()
      ledger.done()
    }
  }
})

async function backUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('A backup was taken and checked.')).toBeVisible()
}

test('a lead half typed is there again after everything was killed', async ({ launch, userData }) => {
  const first = await launch()
  await ready(first.page)
  await createFair(first.page)
  await captureLead(first.page, 'Casa Ferraris Srl', 'Marco Ferraris')
  await typeHalfALead(first.page, userData)
  await killEverything(userData)

  const second = await launch()
  await ready(second.page)
  await second.page.keyboard.press('Control+2')
  await expect(second.page.getByLabel('Company')).toHaveValue('Østby Kjøkken AS')
  await expect(second.page.getByLabel('Person', { exact: true })).toHaveValue('Ingrid Ø')
  await expectAll(second.page, ['Casa Ferraris Srl'])
})

test('a window that dies alone comes back by itself, with its leads and with the one half typed', async ({
  launch,
  userData,
}) => {
  const { app, page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Casa Ferraris Srl', 'Marco Ferraris')
  await typeHalfALead(page, userData)
  expect(killRenderers(userData), 'a window was killed').toBeGreaterThan(0)

  const window = comingBack(app)
  await expect.poll(() => window.evaluate(appState)).toBe('ready')
  await expectAll(window, ['Casa Ferraris Srl'])
  await window.evaluate(() =>
    [...document.querySelectorAll('nav button')]
      .find((button) => button.textContent?.trim() === 'Fair')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true })),
  )
  await expect
    .poll(() => window.evaluate(() => [...document.querySelectorAll('input')].map(({ value }) => value)))
    .toEqual(expect.arrayContaining(['Østby Kjøkken AS', 'Ingrid Ø']))
})

async function typeHalfALead(page: Page, userData: string): Promise<void> {
  await page.getByLabel('Company').fill('Østby Kjøkken AS')
  await page.getByLabel('Person', { exact: true }).focus()
  await page.keyboard.type('Ingrid Ø')
  // What the person sees when a draft is on disk; it may be that of a moment ago.
  await expect(page.getByText(/^draft kept/)).toBeVisible()
  const drafts = path.join(userData, NOTEBOOK_FOLDER, 'drafts')
  await expect.poll(() => filesWith(drafts, ['Ingrid Ø']).length).toBeGreaterThan(0)
}

/** How the window is looked at by its main process: Playwright gives a page up for good once it has crashed. */
function comingBack(app: ElectronApplication): Looking {
  return {
    evaluate: <T>(look: () => T) =>
      app.evaluate(({ BrowserWindow }, code) => {
        const [window] = BrowserWindow.getAllWindows()
        return window?.webContents.executeJavaScript(code).catch(() => undefined) as Promise<Awaited<T>>
      }, `(${look.toString()})()`),
  }
}

function appState(): string | undefined {
  return document.documentElement.dataset.appState
}

/** Nothing else is there, and nothing twice. */
async function expectAll(page: Looking, names: readonly string[]): Promise<void> {
  const customers = liveRecords(await dumpAsItIs(page), 'customers')
  expect(customers.map(({ name }) => name).sort()).toEqual([...names].sort())
}
