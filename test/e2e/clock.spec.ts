import type { ElectronApplication, Page } from '@playwright/test'
import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, ready, startOn, test } from './app'
import { dumpNotebook, liveRecords } from './notebookDump'

/** A working day on both sides of the world, whatever day the tests run on. */
const WEDNESDAY = new Date('2026-11-25T09:30:00Z')
const DAY_MS = 86_400_000

/** Sets the clocks of window and main process, the days after Wednesday morning; both run on from there. */
async function setClocks(app: ElectronApplication, page: Page, days: number): Promise<void> {
  const moment = WEDNESDAY.getTime() + days * DAY_MS
  await page.clock.setSystemTime(moment)
  await app.evaluate((_electron, wanted) => {
    const kept = globalThis as { realNow?: () => number }
    kept.realNow ??= Date.now
    const real = kept.realNow
    const ahead = wanted - real()
    Date.now = () => real() + ahead
  }, moment)
}

/** What the system tells of a lid that was shut for some hours. */
async function sleep(app: ElectronApplication, page: Page, days: number): Promise<void> {
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
  await setClocks(app, page, days)
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'))
}

test('clocks that jump, a zone that changes and a lid that is shut lose nothing, double nothing and keep the order', async ({
  launch,
}) => {
  const { app, page } = await launch()
  await startOn(page, WEDNESDAY)
  await createFair(page, 'Tavola, autumn 2026', WEDNESDAY)
  const captured: string[] = []
  const capture = async (name: string) => {
    await captureLead(page, name, `${name} buyer`)
    captured.push(name)
  }
  await capture('Before')
  await setClocks(app, page, -400)
  await capture('Thrown back a year')
  await setClocks(app, page, 30)
  await capture('Thrown ahead a month')
  await setClocks(app, page, 0.1)
  await capture('Set right')
  const zone = await page.context().newCDPSession(page)
  await zone.send('Emulation.setTimezoneOverride', { timezoneId: 'Pacific/Auckland' })
  await capture('Landed in Auckland')
  await sleep(app, page, 0.4)
  await capture('Lid opened again')
  await app.close()

  const second = await launch()
  await startOn(second.page, WEDNESDAY)
  const dump = await dumpNotebook(second.page)
  expect(
    liveRecords(dump, 'customers')
      .map(({ name }) => String(name))
      .sort(),
  ).toEqual([...captured].sort())
  const ofEach = (table: string) =>
    captured.map((name) => {
      const customer = liveRecords(dump, 'customers').find((one) => one.name === name)
      return liveRecords(dump, table).filter(({ customerId }) => customerId === customer?.id).length
    })
  expect(ofEach('interactions'), 'one meeting each').toEqual(captured.map(() => 1))
  expect(ofEach('enrolments'), 'one run of the plan each').toEqual(captured.map(() => 1))
  expect(liveRecords(dump, 'touches'), 'nothing was done by itself').toEqual([])

  // The journal numbers what was saved in the order in which it was saved, whatever the clock said.
  const saved = [...(dump.changeLog ?? [])]
    .sort((a, b) => Number(a.seq) - Number(b.seq))
    .map(({ label }) => label as { key: string; params?: { name?: string } })
    .filter(({ key }) => key === 'change.lead')
    .map(({ params }) => params?.name)
  expect(saved).toEqual(captured)

  // Nobody is to be written to twice about one step.
  await ready(second.page)
  await second.page.keyboard.press('Control+1')
  const rows = second.page.getByRole('list', { name: 'What to do' }).getByRole('listitem')
  await expect(rows.filter({ hasText: 'Before buyer' })).toHaveCount(1)
  // Whoever was met "a year ago" is late with many steps, each with a lateness of its own.
  const told = await rows.allTextContents()
  const withoutPlace = told.map((text) => text.replace(/^\d+/, ''))
  expect(withoutPlace.length).toBeGreaterThan(1)
  expect(new Set(withoutPlace).size).toBe(withoutPlace.length)
})
