import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'

/**
 * Brings the row of the chosen customer into sight once for each choice, wherever it was made: in the palette, on Today,
 * by a link. A row that is in sight stays where it is, and a list that is only put into another order is left alone.
 */
export function useChosenInSight(
  rows: Virtualizer<HTMLDivElement, Element>,
  /** `undefined` until the list is read. */
  ids: readonly string[] | undefined,
  chosenId: string | undefined,
): void {
  const broughtFor = useRef<string>(undefined)
  useEffect(() => {
    if (chosenId === undefined || ids === undefined || broughtFor.current === chosenId) return
    const index = ids.indexOf(chosenId)
    if (index < 0) return
    broughtFor.current = chosenId
    const { startIndex, endIndex } = rows.range ?? { startIndex: 0, endIndex: -1 }
    const isNear = index >= startIndex && index <= endIndex
    rows.scrollToIndex(index, { align: isNear ? 'auto' : 'center' })
  }, [rows, ids, chosenId])
}
