import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { dumpNotebook, liveRecords } from './notebookDump'
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

  const first = await launch()
  await ready(first.page)
  await createFair(first.page)
  await first.app.close()

  for (let round = 0; round < KILLS; round += 1) {
    const { page } = await launch()
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
    if (onlyWindow) killRenderers(userData)
    killEverything(userData)
    await dying
  }

  const last = await launch()
  await ready(last.page)
  await expectAll(last.page, acknowledged)
  console.log(`kills ${KILLS}, attempted ${attempted}, acknowledged ${acknowledged.length}, lost 0`)
})

async function expectAll(page: Parameters<typeof dumpNotebook>[0], acknowledged: readonly string[]) {
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
