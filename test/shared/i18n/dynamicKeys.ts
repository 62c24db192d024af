import { DUPLICATE_CODES, STRENGTHS } from '#shared/duplicates/duplicatePair'
import { MERGE_RULES } from '#shared/duplicates/mergeRules'
import { EXPORT_FORMATS, EXPORT_SUBJECTS, HISTORY_TABLES } from '#shared/exporting/exportRequest'
import { LEFT_OUT_REASONS } from '#shared/exporting/exportTally'
import { ARCHIVE_FORMATS } from '#shared/importing/archives'
import { DEFAULT_QUALIFIERS } from '#shared/leads/defaultQualifiers'
import { CARD_TARGETS } from '#shared/leads/placeCard'
import { CHOSEN_FIELDS } from '#shared/merging/joinFields'
import { LETTER_KEYS } from '#shared/nurture/letters/letterTemplate'
import { CONTENT_KINDS, CONTENT_STATUSES } from '#shared/records/content'
import { COST_CATEGORIES } from '#shared/records/cost'
import { GRADES, STAGES } from '#shared/records/customer'
import { FACT_KINDS } from '#shared/records/fact'
import { HANDLE_KINDS } from '#shared/records/handle'
import { INTERACTION_KINDS } from '#shared/records/interaction'
import { RELATION_KINDS } from '#shared/records/relation'
import { MILESTONE_KINDS } from '#shared/records/trade'
import { DEFINED } from '#shared/reporting/definitionsSheet'
import { snapshotReasonSchema } from '#shared/snapshot/reasons'
import { SPANS } from '#shared/timeline/nurtureSpan'
import { COUNTED_TABLES } from '../../../renderer/store/queries/liveCounts'
import { CONTENT_VIEWS } from '../../../renderer/view/libraryView'
import { PLACES } from '../../../renderer/view/viewState'

/**
 * Keys that the code puts together from a prefix and a value: which values must have a message. An empty list
 * stands where the values are not one list in the code; TypeScript checks those by their union types.
 */
export const DYNAMIC_KEYS: Readonly<Record<string, readonly string[]>> = {
  'backup.reason.': snapshotReasonSchema.options,
  'card.target.': CARD_TARGETS,
  'change.': [],
  'direction.': ['in', 'out', 'both'],
  // The code of a failure; one without a message of its own shows `error.unknown`.
  'error.': [],
  'duplicates.reason.': DUPLICATE_CODES,
  'duplicates.strength.': STRENGTHS,
  'export.about.': EXPORT_SUBJECTS,
  'export.format.': EXPORT_FORMATS,
  'export.hint.': EXPORT_FORMATS,
  'export.leftOut.': LEFT_OUT_REASONS,
  'export.subject.': EXPORT_SUBJECTS,
  'export.table.': HISTORY_TABLES,
  'exportStatus.': ['open', 'accepted', 'declined', 'expired', 'closed', 'cancelled'],
  'fact.': FACT_KINDS,
  'grade.': GRADES,
  'handle.': HANDLE_KINDS,
  'interaction.': INTERACTION_KINDS,
  'met.reason.': [],
  'merge.field.': CHOSEN_FIELDS,
  'merge.rule.': MERGE_RULES,
  'milestone.': MILESTONE_KINDS,
  'place.': PLACES,
  'qualifier.': DEFAULT_QUALIFIERS.flatMap(({ key, options }) => [
    key,
    ...options.map((option) => `${key}.${option.key}`),
  ]),
  'relation.': RELATION_KINDS.flatMap((kind) => [kind, `${kind}.back`]),
  'restore.age.': ['older', 'newer', 'same'],
  'restore.table.': COUNTED_TABLES,
  'settings.': ['system', 'light', 'dark'],
  'stage.': STAGES,
  'trade.': [
    ...['quote', 'order', 'sample', 'new.quote', 'new.order', 'new.sample'],
    // The fields of the dialog for samples.
    ...['what', 'courier', 'trackingNumber', 'outcome', 'outcomeOn'],
  ],
  'report.': [],
  'cost.category.': COST_CATEGORIES,
  'import.archive.': ARCHIVE_FORMATS,
  'import.target.': [],
  'import.count.': [],
  'import.what.': [],
  'import.format.': [],
  'import.explain.': [],
  'import.duplicates.': [],
  'import.reason.': [],
  'import.field.': [],
  'import.dateOrder.': ['dmy', 'mdy', 'ymd'],
  'enrolment.paused.': [],
  'touch.moved.': [],
  'weekday.': ['1', '2', '3', '4', '5', '6', '7'],
  'consent.purpose.': [],
  'letter.': [],
  'plan.fairWelcome.step.': [],
  'rate.': [],
  'lane.': [],
  'lanes.': ['plan', 'customer'],
  'span.': SPANS,
  'mark.': [],
  'card.intent.': [],
  'quality.': [],
  'promiseState.': ['kept', 'late', 'dueToday', 'open'],
  'define.': DEFINED.flatMap((name) => [name, `${name}.words`]),
  'content.kind.': CONTENT_KINDS,
  'content.status.': CONTENT_STATUSES,
  'content.view.': CONTENT_VIEWS,
  'engagement.': ['opened', 'clicked', 'replied', 'registered', 'attended', 'downloaded', 'visited'],
  'library.': ['expired', 'expiring'],
  'position.hint.': ['pain', 'interest', 'value'],
  'position.kind.': ['pain', 'interest', 'value'],
  'position.kinds.': ['pain', 'interest', 'value'],
  'template.fault.': [],
  'template.letter.': LETTER_KEYS,
  'followUp.': ['done', 'skipped', 'late', 'due', 'planned', 'paused', 'ended', 'noPlan'],
}
