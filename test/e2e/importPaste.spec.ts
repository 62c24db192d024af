import { expect, ready, test } from './app'
import { axeFaults } from './axeFaults'
import { importShown } from './importSteps'

const ENQUIRY = [
  'From: Alibaba.com <feedback@service.alibaba.com>',
  'To: sales@fictional-exports.example',
  'Subject: Avery Sample has sent you an inquiry',
  'Date: Mon, 5 Oct 2026 10:00:00 +0800',
  '',
  'Buyer name: Avery Sample',
  'Company name: Fictional Lighting LLC',
  'Country/Region: United States',
  'Email: avery@fictional-lighting.example',
  'Tel: +1 202-555-0100',
  '',
  'Please send your price for 500 pcs.',
].join('\n')

test('a pasted enquiry is looked into, taken in, known the second time and taken back', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await page.keyboard.press('Control+k')
  await page.getByLabel('What do you want to do, or whom do you look for?').fill('Paste a text')
  await page.keyboard.press('Enter')
  const field = page.getByRole('textbox', { name: 'The text' })
  await expect(field).toBeFocused()
  expect(await axeFaults(page), 'paste').toEqual([])
  await field.fill(ENQUIRY)
  await page.keyboard.press('Control+Enter')

  const result = page.getByRole('region', { name: 'What would happen' })
  await expect(result.getByRole('button', { name: /^1 new/ })).toBeVisible()
  const read = page.getByRole('region', { name: 'What was read' }).first()
  await expect(read.getByText('Fictional Lighting LLC')).toBeVisible()
  expect(await axeFaults(page), 'preview').toEqual([])
  await importShown(page)
  await expect(page.getByText('1 customer', { exact: true })).toBeVisible()

  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: 'Pasted text was taken back' })).toBeVisible()
})

test('a signature pasted onto the page is read, and a part of it sent elsewhere', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await page.keyboard.press('Control+8')
  await expect(page.getByRole('heading', { name: 'Import', exact: true })).toBeVisible()
  await page.evaluate((words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, 'Björn Beispiel\nHead of Buying\nBeispiel Textiles GmbH\nbjorn@textiles.example')
  const result = page.getByRole('region', { name: 'What would happen' })
  await expect(result.getByRole('button', { name: /^1 new/ })).toBeVisible()
  await page.getByLabel('Where Head of Buying goes').selectOption('note')
  await expect(page.getByLabel('Where Head of Buying goes')).toHaveValue('note')
  await importShown(page)
  await page.getByRole('button', { name: 'Open the notebook' }).click()
  await page.getByRole('button', { name: /^Beispiel Textiles/ }).click()
  await expect(page.getByText('Head of Buying').first()).toBeVisible()
})
