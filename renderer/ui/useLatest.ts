import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * A function that stays the same one and does what the one of the last drawing does: for parts that are drawn again only when
 * something of their own changes. It is called by events, never while something is drawn.
 */
export function useLatest<A extends readonly unknown[]>(run: (...args: A) => void): (...args: A) => void {
  const latest = useRef(run)
  useLayoutEffect(() => {
    latest.current = run
  })
  return useCallback((...args: A) => latest.current(...args), [])
}
