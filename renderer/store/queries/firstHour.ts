import type { Interaction } from '#shared/records/interaction'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'

/** What of the first hour's steps is in the notebook; the sample's own records count for looking around alone. */
export interface FirstHourRecords {
  /** The sample or an import is there. */
  readonly looked: boolean
  /** A letter or another message of ours was logged. */
  readonly letter: boolean
  /** A fair of the person's own. */
  readonly fair: boolean
  /** Somebody was met, and a person wrote it down. */
  readonly lead: boolean
}

/** As many of the latest talks as a first hour is likely to write, and more. */
const LATEST_TALKS = 300

const OUTGOING: readonly Interaction['kind'][] = ['message', 'value', 'ask']

/** Reads what the first hour asks for: few rows, whatever else was taken in meanwhile. */
export async function firstHourRecords(db: NotebookDatabase): Promise<FirstHourRecords> {
  const [fairRows, imports, talkRows] = await Promise.all([
    db.rows('touchpoints').where('kind').equals('fair').toArray(),
    db.rows('imports').toArray(),
    db.rows('interactions').orderBy('at').reverse().limit(LATEST_TALKS).toArray(),
  ])
  const fairs = liveRecords('touchpoints', fairRows)
  const talks = liveRecords('interactions', talkRows).filter(({ origin }) => origin === 'person')
  return {
    looked: liveRecords('imports', imports).length > 0 || fairs.some(({ origin }) => origin === 'sample'),
    letter: talks.some(({ kind, direction }) => direction === 'out' && OUTGOING.includes(kind)),
    fair: fairs.some(({ origin }) => origin !== 'sample'),
    lead: talks.some(({ kind }) => kind === 'met'),
  }
}
