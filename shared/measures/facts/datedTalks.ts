import type { IsoDate } from '../../time/values'
import type { ReadInteraction } from './customerRecords'
import type { DayOf } from './ownDay'

/** An interaction with its day on our own calendar. The record is not copied: a notebook has a million of them. */
export interface DatedTalk {
  readonly talk: ReadInteraction
  readonly on: IsoDate
}

/** The live interactions, earliest first. Where the source only knew a day, that day stands. */
export function datedTalks(interactions: readonly ReadInteraction[], dayOf: DayOf): DatedTalk[] {
  const dated: DatedTalk[] = []
  for (const talk of interactions)
    if (talk.deletedAt === undefined) dated.push({ talk, on: talk.day ?? dayOf(talk.at) })
  return dated.sort((a, b) => a.talk.at - b.talk.at || (a.talk.id < b.talk.id ? -1 : 1))
}
