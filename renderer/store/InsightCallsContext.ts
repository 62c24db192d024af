import { createContext, useContext } from 'react'
import type { NotebookWorkerClient } from '../workers/callWorker'
import type { InsightCalls } from '../workers/insightReader'

/** The calls by which figures over the whole notebook are asked for; the first one begins the counting. */
export type InsightClient = Pick<NotebookWorkerClient, keyof InsightCalls>

const Context = createContext<InsightClient | undefined>(undefined)

/** Gives the calls to every view. */
export const InsightCallsProvider = Context.Provider

/** The calls that only read: nothing can be written through them. */
export function useInsightCalls(): InsightClient {
  const calls = useContext(Context)
  if (calls === undefined) throw new Error('no figures around this view')
  return calls
}
