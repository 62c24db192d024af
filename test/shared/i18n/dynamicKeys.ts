import { ACCESS_FORMATS, ACCESS_SUBJECT } from '#shared/access/accessRecords'
import { OWNERSHIPS, TOUCHPOINT_KINDS } from '#shared/costs/placeForm'
import { RATE_STEPS } from '#shared/costs/rateImport'
import { WORKED_EXAMPLE } from '#shared/costs/whatIfForm'
import { DUPLICATE_CODES, STRENGTHS } from '#shared/duplicates/duplicatePair'
import { MERGE_RULES } from '#shared/duplicates/mergeRules'
import { ERASURE_REASONS } from '#shared/erasing/request'
import { LAST_KINDS } from '#shared/erasing/retention'
import { EXPORT_FORMATS, EXPORT_SUBJECTS, HISTORY_TABLES } from '#shared/exporting/exportRequest'
import { LEFT_OUT_REASONS } from '#shared/exporting/exportTally'
import { MAIL_MERGE_AS, MERGE_LEFT_OUT } from '#shared/exporting/mailMerge'
import { HEALTH_CODES, HEALTH_STATES, HEALTH_STEPS } from '#shared/health/finding'
import { ARCHIVE_FORMATS } from '#shared/importing/archives'
import { TABLE_KINDS } from '#shared/importing/tableKind'
import { TREE_FORMS } from '#shared/insights/orchard'
import { CONTENT_PANELS, PANELS } from '#shared/insights/panels'
import { DEFAULT_QUALIFIERS } from '#shared/leads/defaultQualifiers'
import { CARD_TARGETS } from '#shared/leads/placeCard'
import { ATTRIBUTION_MODELS } from '#shared/measures/attribution'
import { COST_VIEWS } from '#shared/measures/costViews'
import { DRAINAGE_STEPS } from '#shared/measures/drainageSteps'
import { FUNNEL_STEPS } from '#shared/measures/funnel'
import { JOURNEY_STAGES } from '#shared/measures/journey'
import { CHOSEN_FIELDS } from '#shared/merging/joinFields'
import { CONDITION_KINDS } from '#shared/nurture/conditionDraft'
import { INVITE_REASONS, NOT_INVITED } from '#shared/nurture/invitees'
import { LETTER_KEYS } from '#shared/nurture/letters/letterTemplate'
import { PLAN_GOALS } from '#shared/nurture/planDraft'
import { PLAN_OCCASIONS } from '#shared/nurture/plans/shippedPlans'
import { STEP_UNITS, YEARLY_ANCHORS } from '#shared/nurture/stepDraft'
import { OWN_KINDS, OWN_TABLES } from '#shared/ownFields/ownField'
import { appointmentSchema } from '#shared/records/appointment'
import { CARRIER_KINDS } from '#shared/records/carrier'
import { CONTENT_KINDS, CONTENT_STATUSES } from '#shared/records/content'
import { COST_CATEGORIES } from '#shared/records/cost'
import { GRADES, STAGES } from '#shared/records/customer'
import { FACT_KINDS } from '#shared/records/fact'
import { HANDLE_KINDS } from '#shared/records/handle'
import { HOUR_KINDS } from '#shared/records/hours'
import { OVERWRITE_RULES } from '#shared/records/importMapping'
import { INTERACTION_KINDS } from '#shared/records/interaction'
import { PLAN_EVENTS } from '#shared/records/nurture'
import { PERSON_ROLES } from '#shared/records/person'
import { RELATION_KINDS } from '#shared/records/relation'
import { CHANNEL_KINDS } from '#shared/records/touchpoint'
import { MILESTONE_KINDS } from '#shared/records/trade'
import { DEFINED } from '#shared/reporting/definitionsSheet'
import { REVIEW_UNITS } from '#shared/reporting/review/reviewPeriod'
import { CHECKS } from '#shared/reporting/review/reviewQuality'
import { REVIEW_KINDS } from '#shared/reporting/review/reviewRequest'
import { SCOPE_KINDS } from '#shared/reporting/review/savedReview'
import { VISITOR_GROUPINGS } from '#shared/reporting/visitorPack'
import { SEGMENT_FIELDS } from '#shared/segments/fieldCatalogue'
import { READY_KEYS } from '#shared/segments/readyMade'
import { FIELD_GROUPS, OPERATORS } from '#shared/segments/segmentField'
import { snapshotReasonSchema } from '#shared/snapshot/reasons'
import { LOGGED_AS } from '#shared/takeAlong/contents'
import { SPANS } from '#shared/timeline/nurtureSpan'
import { ERASED_KINDS } from '../../../renderer/erasing/erasePage'
import { FIRST_HOUR_STEPS } from '../../../renderer/firstHour/firstHourSteps'
import { COUNTED_TABLES } from '../../../renderer/store/queries/liveCounts'
import { CONTENT_VIEWS } from '../../../renderer/view/libraryView'
import { PLACES } from '../../../renderer/view/viewState'
import { holidayNameKeys } from '../../../shared/holidays/holidayNames'

