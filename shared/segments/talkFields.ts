import { addDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { ANY, plainField, type SegmentField } from './segmentField'
import type { SegmentMoment, SegmentSubject } from './segmentSubject'

/** The first day of "the last n days", today among them; undefined for "ever". */
export function sinceDay(days: string | undefined, { today }: SegmentMoment): IsoDate | undefined {
  return days === undefined || days === ANY ? undefined : addDays(today, -Number(days))
}

type Talks = SegmentSubject['talks']

/** Chooses talks by the arguments kind and direction; a talk in which both spoke is one either way. */
function talkFilter([kind = ANY, direction = ANY]: readonly string[]): (talk: Talks[number]) => boolean {
  return (talk) =>
    (kind === ANY ? talk.kind !== 'note' : talk.kind === kind) &&
    (direction === ANY || talk.direction === direction || talk.direction === 'both')
}

/** What was said between us. Our own notes are no contact unless they are asked for by name. */
export const TALK_FIELDS: readonly SegmentField[] = [
  {
    key: 'talks.count',
    group: 'talks',
    type: 'number',
    params: ['talkKind', 'direction', 'days'],
    reader: (args, moment) => {
      const fits = talkFilter(args)
      const since = sinceDay(args[2], moment)
      return ({ talks }) => {
        let count = 0
        for (const talk of talks) if ((since === undefined || talk.on >= since) && fits(talk)) count += 1
        return count
      }
    },
  },
  {
    key: 'talks.last',
    group: 'talks',
    type: 'date',
    params: ['talkKind', 'direction'],
    reader: (args) => {
      const fits = talkFilter(args)
      return ({ talks }) => talks.findLast(fits)?.on
    },
  },
  {
    key: 'talks.first',
    group: 'talks',
    type: 'date',
    params: ['talkKind', 'direction'],
    reader: (args) => {
      const fits = talkFilter(args)
      return ({ talks }) => talks.find(fits)?.on
    },
  },
  plainField('contact.last', 'talks', 'date', ({ facts }) => facts.lastContactOn),
]
