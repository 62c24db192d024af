import type { RateSheet } from '#shared/importing/rates/rateSeries'
import { readRateSheet } from '#shared/importing/rates/rateSheet'
import { err, type Result } from '#shared/result'
import { isZip, listArchive, readMember } from './archive'
import { decode } from './charset'
import { chooseSheet } from './chooseSheet'
import { parseCsv } from './csvText'
import { checkFileSize, ImportFailure } from './limits'
import { hasSheets, sheetsOf } from './readSheets'
import { sniff } from './sniff'
import { openZip } from './zipFile'

/**
 * Bytes of a table of exchange rates, delimited text or a workbook, as rates; of an archive its largest file is read,
 * since central banks pack theirs. Never throws. Errors: `rates.notRates`, `import.tooLarge` and those of the readers.
 */
export async function readRateFile(bytes: Uint8Array, fileName: string): Promise<Result<RateSheet>> {
  const size = checkFileSize(bytes.length)
  if (!size.ok) return size
  try {
    const listing = listArchive(bytes, fileName)
    if (!listing.ok) return listing
    const [largest] = listing.value?.members ?? []
    return await readRows(largest === undefined ? bytes : readMember(bytes, largest.entry))
  } catch (error) {
    if (error instanceof ImportFailure) return { ok: false, error: error.failure }
    return err('import.damaged')
  }
}

async function readRows(bytes: Uint8Array): Promise<Result<RateSheet>> {
  const zip = isZip(bytes) ? openZip(bytes) : undefined
  const container = sniff(bytes, zip?.names)
  if (container === 'empty') return err('import.emptyFile')
  if (container === 'encrypted') return err('import.passwordProtected')
  if (hasSheets(container) && container !== 'html-table')
    return readRateSheet(chooseSheet(await sheetsOf({ container, bytes, zip })).grid.rows, undefined)
  if (container !== 'text') return err('rates.notRates')
  const csv = parseCsv(decode(bytes).text)
  return readRateSheet(csv.rows, csv.delimiter ?? undefined)
}
