import { makeNotebook } from '../../build/bench/makeNotebook'
import { expect, ready, test } from './app'

const CUSTOMERS = 1_040
const A_DAY = 40
// Whatever day it is, its next letter falls into the days that are rehearsed; one of a quarter would not on the first of a month.
const PLAN = 'Monthly letter'
// The index of a thousand customers is built before the window is ready: some seconds, on a busy machine a minute.
const INDEXED_MS = 240_000

test('a thousand customers of a segment are rehearsed, put on a plan with progress shown, and taken off in one step', async ({
  launch,
  userData,
}) => {
  await makeNotebook(userData, CUSTOMERS)
  const { page } = await launch()
  await ready(page, INDEXED_MS)
  await page.keyboard.press('Control+9')
  const perDay = page.getByRole('region', { name: 'Days and load' }).getByLabel('Touches a day')
  await perDay.fill(String(A_DAY))
  await perDay.press('Enter')
  await page.keyboard.press('Control+4')
  await page.getByRole('tab', { name: 'Plans' }).click()
  await page.getByRole('button', { name: new RegExp(`^${PLAN}`) }).click()
  const onIt = page.getByRole('form', { name: PLAN }).getByText(/^Version 1\./)
  await expect(onIt).toHaveText('Version 1. Nobody is on it.')

  await page.keyboard.press('Control+7')
  await page.getByRole('tab', { name: 'Segments' }).click()
  await page.getByRole('button', { name: 'New segment' }).click()
  const editor = page.getByRole('form', { name: 'Change segment' })
  await editor.getByLabel('Name').fill('Everybody we know')
  await expect(editor.getByRole('status')).toHaveText('1,040 customers')
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Everybody we know' })).toBeVisible()

  await page.getByRole('button', { name: 'Put on a plan…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Put 1,040 customers on a plan' })
  await dialog.getByLabel('Which plan').selectOption(PLAN)
  const confirm = dialog.getByRole('button', { name: 'Put 1,040 people on it' })
  await expect(confirm).toBeEnabled()
  await expect(dialog.getByText(`room for ${A_DAY} a day`)).toBeVisible()

  await confirm.click()
  await expect(dialog.getByRole('status').filter({ hasText: 'of 1,040 written' })).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText(`1,040 people are on ${PLAN} now`)).toBeVisible()
  await page.keyboard.press('Control+4')
  await page.getByRole('button', { name: new RegExp(`^${PLAN}`) }).click()
  await expect(onIt).toHaveText('Version 1. 1,040 people are on it.')

  await page.keyboard.press('Control+z')
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText(`Undone: 1,040 put on ${PLAN}`)).toBeVisible()
  await expect(onIt).toHaveText('Version 1. Nobody is on it.')
})
