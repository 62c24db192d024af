import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import ICAL from 'ical.js'
import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, startOn, test } from './app'
import { dumpNotebook, liveRecords } from './notebookDump'

/** A working day on both sides of the world, whatever day the tests run on. */
const WEDNESDAY = new Date('2026-11-25T09:30:00')

/** A customer of another zone than this machine's. At seven in the evening there it is the same day in nearly every zone. */
const THERE =
  Intl.DateTimeFormat().resolvedOptions().timeZone === 'Asia/Tokyo'
    ? { country: 'KR', zone: 'Asia/Seoul' }
    : { country: 'JP', zone: 'Asia/Tokyo' }

test('an appointment is agreed by their clock, stands on Today by the hour, leaves as a calendar file and becomes the talk that it was', async ({
  launch,
}) => {
  const { app, page } = await launch()
  await startOn(page, WEDNESDAY)
  await createFair(page)
  await captureLead(page, 'Nordlund Hem AB', 'Anna Nordlund')
  await openPage(page)
  await page.getByLabel('Country').selectOption(THERE.country)

  await page.keyboard.press('F8')
  const dialog = page.getByRole('dialog', { name: /^New appointment/ })
  await expect(dialog.getByLabel('Day')).toBeFocused()
  await dialog.getByLabel('Day').fill('2026-11-25')
  await dialog.getByLabel('By whose clock').selectOption({ label: `theirs (${THERE.zone})` })
  await dialog.getByLabel('Day').fill('2026-11-25')
  await dialog.getByLabel('Time').fill('19:00')
  await expect(dialog.getByRole('status')).toContainText('here')
  await expect(dialog.getByText('Offices are closed there then.')).toBeVisible()
  await dialog.getByLabel('What about').fill('Samples of the new glaze')
  await dialog.getByLabel('Place or link').fill('https://meet.example/1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Agreed with Anna Nordlund')).toBeVisible()
  await expect(dialog).toBeHidden()
  const startsAt = Date.UTC(2026, 10, 25, 10)

  await page.keyboard.press('Control+1')
  const today = page.getByRole('region', { name: /^Appointments of today/ })
  await expect(today.getByText('Anna Nordlund')).toBeVisible()
  await expect(today.getByText('19:00 there')).toBeVisible()

  const file = test.info().outputPath('review.ics')
  await app.evaluate(({ dialog: dialogs }, filePath) => {
    dialogs.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await today.getByRole('button', { name: /Anna Nordlund/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Calendar file' }).click()
  await expect(page.getByText(/^Saved: review\.ics/)).toBeVisible()
  const event = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8'))).getFirstSubcomponent('vevent')
  expect([
    String(event?.getFirstPropertyValue('dtstart')),
    event?.getFirstPropertyValue('summary'),
    event?.getFirstPropertyValue('location'),
  ]).toEqual(['2026-11-25T10:00:00Z', 'Samples of the new glaze: Anna Nordlund', 'https://meet.example/1'])

  await page.getByRole('dialog').getByLabel('Minutes').fill('45')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Appointment with Anna Nordlund changed')).toBeVisible()
  await today.getByRole('button', { name: 'Took place' }).click()
  // A talk is a reply: the welcome plan rests.
  await expect(page.getByText('Anna Nordlund answered: the plan is paused.')).toBeVisible()
  await expect(today).toBeHidden()
  const held = liveRecords(await dumpNotebook(page), 'interactions').filter(({ kind }) => kind === 'call')
  expect(held).toMatchObject([{ minutes: 45, text: 'Samples of the new glaze', direction: 'both' }])

  await page.keyboard.press('Control+z')
  await expect(today.getByText('Anna Nordlund')).toBeVisible()
  expect(liveRecords(await dumpNotebook(page), 'appointments')).toMatchObject([{ startsAt, minutes: 45 }])
})

test('one that is called off leaves the page and comes back by undo; a day and a time it must have', async ({
  launch,
}) => {
  const { page } = await launch()
  await startOn(page, WEDNESDAY)
  await createFair(page)
  await captureLead(page, 'Nordlund Hem AB', 'Anna Nordlund')
  await openPage(page)
  await page.getByRole('button', { name: 'New appointment' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Time').fill('')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('needs a day and a time')
  await dialog.getByLabel('Time').fill('11:00')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const line = page.getByRole('button', { name: 'Call: change' })
  await line.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Call off' }).click()
  await expect(page.getByText('Appointment with Anna Nordlund called off')).toBeVisible()
  await expect(line).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(line).toBeVisible()
})

test('its dialog is there to be typed into before its page has been read', async ({ launch }) => {
  const { page } = await launch()
  await startOn(page, WEDNESDAY)
  await createFair(page)
  await captureLead(page, 'Nordlund Hem AB', 'Anna Nordlund')
  await openPage(page)
  // Microtasks alone: the window draws, and no row can have been read.
  const isThere = await page.evaluate(async () => {
    const init = { code: 'F8', key: 'F8', bubbles: true, cancelable: true }
    document.body.dispatchEvent(new KeyboardEvent('keydown', init))
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    return document.querySelector('[role="dialog"] input[type="date"]') !== null
  })
  expect(isThere).toBe(true)
  await expect(page.getByRole('dialog').getByLabel('Day')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Agreed with Anna Nordlund')).toBeVisible()
})

async function openPage(page: Page): Promise<void> {
  await page.keyboard.press('Control+3')
  await page.getByLabel('Search the notebook').fill('Nordlund')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Quick note' })).toBeVisible()
}
