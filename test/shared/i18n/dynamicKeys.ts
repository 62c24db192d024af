import { OWNERSHIPS, TOUCHPOINT_KINDS } from '#shared/costs/placeForm'
import { WORKED_EXAMPLE } from '#shared/costs/whatIfForm'
import { DUPLICATE_CODES, STRENGTHS } from '#shared/duplicates/duplicatePair'
import { MERGE_RULES } from '#shared/duplicates/mergeRules'
import { EXPORT_FORMATS, EXPORT_SUBJECTS, HISTORY_TABLES } from '#shared/exporting/exportRequest'
import { LEFT_OUT_REASONS } from '#shared/exporting/exportTally'
import { ARCHIVE_FORMATS } from '#shared/importing/archives'
import { DEFAULT_QUALIFIERS } from '#shared/leads/defaultQualifiers'
import { CARD_TARGETS } from '#shared/leads/placeCard'
import { ATTRIBUTION_MODELS } from '#shared/measures/attribution'
import { COST_VIEWS } from '#shared/measures/costViews'
import { CHOSEN_FIELDS } from '#shared/merging/joinFields'
import { COST_CATEGORIES } from '#shared/records/cost'
import { GRADES, STAGES } from '#shared/records/customer'
import { FACT_KINDS } from '#shared/records/fact'
import { HANDLE_KINDS } from '#shared/records/handle'
import { INTERACTION_KINDS } from '#shared/records/interaction'
import { RELATION_KINDS } from '#shared/records/relation'
import { CHANNEL_KINDS } from '#shared/records/touchpoint'
import { MILESTONE_KINDS } from '#shared/records/trade'
import { DEFINED } from '#shared/reporting/definitionsSheet'
import { snapshotReasonSchema } from '#shared/snapshot/reasons'
import { LOGGED_AS } from '#shared/takeAlong/contents'
import { SPANS } from '#shared/timeline/nurtureSpan'
import { COUNTED_TABLES } from '../../../renderer/store/queries/liveCounts'
import { PLACES } from '../../../renderer/view/viewState'
import { holidayNameKeys } from '../../../shared/holidays/holidayNames'

/**
 * Keys that the code puts together from a prefix and a value: which values must have a message. An empty list
 * stands where the values are not one list in the code; TypeScript checks those by their union types.
 */
export const DYNAMIC_KEYS: Readonly<Record<string, readonly string[]>> = {
  'backup.reason.': snapshotReasonSchema.options,
  'card.target.': CARD_TARGETS,
  'change.': [],
  'channel.kind.': CHANNEL_KINDS,
  'channel.ownership.': OWNERSHIPS,
  'channels.model.': ATTRIBUTION_MODELS,
  'channels.view.': COST_VIEWS,
  'touchpoint.kind.': TOUCHPOINT_KINDS,
  'whatIf.': Object.keys(WORKED_EXAMPLE),
  'direction.': ['in', 'out', 'both'],
  // The code of a failure; one without a message of its own shows `error.unknown`.
  'error.': [],
  'duplicates.reason.': DUPLICATE_CODES,
  'duplicates.strength.': STRENGTHS,
  'export.about.': EXPORT_SUBJECTS,
  'export.format.': [...EXPORT_FORMATS, LOGGED_AS.format],
  'export.hint.': EXPORT_FORMATS,
  'export.leftOut.': LEFT_OUT_REASONS,
  'export.subject.': [...EXPORT_SUBJECTS, LOGGED_AS.subject],
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
  'holiday.': holidayNameKeys,
  'settings.': ['cap', 'capHint', 'capacity', 'capacityHint', 'system', 'light', 'dark'],
  'settings.ownDay.': ['holiday', 'working'],
  'weekday.': ['1', '2', '3', '4', '5', '6', '7'],
  'consent.': ['given', 'withdrawn'],
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
  'followUp.': ['done', 'skipped', 'late', 'due', 'planned', 'paused', 'ended', 'noPlan'],
}
