import { useCounted } from '../store/useCounted'
import { useInsights } from './InsightContext'

type Ask<T> = Parameters<typeof useCounted<T>>[2]

/** Asks for something that is made of all customers, in the way that was chosen on the bar above the figures. */
export function useInsight<T>(key: string, ask: Ask<T>) {
  return useCounted(useInsights().request, key, ask)
}
