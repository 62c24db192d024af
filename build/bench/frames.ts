import type { Page } from '@playwright/test'
import { allowNames } from './allowNames'

/** How long frames of a window took, in milliseconds, while something went on. */
export interface FrameWatch {
  /** Ends it; the frames since the beginning in their order. */
  readonly stop: () => Promise<readonly number[]>
}

/**
 * Notes how long each frame of a window takes from now on: a task that holds the window's thread makes the frame behind it as
 * long as itself.
 */
export async function watchFrames(page: Page): Promise<FrameWatch> {
  await allowNames(page)
  await page.evaluate(() => {
    const watch = { took: [] as number[], last: performance.now(), goesOn: true }
    Object.assign(globalThis, { benchFrames: watch })
    const step = (now: number) => {
      watch.took.push(now - watch.last)
      watch.last = now
      if (watch.goesOn) requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
  return {
    stop: () =>
      page.evaluate(() => {
        const { benchFrames } = globalThis as unknown as {
          benchFrames: { took: number[]; last: number; goesOn: boolean }
        }
        benchFrames.goesOn = false
        // The frame that is not drawn yet, which may be the longest.
        return [...benchFrames.took, performance.now() - benchFrames.last]
      }),
  }
}

/** The frames of a window over so long. */
export async function framesOf(page: Page, milliseconds: number): Promise<readonly number[]> {
  const watch = await watchFrames(page)
  await page.waitForTimeout(milliseconds)
  return watch.stop()
}

/** The frames of a window while something is done in it. */
export async function framesWhile(page: Page, run: () => Promise<unknown>): Promise<readonly number[]> {
  const watch = await watchFrames(page)
  await run()
  return watch.stop()
}
