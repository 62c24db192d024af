import type { Page } from '@playwright/test'
import { launchApp } from '../launchApp'
import { endAtOnce } from './endAtOnce'
import { keptNotebook } from './keptNotebook'
import { inMegabytes, memoryOf } from './memory'
import { type Ratio, ratioOf } from './statistics'
import { KEYS, timeOfKey, untilReady } from './windowTimes'

const ROUNDS = 5
/** The figures of a part stand there and everybody is counted. */
const COUNTED = { selector: 'main [data-counted="true"]' }

/**
 * The figures of Insights in a notebook ten times as large as another: once after the start, from the facts that were
 * kept, and then opened again with nothing changed, when they are remembered.
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
  await endAtOnce(few.app, few.userData)
  await endAtOnce(many.app, many.userData)
  const first = [{ measured: many.firstMs, control: few.firstMs }]
  return [
    ratioOf(`the first figures of Insights after a start, ${large} customers against ${small}`, first),
    ratioOf(`the same opened again, ${large} customers against ${small}`, rounds),
  ]
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
  const firstMs = performance.now() - begun
  say(
    `${customers} customers counted in ${(firstMs / 1000).toFixed(1)} s; memory ` +
      `${inMegabytes(before)} before, ${inMegabytes(memoryOf(userData))} after`,
  )
  return { ...opened, userData, firstMs }
}

async function openInsights(page: Page): Promise<number | undefined> {
  await timeOfKey(page, KEYS.settings, { selector: '#settings-days' })
  return timeOfKey(page, KEYS.insights, COUNTED)
}
