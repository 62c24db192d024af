import { advocacy, isWarmEnough } from '../measures/advocate'
import { traceWarmth } from '../measures/warmthTrace'
import { plainField, type SegmentField } from './segmentField'
import type { SegmentMoment, SegmentSubject } from './segmentSubject'

/** Warmth as of the moment, 0 to 100. */
function warmthAt(subject: SegmentSubject, moment: SegmentMoment): number {
  return traceWarmth(subject.warmth, moment.now, moment.halfLifeDays)
}

/** What the page and its people say, and how the relationship stands. */
export const PAGE_FIELDS: readonly SegmentField[] = [
  plainField('stage', 'page', 'choice', ({ page }) => page.stage, 'stage'),
  plainField('stage.since', 'page', 'date', ({ stageSince }) => stageSince),
  plainField('grade', 'page', 'choice', ({ page }) => page.grade, 'grade'),
  plainField('country', 'page', 'choice', ({ page }) => page.country, 'country'),
  plainField('city', 'page', 'text', ({ page }) => page.city),
  plainField('region', 'page', 'text', ({ page }) => page.region),
  plainField('language', 'page', 'choice', ({ page }) => page.language, 'language'),
  plainField('tags', 'page', 'set', ({ page }) => page.tags, 'tag'),
  plainField('staff', 'page', 'choice', ({ page }) => page.staffId, 'staff'),
  plainField('created', 'page', 'date', ({ createdOn }) => createdOn),
  plainField('met', 'page', 'date', ({ facts }) => facts.steps.met),
  {
    key: 'warmth',
    group: 'page',
    type: 'number',
    params: [],
    reader: (_, moment) => (subject) => warmthAt(subject, moment),
  },
  {
    key: 'advocate',
    group: 'page',
    type: 'flag',
    params: [],
    reader: (_, moment) => (subject) => {
      const warmth = warmthAt(subject, moment)
      return isWarmEnough(warmth) && advocacy(subject.facts, warmth, moment.today).isAdvocate
    },
  },
  plainField('referred.count', 'page', 'number', ({ facts }) => facts.referredCount),
  plainField('referred.by', 'page', 'flag', ({ facts }) => facts.referredById !== undefined),
  plainField('people.count', 'people', 'number', ({ people }) => people.length),
  plainField(
    'people.roles',
    'people',
    'set',
    ({ people }) => people.flatMap(({ role }) => role ?? []),
    'personRole',
  ),
  plainField(
    'people.languages',
    'people',
    'set',
    ({ people }) => people.flatMap(({ language }) => language ?? []),
    'language',
  ),
  plainField('learnt.kinds', 'people', 'set', ({ learnt }) => learnt.map(({ kind }) => kind), 'fact'),
  plainField(
    'learnt.positions',
    'people',
    'set',
    ({ learnt }) => learnt.flatMap(({ positionId }) => positionId ?? []),
    'position',
  ),
]
