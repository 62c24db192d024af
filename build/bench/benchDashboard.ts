import type { Page } from '@playwright/test'
import { launchApp } from '../launchApp'
import { keptNotebook } from './keptNotebook'
import { inMegabytes, memoryOf } from './memory'
import { type Ratio, ratioOf } from './statistics'
import { KEYS, timeOfKey, untilReady } from './windowTimes'

const ROUNDS = 5
/** The figures of a part stand there and everybody is counted. */
const COUNTED = { selector: 'main [data-counted="true"]' }

/**
 * The figures of Insights, each time counted anew from the facts in memory, in a notebook ten times as large as another.
 * How long it takes until everybody is counted for the first time is said on the way.
 */
export async function benchDashboard(
  small: number,
  large: number,
  say: (line: string) => void,
): Promise<Ratio[]> {
  const few = await counted(small, say)
  const many = await counted(large, say)
  const rounds: { measured: number; control: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const control = await openInsights(few.page)
    const measured = await openInsights(many.page)
    if (control !== undefined && measured !== undefined) rounds.push({ measured, control })
  }
  await few.app.close()
  await many.app.close()
  return [ratioOf(`the figures of Insights, ${large} customers against ${small}`, rounds)]
}

async function counted(customers: number, say: (line: string) => void) {
  const { userData } = await keptNotebook(customers)
  const opened = await launchApp(userData)
  const { page } = opened
  await untilReady(page)
  const before = memoryOf(userData)
  const begun = performance.now()
  await page.keyboard.press('Control+7')
  await page.locator(COUNTED.selector).waitFor()
  const seconds = (performance.now() - begun) / 1000
  say(
    `${customers} customers counted for the first time in ${seconds.toFixed(1)} s; memory ` +
      `${inMegabytes(before)} before, ${inMegabytes(memoryOf(userData))} after`,
  )
  return opened
}

async function openInsights(page: Page): Promise<number | undefined> {
  await timeOfKey(page, KEYS.settings, { selector: '#settings-days' })
  return timeOfKey(page, KEYS.insights, COUNTED)
}
