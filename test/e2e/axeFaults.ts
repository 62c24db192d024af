import type { Page } from '@playwright/test'
import axe from 'axe-core'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** A page that changes under this many readings in a row never stands still. */
const READINGS = 20

/**
 * What axe finds on the page once it stands still: one line a fault, with what is wrong about it. axe measures boxes and
 * colours one after another, so what it says of a page that changed meanwhile is read anew; a colour on its way to
 * another one is a change, too, that no node tells of.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  // Once per document: its half megabyte takes longer to hand over than most pages take to read.
  const there = await page.evaluate(() => 'axe' in window)
  if (!there) await page.evaluate(axe.source)
  return page.evaluate(
    async ({ standards, readings }) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      for (let reading = 0; reading < readings; reading++) {
        await document.fonts.ready
        const moving = document
          .getAnimations()
          .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)))
        await Promise.allSettled(moving.map(({ finished }) => finished))
        let changed = false
        const note = () => {
          changed = true
        }
        const changes = new MutationObserver(note)
        changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
        document.fonts.addEventListener('loadingdone', note)
        for (const begun of ['transitionrun', 'animationstart']) document.addEventListener(begun, note)
        const { violations } = await axe.run(document, { runOnly: standards, resultTypes: ['violations'] })
        if (changes.takeRecords().length > 0) note()
        changes.disconnect()
        document.fonts.removeEventListener('loadingdone', note)
        for (const begun of ['transitionrun', 'animationstart']) document.removeEventListener(begun, note)
        if (changed) continue
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
        )
      }
      return ['the page never stood still']
    },
    { standards: STANDARDS, readings: READINGS },
  )
}
