import { ACCESS_SUBJECT, type AccessFormat, type AccessRecord } from '#shared/access/accessRecords'
import { createChange } from '#shared/changes/buildChange'
import type { Result } from '#shared/result'
import type { Notebook } from '../store/notebook'
import { allStaff } from '../store/queries/staff'

/** Notes in the log of exports that a copy of what is known of somebody has left: how much, not of whom. */
export async function logAccess(
  notebook: Notebook,
  format: AccessFormat,
  records: readonly AccessRecord[],
): Promise<Result<unknown>> {
  const db = notebook.database()
  const me = db === undefined ? undefined : (await allStaff(db)).find((person) => person.me === true)
  const intent = { label: { key: 'change.exported' }, origin: 'export' as const }
  return notebook.commit(intent, (at) => [
    createChange(
      'exports',
      {
        id: notebook.sources.newId(),
        subject: ACCESS_SUBJECT,
        format,
        scope: 'listed',
        counts: { rows: records.length, withEmail: 0, withPhone: 0, photos: 0, leftOut: 0 },
        ...(me === undefined ? {} : { staffId: me.id }),
      },
      at,
    ),
  ])
}
