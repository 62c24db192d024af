import { useMemo, useRef } from 'react'
import { usePlainKeys } from './usePlainKeys'
import type { KeyAhead } from './useWindowKeys'

/**
 * Keeps the first of the given keys (`KeyD`, `Enter`) that is pressed while `isWaiting`, for `usePlainKeys` of what is
 * on its way: whoever works at speed need not wait for rows to be read. Only one is kept: a second press was meant for
 * something that nobody has seen yet.
 */
export function useKeyAhead(codes: readonly string[], isWaiting: boolean): KeyAhead {
  const held = useRef<string>(undefined)
  const hold = (code: string) => () => {
    held.current ??= code
  }
  usePlainKeys(isWaiting ? Object.fromEntries(codes.map((code) => [code, hold(code)])) : {})
  return useMemo(
    () => ({
      take: () => {
        const code = held.current
        held.current = undefined
        return code
      },
    }),
    [],
  )
}
