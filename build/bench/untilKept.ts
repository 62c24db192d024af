import type { Page } from '@playwright/test'
import { untilTrue } from './untilTrue'
import { KEYS } from './windowTimes'

/** From so many customers on facts are kept, too. */
const FACTS_FROM = 1000

/**
 * Waits until the search is kept, and the facts after Insights were opened: so a notebook stands after its first day, and
 * so it is met by every later start.
 */
export async function untilKept(page: Page, customers: number): Promise<void> {
  if (customers === 0) return
  await untilRow(page, '000000')
  if (customers < FACTS_FROM) return
  await page.keyboard.press(`Control+${KEYS.insights.key}`)
  await untilRow(page, 'facts')
}

/** What runs our TypeScript marks functions that have a name, so that none has one in there. */
async function untilRow(page: Page, key: string): Promise<void> {
  await untilTrue(
    page,
    async (wanted) => {
      const start = await window.orchard.call['app:start']()
      const name = start.ok ? start.value.notebook?.databaseName : undefined
      if (name === undefined) return false
      return new Promise<boolean>((resolve) => {
        const opening = indexedDB.open(name)
        opening.onerror = () => resolve(false)
        opening.onsuccess = () => {
          const asked = opening.result.transaction('keptSearch').objectStore('keptSearch').getKey(wanted)
          asked.onsuccess = () => resolve(asked.result !== undefined)
          asked.onerror = () => resolve(false)
          asked.transaction?.addEventListener('complete', () => opening.result.close())
        }
      })
    },
    key,
  )
}