/**
 * Keys that the code puts together from a prefix and a value: which values must have a message. An empty list
 * stands where the values are not one list in the code; TypeScript checks those by their union types.
 */
export const DYNAMIC_KEYS: Readonly<Record<string, readonly string[]>> = {
  'appointment.clockOf.': ['ours', 'theirs', 'agreed'],
  'appointment.kind.': appointmentSchema.shape.kind.options,
  'appointment.said.': ['agreed', 'changed', 'cancelled', 'held'],
  'backup.reason.': snapshotReasonSchema.options,
  'card.target.': CARD_TARGETS,
  'carrier.kind.': CARRIER_KINDS,
  'carrier.rank.': ['main', 'second'],
  'carriers.step.': DRAINAGE_STEPS,
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
  'erase.goes.': ERASED_KINDS,
  'erase.reason.': ERASURE_REASONS,
  'erase.stage.': ['reading', 'writing'],
  'duplicates.reason.': DUPLICATE_CODES,
  'duplicates.strength.': STRENGTHS,
  'export.about.': EXPORT_SUBJECTS,
  'export.format.': [...EXPORT_FORMATS, LOGGED_AS.format, ...ACCESS_FORMATS, MAIL_MERGE_AS.format],
  'export.hint.': EXPORT_FORMATS,
  'export.leftOut.': LEFT_OUT_REASONS,
  'export.subject.': [...EXPORT_SUBJECTS, LOGGED_AS.subject, ACCESS_SUBJECT, MAIL_MERGE_AS.subject],
  'export.table.': HISTORY_TABLES,
  'exportStatus.': ['open', 'accepted', 'declined', 'expired', 'closed', 'cancelled'],
  'fact.': FACT_KINDS,
  'grade.': GRADES,
  'handle.': HANDLE_KINDS,
  'insights.column.': ['customer', 'rings', 'warmth', 'fruit', 'value'],
  'insights.define.': [...Object.keys(PANELS), 'orchard', 'equity'],
  'insights.form.': TREE_FORMS,
  'insights.giveAsk.': ['kept', 'below'],
  'insights.ground.': ['rented', 'owned'],
  'insights.journey.': JOURNEY_STAGES,
  'insights.model.': ATTRIBUTION_MODELS,
  'insights.ownership.': ['rented', 'owned', 'unknown'],
  'insights.panel.': [...Object.keys(PANELS), 'orchard', 'equity'],
  'insights.period.': ['quarter', 'year', 'threeYears'],
  'insights.reach.': ['two', 'one', 'none'],
  'insights.step.': FUNNEL_STEPS,
  'insights.tab.': ['acquisition', 'orchard', 'nurture'],
  'hours.kind.': HOUR_KINDS,
  // A figure's definition is looked up by its key; a test asks every review for all of its own.
  'retention.last.': LAST_KINDS,
  'review.define.': [],
  'review.kind.': REVIEW_KINDS,
  'review.quality.': CHECKS.flatMap(({ name }) => [name, `${name}.why`]),
  'review.sale.': ['order', 'credit'],
  'review.scope.': SCOPE_KINDS,
  'review.unit.': REVIEW_UNITS,
  'insights.view.': COST_VIEWS,
  'interaction.': INTERACTION_KINDS,
  'met.reason.': [],
  'invite.leftOut.': NOT_INVITED,
  'invite.reason.': INVITE_REASONS,
  'mailMerge.leftOut.': MERGE_LEFT_OUT,
  'merge.field.': CHOSEN_FIELDS,
  'merge.rule.': MERGE_RULES,
  'milestone.': MILESTONE_KINDS,
  'firstHour.hint.': FIRST_HOUR_STEPS,
  'firstHour.step.': FIRST_HOUR_STEPS,
  'help.': PLACES.flatMap((place) =>
    ['purpose', 'first', 'second', 'third', 'saved'].map((part) => `${place}.${part}`),
  ),
  'place.': PLACES,
  'qualifier.': DEFAULT_QUALIFIERS.flatMap(({ key, options }) => [
    key,
    ...options.map((option) => `${key}.${option.key}`),
  ]),
  'relation.': RELATION_KINDS.flatMap((kind) => [kind, `${kind}.back`]),
  'restore.age.': ['older', 'newer', 'same'],
  'restore.table.': COUNTED_TABLES,
  'personRole.': PERSON_ROLES,
  'visitors.by.': VISITOR_GROUPINGS,
  'segment.empty.': ['all', 'any', 'none'],
  'segment.joint.': ['all', 'any', 'none'],
  'segment.field.': SEGMENT_FIELDS.map(({ key }) => key),
  'segment.group.': FIELD_GROUPS,
  'segment.op.': Object.values(OPERATORS).flat(),
  'segment.says.': Object.values(OPERATORS).flat(),
  'segment.ready.': READY_KEYS,
  'stage.': STAGES,
  'trade.': [
    ...['quote', 'order', 'sample', 'new.quote', 'new.order', 'new.sample'],
    // The fields of the dialog for samples.
    ...['what', 'courier', 'trackingNumber', 'outcome', 'outcomeOn'],
  ],
  'report.': [],
  'cost.category.': COST_CATEGORIES,
  'health.found.': HEALTH_CODES,
  'health.state.': HEALTH_STATES,
  'health.step.': HEALTH_STEPS,
  'health.verdict.': HEALTH_STATES,
  'import.archive.': ARCHIVE_FORMATS,
  'import.target.': [],
  'import.count.': [],
  'import.what.': [],
  'import.format.': [],
  'import.explain.': [],
  'import.explainFigures.': [],
  'import.explainKnown.': [],
  'import.kind.': TABLE_KINDS,
  'import.record.': [
    'carriers',
    'channels',
    'consents',
    'costs',
    'customers',
    'engagements',
    'interactions',
    'memberships',
    'orders',
    'payments',
    'people',
    'products',
    'touchpoints',
    'traffic',
  ],
  'import.records.': [],
  'import.rule.': OVERWRITE_RULES,
  'import.duplicates.': [],
  'import.reason.': [],
  'import.field.': [],
  'import.dateOrder.': ['dmy', 'mdy', 'ymd'],
  'enrolment.paused.': [],
  'touch.blocked.': [],
  'touch.condition.': [],
  'touch.moved.': [],
  'holiday.': holidayNameKeys,
  'ownFields.of.': OWN_TABLES,
  'ownFields.kind.': OWN_KINDS,
  'settings.': [
    'cap',
    'capHint',
    'capacity',
    'capacityHint',
    'halfLife',
    'halfLifeHint',
    'rateAge',
    'rateAgeHint',
    'retention',
    'retentionHint',
    'system',
    'light',
    'dark',
  ],
  'insights.by.': CONTENT_PANELS,
  'insights.picture.': ['copied', 'failed'],
  'rates.direction.': ['ofBase', 'inBase'],
  'rates.step.': RATE_STEPS,
  'settings.warmth.': ['in', 'out', 'both'],
  'settings.density.': ['comfortable', 'compact'],
  'settings.ownDay.': ['holiday', 'working'],
  'weekday.': ['1', '2', '3', '4', '5', '6', '7'],
  'consent.': ['given', 'withdrawn'],
  'consent.purpose.': [],
  'lead.offer.': ['offered', 'joined'],
  'letter.': [],
  'plan.fairWelcome.step.': [],
  'plan.anchor.': YEARLY_ANCHORS,
  'plan.condition.': CONDITION_KINDS,
  'plan.event.': PLAN_EVENTS,
  'plan.goal.': PLAN_GOALS,
  'plan.is.': ['event', 'fact'],
  'plans.warmth.': ['min', 'max'],
  'touch.why.': STEP_UNITS,
  'plan.fault.': [],
  'plan.intent.': ['value', 'ask', 'neutral'],
  'plan.unit.': STEP_UNITS,
  'plans.': ['pause', 'resume', 'end'].flatMap((step) => [
    step,
    ...['title', 'message', 'confirm', 'done'].map((part) => `${step}.${part}`),
  ]),
  'plans.consent.': ['given', 'unknown', 'closed', 'noAddress'],
  'offer.because.': Object.values(PLAN_OCCASIONS),
  'plan.occasion.': Object.values(PLAN_OCCASIONS),
  'plan.step.': LETTER_KEYS,
  'rate.': [],
  'lane.': [],
  'membership.answer.': ['yes', 'later'],
  'membership.left.': [],
  'lanes.': ['plan', 'carrier', 'customer'],
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
