import { captureLead, createFair, expectLeadSaved } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'

test('under an open dialog no key changes the notebook, the place or opens a second dialog', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Nordlund Hem AB', 'Anna Nordlund')
  const leads = page.getByRole('complementary', { name: 'Today’s leads' })
  await expect(leads.getByText('Nordlund Hem AB')).toBeVisible()

  await page.keyboard.press('F9')
  const report = page.getByRole('dialog', { name: /report/i })
  await expect(report).toBeVisible()
  await report.getByRole('button').first().focus()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+3')
  await page.keyboard.press('?')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toHaveCount(1)

  await page.keyboard.press('Escape')
  await expect(report).toBeHidden()
  await expect(leads.getByText('Nordlund Hem AB')).toBeVisible()
  await expect(page.getByText(/^Undone/)).toHaveCount(0)
  await page.keyboard.press('Control+3')
  await expect(page.getByLabel('Search the notebook')).toBeVisible()
})

test('the palette finds a customer by name and Enter opens the page', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Nordlund Hem AB', 'Anna Nordlund')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Find or do anything' })
  await palette.getByRole('textbox').fill('anna nord')
  await expect(palette.getByText('Nordlund Hem AB')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'Nordlund Hem AB' })).toBeVisible()
})

test('Ctrl+N on the Fair page puts the cursor back into the first line', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await page.getByLabel('Note', { exact: true }).focus()
  await page.keyboard.press('Control+n')
  await expect(page.getByLabel('Company')).toBeFocused()
})

test('a key pressed in the moment in which the capture form appears is heard', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await page.getByLabel('Company').fill('Nordlund Hem AB')
  await page.keyboard.press('Control+9')
  await expect(page.getByLabel('Company')).toHaveCount(0)
  // Right behind the insertion of the form, before the browser draws it: nobody presses a key sooner.
  await page.evaluate(() => {
    const pressSave = new MutationObserver(() => {
      if (document.querySelector('#lead-company') === null) return
      pressSave.disconnect()
      const save = { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new KeyboardEvent('keydown', save))
    })
    pressSave.observe(document.body, { childList: true, subtree: true })
  })
  await page.keyboard.press('Control+2')
  await expectLeadSaved(page)
  await expect(page.getByText('1 customer')).toBeVisible()
})

test('an offer to undo goes once its change was undone with the key, or another change follows it', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Nordlund Hem AB', 'Anna Nordlund')
  await page.keyboard.press('Control+3')
  await page.getByRole('button', { name: /Nordlund Hem AB/ }).click()
  const note = page.getByRole('textbox', { name: 'Quick note' })
  const offer = page.getByRole('button', { name: 'Undo', exact: true })
  const hearFromThem = async () => {
    await page.getByLabel('Kind of note').selectOption('message')
    await page.getByLabel('Who spoke').selectOption('in')
    await note.fill('She wants the price list')
    await page.keyboard.press('Control+Enter')
    await expect(offer).toBeVisible()
  }
  await hearFromThem()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/^Undone/)).toBeVisible()
  await expect(offer).toHaveCount(0)

  await hearFromThem()
  await page.getByLabel('Stage').selectOption('quote')
  await expect(offer).toHaveCount(0)
})

test('F9 on Channels reports the fair that is chosen there', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page, 'Tavola, autumn 2026')
  await page.getByRole('button', { name: 'Other fair' }).click()
  await page.getByRole('button', { name: 'New fair' }).click()
  await createFair(page, 'Maison, spring 2026')
  await page.keyboard.press('Control+6')
  await page.getByRole('button', { name: /Tavola, autumn 2026/ }).click()
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog', { name: /Tavola, autumn 2026/ })).toBeVisible()
})
