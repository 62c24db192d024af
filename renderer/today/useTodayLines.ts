import type { TodayRow } from '#shared/measures/todayWork'
import type { Plan } from '#shared/records/nurture'
import { useRead } from '../store/NotebookContext'
import { allPlans } from '../store/queries/nurture'
import { type TodayLine, todayLines } from '../store/queries/today'

/** Lines are read by such blocks: few steps of scrolling read any, and the next ones are there before they are in sight. */
const BLOCK_ROWS = 32

/** What a row says beside its numbers; `line` is undefined for a customer who was deleted meanwhile. */
export interface ReadRow {
  readonly line: TodayLine | undefined
  readonly plans: readonly Plan[]
}

/**
 * What the rows from `first` to `last` say, by their key; undefined for a row that was not read yet. Those read before stay
 * while the next are on their way.
 */
export function useTodayLines(
  rows: readonly TodayRow[],
  first: number,
  last: number,
): (key: string) => ReadRow | undefined {
  const block = (row: number) => Math.floor(row / BLOCK_ROWS) * BLOCK_ROWS
  const wanted = rows.slice(block(first), block(last) + BLOCK_ROWS)
  const read = useRead(
    async (db) => ({
      keys: new Set(wanted.map(({ key }) => key)),
      lines: await todayLines(db, wanted),
      plans: await allPlans(db),
    }),
    [wanted.map(({ key }) => key).join()],
  )
  return (key) =>
    read?.keys.has(key) === true ? { line: read.lines.get(key), plans: read.plans } : undefined
}
