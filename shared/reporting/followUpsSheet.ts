import type { TouchCalendar } from '../nurture/fineDay'
import { type PlannedTouch, plannedTouches } from '../nurture/scheduler'
import type { Enrolment, Plan, Touch } from '../records/nurture'
import { addDays, dayIn } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { dayCell, textCell } from './cells'
import type { FairFacts, LeadFacts } from './fairFacts'
import type { ReportWords } from './words'
import type { Cell, Sheet } from './workbook'

/** How far ahead the sheet looks: a monthly letter has no last one. */
const AHEAD_DAYS = 90

/** One step of a plan for one lead: done, skipped, late, or still to come. */
interface FollowUp {
  readonly lead: LeadFacts
  readonly stepKey: string | undefined
  readonly step: string
  readonly state: 'done' | 'skipped' | 'late' | 'due' | 'planned' | 'paused' | 'ended' | 'noPlan'
  readonly dueOn?: IsoDate | undefined
  readonly doneOn?: IsoDate | undefined
  readonly remark?: string | undefined
}

/** What was done and what is planned for every lead; a lead on no plan has a row that says so. */
export function followUpsSheet(facts: FairFacts, words: ReportWords): Sheet {
  const { text } = words
  const column = (caption: string, width: number) => ({ caption, width, holds: 'plain' as const })
  const rows = facts.leads
    .flatMap((lead) => followUpsOf(lead, facts, words))
    .map((one): Cell[] => [
      textCell(one.lead.customer.name),
      textCell(one.lead.people[0]?.fullName),
      textCell(one.lead.lead.grade),
      textCell(one.step),
      text(`followUp.${one.state}`),
      dayCell(one.dueOn),
      dayCell(one.doneOn),
      textCell(one.remark),
    ])
  return {
    name: 'Follow-ups',
    columns: [
      column(text('lead.company'), 28),
      column(text('lead.person'), 22),
      column(text('lead.grade'), 8),
      column(text('report.step'), 28),
      column(text('report.state'), 14),
      column(text('report.dueOn'), 12),
      column(text('report.doneOn'), 12),
      column(text('report.remark'), 36),
    ],
    rows,
    tableRows: rows.length,
  }
}

function followUpsOf(lead: LeadFacts, facts: FairFacts, words: ReportWords): FollowUp[] {
  const { input } = facts
  const enrolments = input.enrolments.filter(
    (enrolment) =>
      enrolment.customerId === lead.customer.id &&
      (enrolment.touchpointId === undefined || enrolment.touchpointId === input.fair.id),
  )
  const found = enrolments.flatMap((enrolment) => {
    const plan = input.plans.find(({ id }) => id === enrolment.planId)
    return plan === undefined ? [] : enrolmentSteps(lead, enrolment, plan, facts, words)
  })
  const noPlan: FollowUp = { lead, stepKey: undefined, step: '', state: 'noPlan' }
  return found.length > 0 ? found.sort(byDay) : [noPlan]
}

function enrolmentSteps(
  lead: LeadFacts,
  enrolment: Enrolment,
  plan: Plan,
  facts: FairFacts,
  words: ReportWords,
): FollowUp[] {
  const { input, today } = facts
  const touches = input.touches.filter((touch) => touch.enrolmentId === enrolment.id)
  const planned = plannedTouches({
    plan,
    enrolment,
    touches,
    interactions: input.interactions,
    calendar: calendarOf(lead.customer.country, input),
    from: enrolment.startsOn,
    to: addDays(today, AHEAD_DAYS),
    today,
  })
  const named = (stepKey: string) => stepName(plan, stepKey, words)
  return [
    ...finished(touches, lead, named),
    ...logged(lead, enrolment, touches, facts, named),
    ...planned.map((touch) => open(touch, lead, named, words)),
    ...halted(enrolment, lead, words),
  ]
}

/** The same calendar by which Today is planned, where the caller has it. */
function calendarOf(country: string | undefined, input: FairFacts['input']): TouchCalendar {
  const known = country === undefined ? undefined : input.calendars?.get(country)
  return known ?? { workingDays: input.workingDays, customerCountry: country }
}

function finished(
  touches: readonly Touch[],
  lead: LeadFacts,
  named: (stepKey: string) => string,
): FollowUp[] {
  return touches.flatMap((touch): FollowUp[] =>
    touch.action === 'moved'
      ? []
      : [
          {
            lead,
            stepKey: touch.stepKey,
            step: named(touch.stepKey),
            state: touch.action,
            doneOn: touch.on,
            remark: touch.reason,
          },
        ],
  )
}

/** A logged talk may name the touch that it was without a touch record of its own. */
function logged(
  lead: LeadFacts,
  enrolment: Enrolment,
  touches: readonly Touch[],
  { input }: FairFacts,
  named: (stepKey: string) => string,
): FollowUp[] {
  const recorded = new Set(
    touches.map(({ enrolmentId, stepKey, occurrence }) => `${enrolmentId}/${stepKey}/${occurrence}`),
  )
  return input.interactions.flatMap((talk): FollowUp[] => {
    const [enrolmentId, stepKey] = (talk.touchKey ?? '').split('/')
    if (enrolmentId !== enrolment.id || stepKey === undefined || recorded.has(talk.touchKey ?? '')) return []
    return [{ lead, stepKey, step: named(stepKey), state: 'done', doneOn: dayIn(input.zone, talk.at) }]
  })
}

function open(
  touch: PlannedTouch,
  lead: LeadFacts,
  named: (stepKey: string) => string,
  words: ReportWords,
): FollowUp {
  const { movedFrom } = touch
  return {
    lead,
    stepKey: touch.stepKey,
    step: named(touch.stepKey),
    state: touch.status,
    dueOn: touch.dueOn,
    remark:
      movedFrom === undefined ? undefined : words.text('report.movedFrom', { day: words.day(movedFrom) }),
  }
}

function halted(enrolment: Enrolment, lead: LeadFacts, words: ReportWords): FollowUp[] {
  const { pausedAt, pausedReason, endedAt } = enrolment
  if (pausedAt === undefined && endedAt === undefined) return []
  const state = endedAt === undefined ? ('paused' as const) : ('ended' as const)
  const remark =
    state === 'paused' && pausedReason !== undefined
      ? words.text(`report.pausedBecause.${pausedReason}`)
      : undefined
  return [{ lead, stepKey: undefined, step: '', state, remark }]
}

function stepName(plan: Plan, stepKey: string, words: ReportWords): string {
  const step = plan.steps.find(({ key }) => key === stepKey)
  return step?.title ?? words.message(step?.titleKey ?? '') ?? stepKey
}

function byDay(a: FollowUp, b: FollowUp): number {
  const day = (one: FollowUp) => one.doneOn ?? one.dueOn ?? ''
  return day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0
}
