import type { Page } from '@playwright/test'

/** For a hang, not for speed: a large index takes as long as its rows take to write. */
const LIMIT_MS = 7_200_000

/** Waits until the window can be used with its index caught up, or, behind a lock, until it asks for the passphrase. */
export async function untilState(page: Page, state: 'ready' | 'locked'): Promise<void> {
  await page.waitForFunction((wanted) => document.documentElement.dataset.appState === wanted, state, {
    timeout: LIMIT_MS,
  })
}
