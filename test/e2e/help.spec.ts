import { createFair } from '../../build/tour/fairSteps'
import { PLACES } from '../../renderer/view/viewState'
import { expect, ready, test } from './app'
import { axeFaults } from './axeFaults'

test('F1 opens the page of each place beside it, with the commands that belong there', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await page.keyboard.press('F1')
  const help = page.getByRole('complementary', { name: /^Help: / })
  const commands: Partial<Record<string, readonly string[]>> = {
    fair: ['Capture a lead', 'Day report of the fair'],
    notebook: ['Search the notebook', 'Export'],
    channels: ['Day report of the fair'],
    import: ['Import files'],
  }
  for (const [index, place] of PLACES.entries()) {
    await page.keyboard.press(`Control+${index + 1}`)
    const name = place.charAt(0).toUpperCase() + place.slice(1)
    await expect(help).toHaveAccessibleName(`Help: ${name}`)
    await expect(help.getByRole('listitem').filter({ hasText: `Go to ${name}` })).toBeVisible()
    for (const command of commands[place] ?? [])
      await expect(help.getByRole('listitem').filter({ hasText: command })).toHaveCount(1)
    expect(await axeFaults(page), place).toEqual([])
  }
})

test('Escape closes the help, gives the cursor back, and leaves the lead alone', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  const company = page.getByLabel('Company')
  await company.fill('Nordlund Hem AB')
  await page.keyboard.press('F1')
  const help = page.getByRole('complementary', { name: 'Help: Fair' })
  await expect(help.getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)
  await expect(company).toBeFocused()
  await expect(company).toHaveValue('Nordlund Hem AB')
})

test('the help leaves the place its width, and gives way once the focus goes under it', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await page.setViewportSize({ width: 1280, height: 800 })
  const place = page.getByRole('main')
  const before = await place.boundingBox()
  await page.keyboard.press('F1')
  const help = page.getByRole('complementary', { name: 'Help: Fair' })
  await expect(help).toBeVisible()
  expect(await place.boundingBox()).toEqual(before)
  await page.getByLabel('Company').focus()
  await expect(help).toBeVisible()
  const other = page.getByRole('button', { name: 'Other fair' })
  await other.focus()
  await expect(help).toHaveCount(0)
  await expect(other).toBeFocused()

  await page.setViewportSize({ width: 1600, height: 900 })
  await page.keyboard.press('F1')
  await expect(help).toBeVisible()
  await other.focus()
  await expect(help, 'beside the place it is in nobody’s way').toBeVisible()
})

test('the sheet of keys leads to the help, and reading goes on there', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await page.keyboard.press('Control+3')
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await sheet.getByRole('button', { name: 'Help for this place' }).click()
  await expect(sheet).toHaveCount(0)
  const help = page.getByRole('complementary', { name: 'Help: Notebook' })
  await expect(help.getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('F1')
  await expect(help).toHaveCount(0)
})
