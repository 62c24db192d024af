import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, startOn, test } from './app'
import { dumpNotebook, liveRecords } from './notebookDump'

const MET_ON = new Date('2026-11-11T09:30:00')
/** Two weeks later, a Wednesday. */
const BACK_ON = new Date('2026-11-25T09:30:00')
const LEADS = 9

test('after an absence what is overdue is spread over the next days in one step, and undo puts it back', async ({
  launch,
}) => {
  const { page } = await launch()
  await startOn(page, MET_ON)
  await createFair(page, undefined, MET_ON)
  for (let lead = 1; lead <= LEADS; lead += 1) await captureLead(page, `Company ${lead}`, `Person ${lead}`)
  await startOn(page, BACK_ON)

  await page.keyboard.press('Control+1')
  const offer = page.getByText(/\d+ touches are overdue/)
  await expect(offer).toBeVisible()
  await page.keyboard.press('b')
  const dialog = page.getByRole('dialog', { name: /^Catch up/ })
  await dialog.getByLabel('Touches a day').fill('2')
  // What is due today has filled the day: nothing late finds room on it.
  await expect(dialog.getByText(/would move/)).toContainText('0 stay for today')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/spread over the next days/)).toBeVisible()
  await expect(offer).toBeHidden()
  const moved = liveRecords(await dumpNotebook(page), 'touches').filter(({ action }) => action === 'moved')
  expect(moved.length).toBeGreaterThanOrEqual(LEADS)
  expect(moved.every(({ on }) => typeof on === 'string' && on > '2026-11-25')).toBe(true)

  await page.keyboard.press('Control+z')
  await expect(offer).toBeVisible()
  expect(liveRecords(await dumpNotebook(page), 'touches').filter(({ action }) => action === 'moved')).toEqual(
    [],
  )
})

test('on the timeline a mark is dragged to another day, signs go nearer and farther, and undo brings it back', async ({
  launch,
}) => {
  const { page } = await launch()
  await startOn(page, BACK_ON)
  await createFair(page, undefined, BACK_ON)
  await captureLead(page, 'Nordlund Hem AB', 'Anna Nordlund')
  await page.keyboard.press('Control+4')
  const lanes = page.getByRole('list', { name: 'Lanes' })
  const planned = lanes.getByRole('button', { name: /^planned, / })
  // The marks are there before the names are.
  await expect(planned.first()).toHaveAccessibleName(/Nordlund/)
  const before = await planned.first().getAttribute('title')
  await planned.first().hover({ trial: true })
  const from = await planned.first().boundingBox()
  const track = await page.locator('[data-track]').first().boundingBox()
  if (from === null || track === null) throw new Error('nothing to drag')
  const dayWidth = track.width / 35
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width / 2 + dayWidth, from.y + from.height / 2, { steps: 3 })
  await page.mouse.move(from.x + from.width / 2 + 2 * dayWidth, from.y + from.height / 2, { steps: 3 })
  await page.mouse.up()
  await expect(page.getByText(/Anna Nordlund: moved to/)).toBeVisible()
  const moved = liveRecords(await dumpNotebook(page), 'touches').filter(({ action }) => action === 'moved')
  expect(moved).toHaveLength(1)
  await expect(lanes.getByRole('button', { name: /^moved from here, / })).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(lanes.getByRole('button', { name: /^moved from here, / })).toHaveCount(0)
  await expect(planned.first()).toHaveAttribute('title', before ?? '')

  const span = page.getByRole('radiogroup').first()
  await page.keyboard.press('-')
  await expect(span.getByRole('radio', { name: 'Quarter' })).toBeChecked()
  await page.keyboard.press('+')
  await expect(span.getByRole('radio', { name: 'Month' })).toBeChecked()
  await page.getByRole('radio', { name: 'Carrier' }).click()
  await expect(lanes.getByRole('listitem').first()).toBeVisible()
})
