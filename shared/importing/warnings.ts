import type { ImportWarning } from './reading'

/** Counts warnings by code and column, so that 5,000 bad numbers are one line in the preview. */
export interface WarningCounter {
  /** Notes one occurrence; `column` is the header concerned. */
  readonly note: (code: string, row: number, column?: string) => void
  readonly list: () => ImportWarning[]
}

/** A fresh counter. Each warning keeps the first row where it occurred. */
export function countWarnings(): WarningCounter {
  const counts = new Map<string, { code: string; column?: string; row: number; count: number }>()
  return {
    note: (code, row, column) => {
      const key = `${code}\n${column ?? ''}`
      const entry = counts.get(key)
      if (entry) entry.count += 1
      else counts.set(key, { code, row, count: 1, ...(column === undefined ? {} : { column }) })
    },
    list: () => [...counts.values()].map(({ code, ...params }) => ({ code, params })),
  }
}
