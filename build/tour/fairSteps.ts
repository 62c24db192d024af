import type { Page } from '@playwright/test'
import { expect } from './tourist'

/** Creates a fair that is on today, and waits for the empty capture form. */
export async function createFair(
  page: Page,
  name = 'Tavola, autumn 2026',
  today = new Date(),
): Promise<void> {
  const type = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
  await type('Name of this edition', name)
  await type('Series', 'Tavola')
  await type('City', 'Kortrijk')
  await page.getByLabel('First day').fill(daysFromToday(-1, today))
  await page.getByLabel('Last day').fill(daysFromToday(2, today))
  await type('Halls', '11.2')
  await type('Booth', 'C34')
  await type('Our people at the booth', 'Linh, Minh')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await expect(page.getByLabel('Company')).toBeFocused()
}

/** Captures a lead with a company and a person and accepts the plan that is offered; resolves when it has been saved and the form is ready again. */
export async function captureLead(page: Page, company: string, person: string): Promise<void> {
  // A notebook with customers opens at Today.
  await page.keyboard.press('Control+2')
  await page.getByLabel('Company').fill(company)
  await page.getByLabel('Person', { exact: true }).fill(person)
  await page.keyboard.press('Alt+]')
  await page.keyboard.press('Control+Enter')
  await expectLeadSaved(page)
}

/** `YYYY-MM-DD`, so many days from today on this machine, or from the given day. */
export function daysFromToday(days: number, today = new Date()): string {
  const date = new Date(today)
  date.setDate(date.getDate() + days)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

/** Half past nine on the next working day, today included: thank-yous wait for Monday at the weekend. */
export function workingMorning(): Date {
  const morning = new Date()
  while (morning.getDay() === 0 || morning.getDay() === 6) morning.setDate(morning.getDate() + 1)
  morning.setHours(9, 30, 0, 0)
  return morning
}

/** The form is empty as soon as a lead is handed over; it is in the journal when nothing is being saved any more. */
export async function expectLeadSaved(page: Page): Promise<void> {
  await expect(page.getByLabel('Company')).toHaveValue('')
  await expect(page.locator('form[data-saving]')).toHaveCount(0)
}
