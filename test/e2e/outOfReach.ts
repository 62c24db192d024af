import type { Page } from '@playwright/test'

/** Buttons and fields that stand beyond the window where no scrolling brings them in. */
export function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const beyond = (box: DOMRect) =>
      box.right > innerWidth + 1 || box.left < -1 || box.bottom > innerHeight + 1 || box.top < -1
    const scrolls = (element: Element | null): boolean => {
      if (element === null) return false
      const { overflowX, overflowY } = getComputedStyle(element)
      return [overflowX, overflowY].some((way) => way === 'auto' || way === 'scroll')
        ? true
        : scrolls(element.parentElement)
    }
    return [...document.querySelectorAll('button, input, select, textarea')]
      .filter((control) => control.checkVisibility() && beyond(control.getBoundingClientRect()))
      .filter((control) => !scrolls(control.parentElement))
      .map((control) => control.outerHTML.slice(0, 120))
  })
}

/** Words that are cut off at the edge of what holds them, with no sign that there are more. */
export function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isCut = (element: Element) => {
      const { overflowX, textOverflow } = getComputedStyle(element)
      return (
        overflowX === 'hidden' && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1
      )
    }
    const holdsWords = (element: Element) =>
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      )
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility() && !element.matches('.visually-hidden'))
      .filter((element) => holdsWords(element) && isCut(element))
      .map((element) => element.outerHTML.slice(0, 120))
  })
}
