import { err, type OrchardError, type Result } from '#shared/result'

const MIB = 1024 * 1024

/** What an import may cost. Beyond it the file is refused with a code; splitting it helps. */
export const LIMITS = {
  /** Refused before a byte is read. Strings of the decoded text must stay below V8's 512 MiB. */
  fileBytes: 300 * MIB,
  /** Real inflated bytes over all parts of a workbook that we read: a zip bomb ends here. */
  inflatedBytes: 400 * MIB,
  /** Files of an archive that are listed; the others are named. */
  archiveMembers: 60,
  /** A member of an archive may grow this many times: tables shrink to a tenth, bombs to a thousandth. */
  archiveRatio: 200,
  rows: 200_000,
  columns: 2_000,
  /** Cells over all sheets; each costs about 60 bytes. */
  cells: 8_000_000,
  /** Processor time after which the parent ends the worker: what other programs take does not count. */
  cpuMs: 120_000,
  /** And the time on the wall after which it ends whatever it did. */
  wallMs: 20 * 60_000,
  /** Old-generation heap of the worker. */
  heapMb: 2_048,
} as const

/** Thrown inside readers, turned into an error object at their edge. Carries a code, never content. */
export class ImportFailure extends Error {
  readonly failure: OrchardError
  constructor(code: string, params?: OrchardError['params']) {
    super(code)
    this.name = 'ImportFailure'
    this.failure = params === undefined ? { code } : { code, params }
  }
}

/** Refuses a size before reading: to be asked with the size that the file system or the drop reports. */
export function checkFileSize(bytes: number): Result<number> {
  return bytes > LIMITS.fileBytes
    ? err('import.tooLarge', { megabytes: Math.ceil(bytes / MIB), limit: LIMITS.fileBytes / MIB })
    : { ok: true, value: bytes }
}

/** What is left of the limits on rows and cells while a reader goes. */
export interface CellBudget {
  /** Takes `cells` for a row; throws `ImportFailure` beyond the limits. */
  readonly take: (row: number, cells: number) => void
}

/** A full budget; one serves all sheets of a file. */
export function cellBudget(): CellBudget {
  let cells = 0
  return {
    take: (row, count) => {
      cells += count
      if (row >= LIMITS.rows) throw new ImportFailure('import.tooManyRows', { limit: LIMITS.rows })
      if (count > LIMITS.columns) throw new ImportFailure('import.tooManyColumns', { limit: LIMITS.columns })
      if (cells > LIMITS.cells) throw new ImportFailure('import.tooManyCells', { limit: LIMITS.cells })
    },
  }
}
