import { appointmentItem } from '#shared/exporting/appointmentItem'
import { exportHead, exportTitle } from '#shared/exporting/exportBuilder'
import type { ExportChoice, ExportMoment } from '#shared/exporting/exportRequest'
import { rowsTally } from '#shared/exporting/exportTally'
import type { Appointment } from '#shared/records/appointment'
import { ok, type Result } from '#shared/result'
import { exportPieces } from '../workers/exportPieces'
import { type ExportOutcome, type ExportParts, logExport } from './runExport'

const ONE_EVENT: ExportChoice = {
  subject: 'calendar',
  format: 'icsEvents',
  table: 'interactions',
  hashed: false,
  photos: false,
}

/**
 * Writes one appointment as a calendar file where the person chooses, by the way of all exports, and notes it in the
 * log of them; undefined when no place was chosen.
 */
export async function exportAppointment(
  { notebook, calls }: ExportParts,
  appointment: Appointment,
  whom: string,
  moment: ExportMoment,
): Promise<Result<ExportOutcome | undefined>> {
  const begun = await calls['export:begin'](exportHead(ONE_EVENT, moment), exportTitle(ONE_EVENT, moment))
  if (!begun.ok) return begun
  const token = begun.value
  if (token === null) return ok(undefined)
  const item = appointmentItem(appointment, whom, moment.zone)
  for (const piece of exportPieces({ kind: 'agenda', items: [item] })) {
    const written = await calls['export:write'](token, piece)
    if (written.ok) continue
    await calls['export:cancel'](token)
    return written
  }
  const file = await calls['export:finish'](token)
  if (!file.ok) return file
  const tally = rowsTally(1)
  const order = { choice: ONE_EVENT, customerIds: [] }
  const logged = await logExport(notebook, order, tally)
  return ok({ file: file.value, tally, ...(logged.ok ? {} : { notLogged: logged.error }) })
}
