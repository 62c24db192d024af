/** Milliseconds that something takes until it is done. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** Milliseconds that something takes which is done when it returns. */
export function timedAtOnce(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}
