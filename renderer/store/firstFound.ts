import type { Notebook } from './notebook'

/** Whom some words find first. Unlike a list that fills while one types it waits for what is being written. */
export async function firstFound(notebook: Notebook, query: string): Promise<string | undefined> {
  const found = await notebook.questions().findFirst(query)
  return found.ok ? (found.value ?? undefined) : undefined
}
