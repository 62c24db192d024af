import type { ElectronApplication, Page } from '@playwright/test'
import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { dumpNotebook, type Looking, liveRecords } from './notebookDump'
import { killEverything, killRenderers } from './processes'

/** Five kills in every run, fifty in the long one. */
const KILLS = Number(process.env.ORCHARD_KILLS ?? 5)
const SEED = Number(process.env.ORCHARD_SEED ?? 20261122)

/** A small seeded generator (mulberry32), so that a failing run can be repeated. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

test(`no acknowledged lead is lost in ${KILLS} kills (seed ${SEED})`, async ({ launch, userData }) => {
  test.setTimeout(60_000 + KILLS * 40_000)
  const random = seeded(SEED)
  const acknowledged: string[] = []
  let attempted = 0
  let windowDeaths = 0

  const first = await launch()
  await ready(first.page)
  await createFair(first.page)
  await first.app.close()

  for (let round = 0; round < KILLS; round += 1) {
    const { app, page } = await launch()
    await ready(page)
    await expectAll(page, acknowledged)
    // A notebook with customers opens on Today.
    await page.keyboard.press('Control+2')
    await expect(page.getByLabel('Company')).toBeVisible()
    const onlyWindow = random() < 0.5
    const killAfter = Math.floor(random() * 4) + 1
    const within = random() * 250
    for (let lead = 0; lead < killAfter; lead += 1) {
      attempted += 1
      await captureLead(page, `Lead ${attempted}`, `Person ${attempted}`)
      acknowledged.push(`Lead ${attempted}`)
    }
    // One more is under way when the process dies: it may be there afterwards or not, but never half.
    attempted += 1
    const company = `Lead ${attempted}`
    const dying = captureLead(page, company, `Person ${attempted}`).then(
      () => acknowledged.push(company),
      () => undefined,
    )
    await new Promise((resolve) => setTimeout(resolve, within))
    if (onlyWindow) {
      expect(killRenderers(userData), 'a window was killed').toBeGreaterThan(0)
      await dying
      const window = comingBack(app)
      await expect.poll(() => window.evaluate(appState)).toBe('ready')
      await expectAll(window, acknowledged)
      windowDeaths += 1
    }
    killEverything(userData)
    await dying
  }

  const last = await launch()
  await ready(last.page)
  await expectAll(last.page, acknowledged)
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS)
  console.log(
    `kills ${KILLS}, of the window first ${windowDeaths}, attempted ${attempted}, acknowledged ${acknowledged.length}, lost 0`,
  )
})

test('a lead half typed is there again after everything was killed', async ({ launch, userData }) => {
  const first = await launch()
  await ready(first.page)
  await createFair(first.page)
  await captureLead(first.page, 'Casa Ferraris Srl', 'Marco Ferraris')
  await typeHalfALead(first.page)
  killEverything(userData)

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
  await typeHalfALead(page)
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

async function typeHalfALead(page: Page): Promise<void> {
  await page.getByLabel('Company').fill('Østby Kjøkken AS')
  await page.getByLabel('Person', { exact: true }).focus()
  await page.keyboard.type('Ingrid Ø')
  // What the person sees when the draft is on disk.
  await expect(page.getByText(/^draft kept/)).toBeVisible()
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

async function expectAll(page: Looking, acknowledged: readonly string[]) {
  const dump = await dumpNotebook(page)
  const customers = liveRecords(dump, 'customers')
  const names = customers.map((customer) => String(customer.name))
  expect(names, 'nothing acknowledged is lost').toEqual(expect.arrayContaining([...acknowledged]))
  expect(new Set(names).size, 'nothing is there twice').toBe(names.length)
  // Nothing half-applied: every customer has its person and its meeting.
  const owners = (table: string) => new Set(liveRecords(dump, table).map((record) => record.customerId))
  const ids = new Set(customers.map((customer) => customer.id))
  expect(owners('people')).toEqual(ids)
  expect(owners('interactions')).toEqual(ids)
}
