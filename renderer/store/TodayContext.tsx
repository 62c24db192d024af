import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { dayIn } from '#shared/time/calendarDay'
import type { TodayAnswer } from '../workers/nurtureReader'
import { askInTurn } from './askInTurn'
import { useNotebook, useNotebookState } from './NotebookContext'
import { useNow } from './useNow'

/** A lead turns from "due" to "24 hours" at no round time; nobody notices five minutes. */
const REFRESH_MS = 5 * 60_000
/** How soon to ask again for a list whose orders or holidays could not be read: each try reads all of them. */
const UNREADABLE_MS = 60_000

/** What is due, as of the day it was asked for. */
export interface TodayList extends TodayAnswer {
  readonly today: string
}

const Context = createContext<TodayList | undefined>(undefined)

/** Keeps the list of today: read again after every change, when the day turns, and now and then. */
export function TodayProvider({ children }: { children: ReactNode }) {
  const notebook = useNotebook()
  const phase = useNotebookState((state) => state.phase)
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const now = useNow()
  const [list, setList] = useState<TodayList>()
  const [again, setAgain] = useState(0)
  const today = dayIn(deviceZone(), now)
  const turn = Math.floor(now / REFRESH_MS)
  // biome-ignore lint/correctness/useExhaustiveDependencies: changes, time and unread orders are reasons to ask again
  useEffect(() => {
    if (phase !== 'ready' && phase !== 'repairing') return
    let wanted = true
    let timer: number | undefined
    const ask = async () => {
      const answer = await notebook.today({ today, now: notebook.sources.now() })
      if (!wanted || !answer.ok) return
      setList({ ...answer.value, today })
      if (!answer.value.ordersRead || !answer.value.holidaysRead) void askWhenWhole()
    }
    const askWhenWhole = async () => {
      const whole = await notebook.questions().untilTodayIsWhole()
      if (!wanted) return
      const delay = whole.ok && whole.value ? 0 : UNREADABLE_MS
      timer = window.setTimeout(() => setAgain((count) => count + 1), delay)
    }
    askInTurn(notebook, 'today', { isWanted: () => wanted, ask })
    return () => {
      wanted = false
      window.clearTimeout(timer)
    }
  }, [notebook, phase, appliedSeq, today, turn, again])
  return <Context.Provider value={list}>{children}</Context.Provider>
}

/** The list of today; undefined until it was first read. */
export function useToday(): TodayList | undefined {
  return useContext(Context)
}

/** The zone of this device, whose day "today" is. */
export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
