import type { IsoDate } from '../../time/values'
import type { ReadInteraction } from './customerRecords'
import type { DayOf } from './ownDay'

/** An interaction with its day on our own calendar. */
export type DatedTalk = ReadInteraction & { readonly on: IsoDate }

/** The live interactions, earliest first. Where the source only knew a day, that day stands. */
export function datedTalks(interactions: readonly ReadInteraction[], dayOf: DayOf): DatedTalk[] {
  return interactions
    .filter((talk) => talk.deletedAt === undefined)
    .map((talk) => ({ ...talk, on: talk.day ?? dayOf(talk.at) }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}
