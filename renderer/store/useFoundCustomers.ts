import { useFound } from './useFound'

const NOBODY_FOUND: readonly string[] = []

/** Whom some words find, best first; nobody without words. */
export interface FoundCustomers {
  readonly ids: readonly string[]
  /** Everybody was looked at: who is not among them is not found. */
  readonly isWhole: boolean
}

/** Follows whom some words find, as they are typed. */
export function useFoundCustomers(query: string, limit: number): FoundCustomers {
  const typed = query.trim()
  const found = useFound(typed, limit)
  const isAnswer = typed !== '' && found?.query === typed
  return { ids: isAnswer ? found.ids : NOBODY_FOUND, isWhole: isAnswer && found.isWhole }
}
