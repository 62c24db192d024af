import type { Locator, Page } from '@playwright/test'
import { expect } from './app'

/** More stops than any page has. */
const MOST_TABS = 120

/** A keyboard, and how many of its presses were not the letters of what is written down. */
export class Keyboard {
  /** Presses beyond the data itself since the last `countFromHere`. A chord is one press. */
  private beyondData = 0

  constructor(private readonly page: Page) {}

  /** Begins to count anew. */
  countFromHere(): void {
    this.beyondData = 0
  }

  /** Presses beyond the data since then. */
  counted(): number {
    return this.beyondData
  }

  /** Presses keys one after another, each of which counts. */
  async press(...chords: readonly string[]): Promise<void> {
    for (const chord of chords) {
      this.beyondData += 1
      await this.page.keyboard.press(chord)
    }
  }

  /** Types data. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** Goes on with the Tab key until a control has the focus; fails where no number of presses gets there. */
  async tabTo(control: Locator): Promise<void> {
    for (let presses = 0; presses < MOST_TABS; presses += 1) {
      if (await control.evaluate((element) => element === document.activeElement)) return
      await this.press('Tab')
    }
    await expect(control).toBeFocused()
  }

  /** Types a day (`YYYY-MM-DD`) into the native date field with the focus, in the order that the window's language has. */
  async typeDay(day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-')
    const order = await this.page
      .locator('input[type="date"]:focus')
      .evaluate(({ lang }: HTMLInputElement) =>
        new Intl.DateTimeFormat(lang).formatToParts(0).map(({ type }) => type),
      )
    for (const part of order) {
      if (part === 'year') await this.type(year)
      if (part === 'month') await this.type(month)
      if (part === 'day') await this.type(date)
      // A year may have more digits, so that the browser waits in it.
      if (part === 'year' && order.at(-1) !== 'year') await this.page.keyboard.press('ArrowRight')
    }
    await expect(this.page.locator('input[type="date"]:focus')).toHaveValue(day)
  }
}
