import { ENGAGED_KINDS } from '../measures/facts/engagementFacts'
import { ANY, plainField, type SegmentField } from './segmentField'
import type { SegmentSubject } from './segmentSubject'
import { sinceDay } from './talkFields'

/** Doings of theirs with a piece, or with any. */
function doings({ facts }: SegmentSubject, content: string) {
  return facts.engagements.filter(
    ({ kind, contentId }) => ENGAGED_KINDS.includes(kind) && (content === ANY || contentId === content),
  )
}

/** Where they came from, how they are reached, what they read, and what we do for them. */
export const REACH_FIELDS: readonly SegmentField[] = [
  plainField(
    'source.touchpoints',
    'reach',
    'set',
    ({ facts }) => facts.sources.flatMap(({ touchpointId }) => touchpointId ?? []),
    'touchpoint',
  ),
  plainField(
    'source.channels',
    'reach',
    'set',
    ({ facts }) => facts.sources.flatMap(({ channelId }) => channelId ?? []),
    'channel',
  ),
  plainField('source.kinds', 'reach', 'set', ({ channelKinds }) => channelKinds, 'channelKind'),
  plainField('handles', 'reach', 'set', ({ handleKinds }) => handleKinds, 'handle'),
  plainField('preferredCarrier', 'reach', 'choice', ({ page }) => page.preferredCarrier, 'handle'),
  plainField(
    'carriers',
    'reach',
    'set',
    ({ facts }) =>
      facts.memberships.filter(({ leftOn }) => leftOn === undefined).map(({ carrierId }) => carrierId),
    'carrier',
  ),
  plainField(
    'carriers.left',
    'reach',
    'set',
    ({ facts }) =>
      facts.memberships.filter(({ leftOn }) => leftOn !== undefined).map(({ carrierId }) => carrierId),
    'carrier',
  ),
  plainField('consent.newsletter', 'reach', 'set', ({ newsletterYes }) => newsletterYes, 'handle'),
  plainField('consent.refused', 'reach', 'set', ({ refused }) => refused, 'handle'),
  {
    key: 'engaged.count',
    group: 'reach',
    type: 'number',
    params: ['content', 'days'],
    reader: ([content = ANY, days], moment) => {
      const since = sinceDay(days, moment)
      return (subject) =>
        doings(subject, content).filter(({ on }) => since === undefined || on >= since).length
    },
  },
  {
    key: 'engaged.last',
    group: 'reach',
    type: 'date',
    params: ['content'],
    reader:
      ([content = ANY]) =>
      (subject) =>
        doings(subject, content).at(-1)?.on,
  },
  plainField(
    'given',
    'reach',
    'set',
    ({ facts }) => facts.gifts.flatMap(({ contentId }) => contentId ?? []),
    'content',
  ),
  {
    key: 'promises.ourLate',
    group: 'care',
    type: 'number',
    params: [],
    reader:
      (_, { today }) =>
      ({ openPromises }) =>
        openPromises.filter(({ by, dueOn }) => by === 'us' && dueOn < today).length,
  },
  {
    key: 'promises.theirLate',
    group: 'care',
    type: 'number',
    params: [],
    reader:
      (_, { today }) =>
      ({ openPromises }) =>
        openPromises.filter(({ by, dueOn }) => by === 'them' && dueOn < today).length,
  },
  plainField('plans.running', 'care', 'set', ({ runningPlans }) => runningPlans, 'plan'),
  plainField('plans.paused', 'care', 'set', ({ pausedPlans }) => pausedPlans, 'plan'),
]
