import type { Cell } from '#shared/timeline/spanLanes'
import { useFormats } from '../i18n/formats'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { snoozeChanges } from '../nurture/settle'
import { useNamedCommit } from '../nurture/useNamedCommit'
import { useNotebook } from '../store/NotebookContext'
import { customerLines } from '../store/queries/customerList'
import { workOfMark } from './workOfMark'

/** Puts everything of a cell on another day, in one change-set that says what was moved where. */
export function useMoveMarks(today: string): (cell: Cell, day: string) => void {
  const notebook = useNotebook()
  const commit = useNamedCommit()
  const text = useText()
  const formats = useFormats()
  const nameOf = useCustomerName()
  const nameIn = async (cell: Cell) => {
    const db = notebook.database()
    const customerId = cell.marks[0]?.customerId ?? ''
    const line = db === undefined ? undefined : (await customerLines(db, [customerId])).get(customerId)
    return line === undefined ? '' : line.person?.fullName || nameOf(line.customer)
  }
  const move = async (cell: Cell, day: string) => {
    const count = cell.marks.length
    const name = await nameIn(cell)
    const to = formats.weekdayDay(day)
    await commit(
      count === 1
        ? { key: 'change.touchMoved', params: { name } }
        : { key: 'change.touchesMoved', params: { count } },
      async (at) => {
        const db = notebook.database()
        if (db === undefined) return []
        const context = { at, today, newId: notebook.sources.newId }
        const moved = await Promise.all(
          cell.marks.flatMap((mark) => {
            const work = workOfMark(mark)
            return work === undefined ? [] : [snoozeChanges(db, work, day, '', context)]
          }),
        )
        return moved.flat()
      },
      {
        done:
          count === 1
            ? text('nurture.moved', { name, day: to })
            : text('nurture.movedMany', { count, day: to }),
      },
    )
  }
  return (cell, day) => void move(cell, day)
}
