import type { Page } from '@playwright/test'

/** How long a page must stand still, and how long it is waited for at most, in milliseconds. */
const STILL_MS = 300
const MOST_MS = 8_000

// What runs in the page names no function of its own: the loader of these scripts would call a helper the page lacks.

/** Resolves once fonts are in and nothing on the page has changed for a moment; a page that never rests is taken as it is. */
export async function isQuiet(page: Page): Promise<void> {
  await page.evaluate(
    async ([still, most]) => {
      await document.fonts.ready
      const last = { change: performance.now() }
      const end = last.change + most
      const observer = new MutationObserver(() => {
        last.change = performance.now()
      })
      observer.observe(document.body, {
        childList: true,
        subtree: true,
        attributes: true,
        characterData: true,
      })
      while (performance.now() < end && performance.now() - last.change < still)
        await new Promise((resolve) => requestAnimationFrame(resolve))
      observer.disconnect()
    },
    [STILL_MS, MOST_MS] as const,
  )
}

/** Scrolls what the page or the dialog over it scrolls by almost its height; false at its end. */
export async function pageDown(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const dialogs = [...document.querySelectorAll('[role="dialog"]')]
    const root = dialogs.at(-1)?.parentElement ?? document.querySelector('main') ?? document.body
    const [scroller] = [root, ...root.querySelectorAll('*')]
      .filter((element) => element.scrollHeight > element.clientHeight + 8)
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowY))
      .sort((a, b) => b.clientWidth * b.clientHeight - a.clientWidth * a.clientHeight)
    if (scroller === undefined) return false
    const before = scroller.scrollTop
    scroller.scrollTop += scroller.clientHeight - 40
    return scroller.scrollTop > before
  })
}

/** Scrolls everything back to its beginning. */
export async function toTop(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('main, main *, [role="dialog"], [role="dialog"] *'))
      if (element.scrollTop > 0) element.scrollTop = 0
  })
}
