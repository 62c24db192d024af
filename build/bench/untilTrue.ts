import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'

const EVERY_MS = 2000

/**
 * Asks the window again and again until the answer is yes. Playwright's own waiting takes a promise for a yes, whatever
 * it resolves to.
 */
export async function untilTrue<T>(page: Page, ask: (given: T) => Promise<boolean>, given: T): Promise<void> {
  while (!(await page.evaluate(ask as (given: unknown) => Promise<boolean>, given))) await wait(EVERY_MS)
}
