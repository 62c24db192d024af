import { useEffect, useState } from 'react'
import type { PriceMemory } from '#shared/trade/priceMemory'
import { useNotebook, useNotebookState } from './NotebookContext'

const NOTHING: ReadonlyMap<string, PriceMemory> = new Map()

/** What some products were offered and sold for, by product; empty until it is read. */
export function usePrices(
  customerId: string,
  productIds: readonly string[],
): ReadonlyMap<string, PriceMemory> {
  const notebook = useNotebook()
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const [prices, setPrices] = useState(NOTHING)
  const ids = [...new Set(productIds)].sort().join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the notebook is a reason to ask again
  useEffect(() => {
    if (ids === '') return
    let wanted = true
    void notebook
      .questions()
      .prices(customerId, ids.split(','))
      .then((read) => {
        if (wanted && read.ok) setPrices(read.value)
      })
    return () => {
      wanted = false
    }
  }, [notebook, appliedSeq, customerId, ids])
  return prices
}
