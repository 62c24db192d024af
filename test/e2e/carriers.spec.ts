import type { Page } from '@playwright/test'
import { expect, ready, test } from './app'
import { dumpNotebook, liveRecords } from './notebookDump'

test('a carrier is founded, somebody joins it with a yes and opts out, and all of it can be undone', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  await openCarriers(page)
  // The sample's own carriers are there, with their members.
  await expect(page.getByRole('row', { name: /Edit Monthly letter/ })).toBeVisible()
  await page.getByRole('button', { name: '+ WhatsApp group' }).click()
  await expect(page.getByRole('button', { name: 'Edit WhatsApp group' })).toBeVisible()
  await expect(page.getByRole('button', { name: '+ WhatsApp group' })).toHaveCount(0)

  // The customers behind a number lead to their pages.
  await page
    .getByRole('button', { name: /: Joined \d+$/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').click()
  const article = page.getByRole('article')
  await expect(article).toBeVisible()

  await article.getByRole('button', { name: 'Put on a carrier' }).click()
  const join = page.getByRole('dialog')
  await join.getByLabel('Carrier').selectOption({ label: 'WhatsApp group' })
  await join.getByRole('button', { name: 'Save' }).click()
  await expect(join.getByRole('alert')).toContainText('Without a yes')
  await join.getByLabel('Yes, they said so').check()
  await join.getByLabel('What was asked or shown').fill('Shall I add you to our group?')
  await join.getByRole('button', { name: 'Save' }).click()
  await expect(join).toHaveCount(0)
  const group = article.getByRole('button', { name: 'WhatsApp group' })
  await expect(group).toBeVisible()

  const dump = await dumpNotebook(page)
  const carrier = liveRecords(dump, 'carriers').find(({ name }) => name === 'WhatsApp group')
  const membership = liveRecords(dump, 'memberships').find(({ carrierId }) => carrierId === carrier?.id)
  const consent = liveRecords(dump, 'consents').find(({ id }) => id === membership?.consentId)
  expect(consent).toMatchObject({
    carrier: 'whatsapp',
    purpose: 'newsletter',
    state: 'given',
    wording: 'Shall I add you to our group?',
  })

  await group.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Has left' }).click()
  await expect(article.getByText(/left .*: opted out/)).toBeVisible()
  const after = await dumpNotebook(page)
  expect(liveRecords(after, 'memberships').find(({ id }) => id === membership?.id)).toMatchObject({
    leftReason: 'unsubscribed',
  })
  expect(
    liveRecords(after, 'consents').filter(
      ({ customerId, carrier: kind, state }) =>
        customerId === membership?.customerId && kind === 'whatsapp' && state === 'withdrawn',
    ),
  ).toHaveLength(1)

  // One step takes back both the leaving and the withdrawal.
  await page.keyboard.press('Control+z')
  await expect(article.getByText(/left .*: opted out/)).toHaveCount(0)
})

test('a newsletter yes and no are noted for one address, with their wording', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+3')
  await page.getByLabel('Search the notebook').fill('bamboo')
  await page.keyboard.press('Enter')
  const article = page.getByRole('article')
  await article.getByRole('button', { name: 'Newsletter', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What was asked or shown').fill('News twice a year?')
  await dialog
    .getByRole('button', { name: /: yes over / })
    .first()
    .click()
  await expect(dialog.getByText(/^Yes since .*News twice a year\?/)).toBeVisible()
  await dialog
    .getByRole('button', { name: /: no over / })
    .first()
    .click()
  await expect(dialog.getByText(/^No since .*News twice a year\?/)).toBeVisible()
})

async function openCarriers(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Channels' }).click()
  await page.getByRole('tab', { name: 'Carriers' }).click()
}
