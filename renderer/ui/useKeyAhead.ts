import { useMemo, useRef } from 'react'
import { useDialogKeys } from './useDialogKeys'
import { usePlainKeys } from './usePlainKeys'
import type { KeyAhead, PlainKeys } from './useWindowKeys'

/**
 * Keeps the first of the given keys (`KeyD`, `Enter`) that is pressed while `isWaiting`, for `usePlainKeys` of what is
 * on its way: whoever works at speed need not wait for rows to be read. Only one is kept: a second press was meant for
 * something that nobody has seen yet.
 */
export function useKeyAhead(codes: readonly string[], isWaiting: boolean): KeyAhead {
  const { keys, ahead } = useHeldKey(codes, isWaiting)
  usePlainKeys(keys)
  return ahead
}

/** The same for `useDialogKeys`, within a dialog that opens before what it is about has been read. */
export function useDialogKeyAhead(codes: readonly string[], isWaiting: boolean): KeyAhead {
  const { keys, ahead } = useHeldKey(codes, isWaiting)
  useDialogKeys(keys)
  return ahead
}

function useHeldKey(codes: readonly string[], isWaiting: boolean): { keys: PlainKeys; ahead: KeyAhead } {
  const held = useRef<string>(undefined)
  const hold = (code: string) => () => {
    held.current ??= code
  }
  const ahead = useMemo(
    () => ({
      take: () => {
        const code = held.current
        held.current = undefined
        return code
      },
    }),
    [],
  )
  return { keys: isWaiting ? Object.fromEntries(codes.map((code) => [code, hold(code)])) : {}, ahead }
}
