import { expect, ready, test } from './app'

test('whoever is opened elsewhere comes into sight in the list', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+3')
  const chosen = page.locator('li[aria-posinset] button[aria-current="true"]')
  const rowOf = (place: number) => page.locator(`li[aria-posinset="${place}"]`)
  await expect(rowOf(1)).toHaveAttribute('aria-setsize', '80')

  // Somebody far down, whose name the palette finds.
  await page.locator('ul:has(> li[aria-posinset])').hover()
  // Rows are measured as they come into sight, which may move the end.
  await expect(async () => {
    await page.mouse.wheel(0, 100_000)
    await expect(rowOf(80)).toBeInViewport({ timeout: 1_000 })
  }).toPass()
  const name = (await rowOf(80).locator('bdi').first().innerText()).trim()
  await page.mouse.wheel(0, -100_000)
  await expect(rowOf(1)).toBeInViewport()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Find or do anything' })
  await palette.getByRole('textbox').fill(name)
  await palette.getByText(name, { exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(rowOf(80)).toBeInViewport()
  await expect(chosen).toBeInViewport()

  // The same when the list was not there at all.
  await page.keyboard.press('Control+1')
  await expect(rowOf(80)).toHaveCount(0)
  await page.keyboard.press('Control+3')
  await expect(chosen).toBeInViewport()

  // A row that is in sight stays where it is, once the list stands still.
  await rowOf(78).hover({ trial: true })
  const before = await rowOf(78).boundingBox()
  await rowOf(78).getByRole('button').click()
  await expect(rowOf(78).locator('[aria-current="true"]')).toBeVisible()
  expect(await rowOf(78).boundingBox()).toEqual(before)
})
