import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { InsightRequest } from '#shared/insights/insightBook'
import type { AttributionModel } from '#shared/measures/attribution'
import type { CostView } from '#shared/measures/costViews'
import { addDays, addMonths, dayIn } from '#shared/time/calendarDay'
import { useNotebook } from '../store/NotebookContext'
import { deviceZone } from '../store/TodayContext'
import { useNow } from '../store/useNow'

/** How many months a period has; figures as of a day are as of its end. */
export const PERIODS = { quarter: 3, year: 12, threeYears: 36 } as const
export type PeriodName = keyof typeof PERIODS

/** What a person has chosen on the bar above the figures. Lost on reload, like everything that only looks. */
export interface InsightChoice {
  readonly period: PeriodName
  /** The last day of the period; today where absent. */
  readonly until?: string | undefined
  readonly model: AttributionModel
  readonly view: CostView
  readonly currency?: string | undefined
}

interface Insights {
  readonly choice: InsightChoice
  readonly choose: (change: Partial<InsightChoice>) => void
  readonly request: InsightRequest
}

const Context = createContext<Insights | undefined>(undefined)

/** Keeps what was chosen for all parts of the place, and the request that follows from it. */
export function InsightProvider({ children }: { children: ReactNode }) {
  const notebook = useNotebook()
  const zone = deviceZone()
  const today = dayIn(zone, useNow())
  const [choice, setChoice] = useState<InsightChoice>({
    period: 'year',
    model: 'firstTouch',
    view: 'cash',
  })
  const insights = useMemo(() => {
    const { period, until = today, model, view, currency } = choice
    const from = addDays(addMonths(until, -PERIODS[period]), 1)
    const request = {
      today,
      // Warmth is told anew when the day turns or something changes; it halves in weeks.
      now: notebook.sources.now(),
      period: { from, to: until },
      model,
      view,
      zone,
      ...(currency === undefined ? {} : { currency }),
    }
    const choose = (change: Partial<InsightChoice>) => setChoice((before) => ({ ...before, ...change }))
    return { choice, choose, request }
  }, [choice, today, zone, notebook])
  return <Context.Provider value={insights}>{children}</Context.Provider>
}

/** What is asked of the figures. */
export function useInsights(): Insights {
  const insights = useContext(Context)
  if (insights === undefined) throw new Error('no insights around this view')
  return insights
}
