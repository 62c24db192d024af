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

/** Shortened words whose beginning is what was cut off: they run against what shortens them. */
export function cutBeginnings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const firstLetter = (element: Element): DOMRect | undefined => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = (node.textContent ?? '').search(/\p{L}/u)
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        return range.getBoundingClientRect()
      }
      return undefined
    }
    // A word for screen readers alone is cut as a whole.
    const isShortened = (element: Element) =>
      ['hidden', 'clip'].includes(getComputedStyle(element).overflowX) &&
      getComputedStyle(element).clipPath === 'none' &&
      element.scrollWidth > element.clientWidth + 1
    // What stands in a field can't be measured: one that is too short for it must run as its words do. And whichever way it
    // runs, it begins where the window does and leaves room for the sign at the window's end.
    const isMirrored = getComputedStyle(document.documentElement).direction === 'rtl'
    const fields = [...document.querySelectorAll<HTMLInputElement>('input[aria-haspopup="listbox"]')].filter(
      (field) => {
        const { direction, textAlign, paddingLeft, paddingRight } = getComputedStyle(field)
        const room = [Number.parseFloat(paddingLeft), Number.parseFloat(paddingRight)]
        const [atStart = 0, atEnd = 0] = isMirrored ? room.reverse() : room
        const isAway = (textAlign === 'end') !== ((direction === 'rtl') !== isMirrored)
        const isCut =
          field.scrollWidth > field.clientWidth + 1 &&
          /^\P{L}*\p{Script=Latin}/u.test(field.value) &&
          direction === 'rtl'
        return field.checkVisibility() && (isAway || isCut || atEnd < atStart)
      },
    )
    return [...document.querySelectorAll('body *:not(select, option, canvas)')]
      .filter((element) => element.checkVisibility() && isShortened(element))
      .filter((element) => {
        const letter = firstLetter(element)
        const holder = element.getBoundingClientRect()
        return letter !== undefined && (letter.right < holder.left + 2 || letter.left > holder.right - 2)
      })
      .concat(fields)
      .map((element) => element.outerHTML.slice(0, 120))
  })
}

/** Lines with a direction of their own that begin away from where the lines around them begin. */
export function strayBeginnings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isStray = (line: Element) => {
      const style = getComputedStyle(line)
      if (style.unicodeBidi !== 'plaintext' || style.display === 'inline') return false
      const words = document.createRange()
      words.selectNodeContents(line)
      const drawn = words.getBoundingClientRect()
      const room = line.getBoundingClientRect()
      const isFull = drawn.width === 0 || line.scrollWidth > line.clientWidth + 1
      const around = getComputedStyle(line.parentElement ?? line).direction
      const before =
        around === 'rtl'
          ? room.right - Number.parseFloat(style.paddingRight) - drawn.right
          : drawn.left - room.left - Number.parseFloat(style.paddingLeft)
      return !isFull && before > 3
    }
    // What stands in a field can't be measured; one that follows its words says so.
    const fields = [...document.querySelectorAll('[dir="auto"] > :is(input, textarea)')].filter(
      (field) => getComputedStyle(field).unicodeBidi !== 'plaintext',
    )
    return [...document.querySelectorAll('body *:not(input, textarea)')]
      .filter((element) => element.checkVisibility() && isStray(element))
      .concat(fields)
      .map((element) => element.outerHTML.slice(0, 120))
  })
}
