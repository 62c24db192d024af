import { AGENDA_DAYS } from '#shared/exporting/agenda'
import { ExportBuilder, type ExportLookups, exportHead, exportTitle } from '#shared/exporting/exportBuilder'
import { tablesOf } from '#shared/exporting/exportRequest'
import { loadCatalogue } from '#shared/i18n/catalogues'
import type { PlannedTouch } from '#shared/nurture/scheduler'
import type { NotebookDatabase } from '../store/database'
import { readCustomerFiles } from './customerFiles'
import { readLookups } from './exportLookups'
import { exportPieces } from './exportPieces'
import type { GatherCalls, GatherPage, GatherRequest, GatherStart } from './gatherProtocol'

/** Customers read at a time: a page of them is some hundred kilobytes of text. */
const PAGE_CUSTOMERS = 250

/** The window spoke of a gathering that has ended. */
class BadGatheringError extends Error {
  override readonly name = 'BadGatheringError'
}

/** What is planned for each customer up to so many days ahead, late things included. */
type ReadPlanned = (today: string, daysAhead: number) => Promise<ReadonlyMap<string, readonly PlannedTouch[]>>

/** The worker's side of an export. */
export function createGatherCalls(opened: () => NotebookDatabase, planned: ReadPlanned): GatherCalls {
  let current: { readonly number: number; readonly gathering: Gathering } | undefined
  let lastNumber = 0
  return {
    async gatherBegin(request) {
      lastNumber += 1
      const number = lastNumber
      current = undefined
      const gathering = await Gathering.begin(opened(), request, planned)
      // Another one may have been begun while this one was reading.
      if (number === lastNumber) current = { number, gathering }
      return { number, ...gathering.start() }
    },

    async gatherNext(number) {
      if (current?.number !== number) throw new BadGatheringError('number')
      const page = await current.gathering.next()
      if (page.isLast && current?.number === number) current = undefined
      return page
    },
  }
}

/** One walk over the customers for each table of the file. */
class Gathering {
  private table = 0
  private at = 0
  private readonly builder: ExportBuilder

  private constructor(
    private readonly db: NotebookDatabase,
    private readonly request: GatherRequest,
    private readonly ids: readonly string[],
    private readonly lookups: ExportLookups,
  ) {
    this.builder = new ExportBuilder(request.choice, request.moment, lookups)
  }

  static async begin(db: NotebookDatabase, request: GatherRequest, planned: ReadPlanned): Promise<Gathering> {
    const { choice, moment, customerIds } = request
    // The worker has the words of the languages that it was asked for, as the window has.
    await loadCatalogue(moment.language)
    const ids =
      customerIds === 'all'
        ? await db.rows('customers').orderBy('updatedAt').reverse().primaryKeys()
        : customerIds
    const lookups: ExportLookups = {
      ...(await readLookups(db)),
      ...(choice.subject === 'calendar' ? { planned: await planned(moment.today, AGENDA_DAYS) } : {}),
    }
    return new Gathering(db, request, ids, lookups)
  }

  start(): Omit<GatherStart, 'number'> {
    const { choice, moment } = this.request
    const total = this.ids.length * tablesOf(choice).length
    return { head: exportHead(choice, moment, this.lookups.own), title: exportTitle(choice, moment), total }
  }

  async next(): Promise<GatherPage> {
    const { choice, countOnly } = this.request
    const tables = tablesOf(choice)
    const sheet = this.table
    const table = tables[sheet] ?? 'main'
    const ids = this.ids.slice(this.at, this.at + PAGE_CUSTOMERS)
    const files = await readCustomerFiles(this.db, ids, choice, table)
    const { part, tally } = this.builder.part(files, table, sheet)
    this.at += ids.length
    if (this.at >= this.ids.length) {
      this.table += 1
      this.at = 0
    }
    const done = this.table * this.ids.length + this.at
    const isLast = this.table >= tables.length
    return { pieces: countOnly ? [] : exportPieces(part), tally, done, isLast }
  }
}
