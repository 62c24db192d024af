import type { Page } from '@playwright/test'
import axe from 'axe-core'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds on the page as it stands, one line a fault. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Once per document: its half megabyte takes longer to hand over than most pages take to read.
  const there = await page.evaluate(() => 'axe' in window)
  if (!there) await page.evaluate(axe.source)
  return page.evaluate(async (standards) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, { runOnly: standards, resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  }, STANDARDS)
}
