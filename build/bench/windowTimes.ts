import type { Page } from '@playwright/test'
import { untilState } from './untilState'

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
  notebook: { key: '3', code: 'Digit3', ctrlKey: true },
  insights: { key: '7', code: 'Digit7', ctrlKey: true },
  settings: { key: '9', code: 'Digit9', ctrlKey: true },
  down: { key: 'ArrowDown', code: 'ArrowDown' },
} as const satisfies Record<string, Key>

/** Waits until the index has caught up; from here on long waits are no faults of a page. */
export async function untilReady(page: Page): Promise<void> {
  page.setDefaultTimeout(LIMIT_MS)
  await untilState(page, 'ready')
}

/** How many lines the notebook's list has. */
const LINES: Sign = { selector: 'main li[aria-setsize]', attribute: 'aria-setsize' }

/** Milliseconds from a key to its sign; undefined if that stayed as it was. */
export function timeOfKey(page: Page, key: Key, sign: Sign): Promise<number | undefined> {
  return timeOf(page, { key }, sign)
}

/** The same from words put into the search of the notebook to another number of lines. */
export function timeOfSearch(page: Page, words: string): Promise<number | undefined> {
  return timeOf(page, { words }, LINES)
}

/**
 * From what is done to the change of the document by which its sign is there, told by the window itself. What runs our
 * TypeScript marks functions that have a name, so that none has one in there.
 */
function timeOf(
  page: Page,
  done: { readonly key: Key } | { readonly words: string },
  sign: Sign,
): Promise<number | undefined> {
  return page.evaluate(
    ({ done, sign, limit }) =>
      new Promise<number | undefined>((resolve) => {
        const { selector, attribute, least = 1 } = sign
        const before =
          attribute === undefined ? null : (document.querySelector(selector)?.getAttribute(attribute) ?? null)
        const begun = performance.now()
        const observer = new MutationObserver(() => {
          const found = document.querySelectorAll(selector)
          if (found.length < least) return
          if (attribute !== undefined && found[0]?.getAttribute(attribute) === before) return
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
        if ('key' in done) {
          const from = document.activeElement ?? document.body
          from.dispatchEvent(new KeyboardEvent('keydown', { ...done.key, bubbles: true, cancelable: true }))
          return
        }
        const field = document.querySelector<HTMLInputElement>('#notebook-search')
        // As React listens: a value that is set past it.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, done.words)
        field?.dispatchEvent(new InputEvent('input', { bubbles: true }))
      }),
    { done, sign, limit: SAME_MS },
  )
}
