import type { Page } from '@playwright/test'

/** For a hang, not for speed. */
const LIMIT_MS = 600_000
/** After which a sign that stays as it was is taken to be the same as before, as two customers of one name are. */
const SAME_MS = 10_000

/** What tells that something has come: so many elements, or another value of an attribute of the first of them. */
export interface Sign {
  readonly selector: string
  readonly least?: number
  readonly attribute?: string
}

/** A key as the window gets it. */
export interface Key {
  readonly key: string
  readonly code: string
  readonly ctrlKey?: boolean
}

/** The keys of places and the step down a list. */
export const KEYS = {
  today: { key: '1', code: 'Digit1', ctrlKey: true },
  notebook: { key: '3', code: 'Digit3', ctrlKey: true },
  insights: { key: '7', code: 'Digit7', ctrlKey: true },
  settings: { key: '9', code: 'Digit9', ctrlKey: true },
  down: { key: 'ArrowDown', code: 'ArrowDown' },
} as const satisfies Record<string, Key>

/** Waits until the index has caught up; from here on long waits are no faults of a page. */
export async function untilReady(page: Page): Promise<void> {
  page.setDefaultTimeout(LIMIT_MS)
  await page.waitForFunction(() => document.documentElement.dataset.appState === 'ready')
}

/**
 * Milliseconds from a key to the change of the document by which its sign is there, told by the window itself; undefined
 * if the sign stayed as it was. What runs our TypeScript marks functions that have a name, so that none has one in there.
 */
export function timeOfKey(page: Page, key: Key, sign: Sign): Promise<number | undefined> {
  return page.evaluate(
    ({ key, sign, limit }) =>
      new Promise<number | undefined>((resolve) => {
        const before =
          sign.attribute === undefined
            ? null
            : (document.querySelector(sign.selector)?.getAttribute(sign.attribute) ?? null)
        const begun = performance.now()
        const observer = new MutationObserver(() => {
          const found = document.querySelectorAll(sign.selector)
          if (found.length < (sign.least ?? 1)) return
          if (sign.attribute !== undefined && found[0]?.getAttribute(sign.attribute) === before) return
          observer.disconnect()
          resolve(performance.now() - begun)
        })
        observer.observe(document.body, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        })
        setTimeout(() => {
          observer.disconnect()
          resolve(undefined)
        }, limit)
        const from = document.activeElement ?? document.body
        from.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }))
      }),
    { key, sign, limit: SAME_MS },
  )
}

/** The same from words put into the search of the notebook to another number of lines. */
export function timeOfSearch(page: Page, words: string): Promise<number | undefined> {
  return page.evaluate(
    ({ words, limit }) =>
      new Promise<number | undefined>((resolve) => {
        const field = document.querySelector<HTMLInputElement>('#notebook-search')
        const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
        const before = document.querySelector('main li[aria-setsize]')?.getAttribute('aria-setsize')
        const begun = performance.now()
        const observer = new MutationObserver(() => {
          const now = document.querySelector('main li[aria-setsize]')?.getAttribute('aria-setsize')
          if (now === undefined || now === null || now === before) return
          observer.disconnect()
          resolve(performance.now() - begun)
        })
        observer.observe(document.body, { subtree: true, childList: true, attributes: true })
        setTimeout(() => {
          observer.disconnect()
          resolve(undefined)
        }, limit)
        put?.call(field, words)
        field?.dispatchEvent(new InputEvent('input', { bubbles: true }))
      }),
    { words, limit: SAME_MS },
  )
}
