import type { Page } from '@playwright/test'

const STEPS = 100
/** What one turn of a wheel scrolls. */
const STEP_PX = 120
const ROW_PX = 52

/** Milliseconds of the window's thread (script, style, layout, drawing) for a step down the notebook's list. */
export async function scrollList(page: Page): Promise<number> {
  return workOfSteps(page, ':has(> ul > li[aria-setsize])')
}

/** The same for the least that a list can be: a pool of lines of two texts each, moved and written anew by hand. */
export async function scrollBarePool(page: Page): Promise<number> {
  await page.evaluate((rowPx) => {
    const rows = Math.ceil(window.innerHeight / rowPx) + 1
    const pool = document.createElement('div')
    pool.id = 'bare-pool'
    pool.style.cssText = 'position:fixed;inset:0 50% 0 0;overflow:auto;background:Canvas;z-index:1000'
    const inner = document.createElement('div')
    inner.style.cssText = `position:relative;block-size:${rowPx * 10_000}px`
    for (let row = 0; row < rows; row += 1) {
      const line = document.createElement('div')
      line.style.cssText = `position:absolute;inset-inline:0;block-size:${rowPx}px`
      line.append(document.createElement('p'), document.createElement('p'))
      inner.append(line)
    }
    pool.append(inner)
    pool.addEventListener('scroll', () => {
      const first = Math.floor(pool.scrollTop / rowPx)
      for (const [index, line] of [...inner.children].entries()) {
        const place = first + index
        ;(line as HTMLElement).style.transform = `translateY(${place * rowPx}px)`
        for (const [part, text] of [...line.children].entries())
          text.textContent = `Customer ${place}, line ${part}`
      }
    })
    document.body.append(pool)
  }, ROW_PX)
  const work = await workOfSteps(page, '#bare-pool')
  await page.evaluate(() => document.querySelector('#bare-pool')?.remove())
  return work
}

/** What the window's thread does, in milliseconds a step, while something is scrolled from its top on. */
async function workOfSteps(page: Page, selector: string): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const taken = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  }
  const before = await taken()
  await page.evaluate(
    async ({ selector, steps, step }) => {
      const scroller = document.querySelector(selector)
      scroller?.scrollTo(0, 0)
      for (let turn = 0; turn < steps; turn += 1) {
        scroller?.scrollBy(0, step)
        await new Promise((done) => requestAnimationFrame(done))
      }
    },
    { selector, steps: STEPS, step: STEP_PX },
  )
  const work = ((await taken()) - before) * 1000
  await session.detach()
  return work / STEPS
}
