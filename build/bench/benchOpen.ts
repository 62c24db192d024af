import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { NOTEBOOK_FOLDER } from '#shared/identity'
import { launchApp } from '../launchApp'
import { endAtOnce } from './endAtOnce'
import { keptNotebook } from './keptNotebook'
import { type Ratio, ratioOf } from './statistics'
import { untilState } from './untilState'

const ROUNDS = 5
/** What a window shows of a list at once. */
const ROWS_IN_SIGHT = 10
/** For a hang, not for speed. */
const LIMIT_MS = 600_000

interface Opened {
  /** Rows are painted; in an empty notebook the page that says that there are none. */
  readonly paintedMs: number
  /** The index has caught up. */
  readonly readyMs: number
}

/** From starting the process to rows on the screen, and to an index that has caught up: full notebooks against an empty one. */
export async function benchOpen(sizes: readonly number[], say: (line: string) => void): Promise<Ratio[]> {
  const empty = await keptNotebook(0)
  const rounds = new Map<number, { full: Opened; empty: Opened }[]>()
  const folders = new Map<number, string>()
  for (const size of sizes) {
    const { userData } = await keptNotebook(size)
    folders.set(size, userData)
    rounds.set(size, [])
    await keepFirstRows(userData)
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const control = await openOnce(empty.userData, 0)
    for (const [size, userData] of folders) {
      const full = await openOnce(userData, size)
      rounds.get(size)?.push({ full, empty: control })
      say(
        `round ${round + 1}, ${size} customers: painted ${full.paintedMs.toFixed(0)} ms (empty ` +
          `${control.paintedMs.toFixed(0)}), ready ${full.readyMs.toFixed(0)} ms (empty ${control.readyMs.toFixed(0)})`,
      )
    }
  }
  return sizes.flatMap((size) => {
    const pairs = rounds.get(size) ?? []
    const of = (moment: keyof Opened) =>
      pairs.map(({ full, empty: control }) => ({ measured: full[moment], control: control[moment] }))
    return [
      ratioOf(`first rows painted at ${size} customers against an empty notebook`, of('paintedMs')),
      ratioOf(`index ready at ${size} customers against an empty notebook`, of('readyMs')),
    ]
  })
}

/**
 * Opens once until the first rows are on the disk as this build keeps them: what is measured is a notebook that somebody
 * has worked with, and a start that is closed again at once keeps nothing.
 */
async function keepFirstRows(userData: string): Promise<void> {
  const folder = path.join(userData, NOTEBOOK_FOLDER, 'boot')
  await rm(folder, { recursive: true, force: true })
  const { app } = await launchApp(userData)
  const until = Date.now() + LIMIT_MS
  while (!existsSync(path.join(folder, 'first-rows'))) {
    if (Date.now() > until) throw new Error('the first rows are not kept')
    await setTimeout(100)
  }
  await endAtOnce(app, userData)
}

async function openOnce(userData: string, customers: number): Promise<Opened> {
  const start = performance.now()
  const { app, page } = await launchApp(userData)
  const [paintedMs, readyMs] = await Promise.all([
    painted(page, customers).then(() => performance.now() - start),
    untilState(page, 'ready').then(() => performance.now() - start),
  ])
  await endAtOnce(app, userData)
  return { paintedMs, readyMs }
}

async function painted(page: Page, customers: number): Promise<void> {
  const rows = Math.min(customers, ROWS_IN_SIGHT)
  await page.waitForFunction(
    (least) =>
      document.querySelectorAll('main li').length >= least &&
      (document.querySelector('main')?.innerText ?? '') !== '',
    rows,
    { timeout: LIMIT_MS },
  )
}
