import type { Page } from '@playwright/test'
import { launchApp } from '../launchApp'
import { keptNotebook } from './keptNotebook'
import { percentile, type Ratio, ratioOf } from './statistics'
import { untilState } from './untilState'

const ROUNDS = 5
const FRAMES = 60
/** What one turn of a wheel scrolls. */
const STEP_PX = 120
/** A quarter by customer is the fullest view; from there nearer to the week and back. */
const ZOOMS = ['+', '+', '-', '-']
const FRAMES_A_ZOOM = 15
/** For a hang, not for speed. */
const LIMIT_MS = 600_000

/**
 * Frames of the calendar by customer over a quarter while it is scrolled, and while it is zoomed, against frames of the
 * same page when nothing happens: as long as a step fits into a frame, the two are alike.
 */
export async function benchTimeline(customers: number, say: (line: string) => void): Promise<Ratio[]> {
  const { userData } = await keptNotebook(customers)
  const { app, page } = await launchApp(userData)
  page.setDefaultTimeout(LIMIT_MS)
  await openQuarter(page)
  const rounds: { idle: number[]; scroll: number[]; zoom: number[] }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const idle = await frames(page, 0)
    const scroll = await frames(page, STEP_PX)
    const zoom: number[] = []
    for (const key of ZOOMS) {
      await page.keyboard.press(key)
      zoom.push(...(await frames(page, 0, FRAMES_A_ZOOM)))
    }
    rounds.push({ idle, scroll, zoom })
    const told = Object.entries({ idle, scroll, zoom }).map(
      ([name, all]) => `${name} ${percentile(all, 0.5).toFixed(1)} / ${percentile(all, 0.95).toFixed(1)} ms`,
    )
    say(`round ${round + 1}, median / 95th percentile of a frame: ${told.join(', ')}`)
  }
  await app.close()
  const ratio = (what: 'scroll' | 'zoom', share: number, name: string) =>
    ratioOf(
      name,
      rounds.map((round) => ({
        measured: percentile(round[what], share),
        control: percentile(round.idle, share),
      })),
    )
  return [
    ratio('scroll', 0.5, `a frame of the timeline while it scrolls against idle, ${customers} customers`),
    ratio('scroll', 0.95, 'the same, 95th percentile'),
    ratio('zoom', 0.95, 'a frame of the timeline while it is zoomed, 95th percentile'),
  ]
}

async function openQuarter(page: Page): Promise<void> {
  await untilState(page, 'ready')
  await page.keyboard.press('Control+4')
  await page.getByRole('radio', { name: 'Customer', exact: true }).click()
  await page.getByRole('radio', { name: 'Quarter', exact: true }).click()
  await page.waitForFunction(() => document.querySelectorAll('[data-track] button').length > 0)
}

/**
 * How long each of some frames took while the lanes scroll by so much a frame; from the top on, and back to it. No function
 * in it has a name, since the loader would mark it with one of its own that the page does not know.
 */
function frames(page: Page, stepPx: number, count = FRAMES): Promise<number[]> {
  return page.evaluate(
    async ({ step, wanted }) => {
      const lanes = document.querySelector('[data-track]')?.closest('ul')?.parentElement
      const took: number[] = []
      let last = await new Promise<number>((done) => requestAnimationFrame(done))
      while (took.length < wanted) {
        if (step > 0) lanes?.scrollBy(0, step)
        const now = await new Promise<number>((done) => requestAnimationFrame(done))
        took.push(now - last)
        last = now
      }
      if (step > 0) lanes?.scrollTo(0, 0)
      await new Promise<number>((done) => requestAnimationFrame(done))
      return took
    },
    { step: stepPx, wanted: count },
  )
}
