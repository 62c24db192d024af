import type { ExportRun } from '#shared/records/exportRun'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'
import { allStaff } from './staff'

/** One line of the log, with the name of who it was. */
export interface LoggedExport {
  readonly run: ExportRun
  readonly by: string | undefined
}

/** Everything that has left the notebook as a file, the newest first. */
export async function exportLog(db: NotebookDatabase): Promise<LoggedExport[]> {
  const [rows, staff] = await Promise.all([
    db.rows('exports').orderBy('at').reverse().toArray(),
    allStaff(db),
  ])
  const names = new Map(staff.map(({ id, name }) => [id, name]))
  return liveRecords('exports', rows).map((run) => ({ run, by: names.get(run.staffId ?? '') }))
}
