import { isMessageKey } from '../i18n/catalogues'
import { linkTo } from '../links/deepLink'
import { plannedFor } from '../nurture/plannedFor'
import type { PlannedTouch } from '../nurture/scheduler'
import type { Plan } from '../records/nurture'
import type { ReportWords } from '../reporting/words'
import { compareDays } from '../time/calendarDay'
import type { IsoDate, ZoneName } from '../time/values'
import { AGENDA_DOMAIN, type AgendaItem } from './agendaItem'
import { appointmentItem } from './appointmentItem'
import type { CustomerFile } from './customerFile'

/** What the words and days depend on. */
export interface AgendaContext {
  readonly words: ReportWords
  readonly today: IsoDate
  /** The device's: by it an agreed hour has its day. */
  readonly zone: ZoneName
  readonly plans: readonly Plan[]
  /** ISO weekdays that are worked here. */
  readonly workingDays: readonly number[]
  /** What is planned for each customer, as Today has it; absent, it is worked out here, and weekends alone count. */
  readonly planned?: ReadonlyMap<string, readonly PlannedTouch[]> | undefined
}

/** As far ahead as planned touches are written: beyond a quarter plans have changed before the day comes. */
export const AGENDA_DAYS = 90

/**
 * What is planned with one customer: touches of its plans, open promises of either side, agreed times that nobody has
 * ticked off, and open quotes on the day they end, when somebody has to ask or to review the price. What is late stands
 * on its own day.
 */
export function agendaOf(file: CustomerFile, context: AgendaContext): AgendaItem[] {
  const items = [
    ...touchItems(file, context),
    ...promiseItems(file, context),
    ...quoteItems(file, context),
    ...file.appointments
      .filter(({ doneAt }) => doneAt === undefined)
      .map((appointment) => appointmentItem(appointment, whom(file, appointment.personId), context.zone)),
  ]
  const link = linkTo({ kind: 'customer', customerId: file.customer.id })
  return items.map((item) => ({ ...item, link })).sort((a, b) => compareDays(a.on, b.on))
}

function touchItems(file: CustomerFile, context: AgendaContext): AgendaItem[] {
  const { words, today, plans, workingDays } = context
  const { customer, enrolments, touches } = file
  const calendar = { workingDays, customerCountry: customer.country }
  const open = new Set(file.promises.filter(({ doneAt }) => doneAt === undefined).map(({ id }) => id))
  // A promise that a step keeps stands in the calendar once, as the promise.
  const isPromise = ({ stepKey, enrolmentId }: PlannedTouch) => {
    const promiseId = enrolments.find(({ id }) => id === enrolmentId)?.promiseId
    return stepKey === 'promised' && promiseId !== undefined && open.has(promiseId)
  }
  const planned =
    context.planned === undefined
      ? plannedFor({ enrolments, plans, touches, calendar }, today, AGENDA_DAYS)
      : (context.planned.get(customer.id) ?? [])
  return planned
    .filter((touch) => !isPromise(touch))
    .map((touch) => {
      const enrolment = enrolments.find(({ id }) => id === touch.enrolmentId)
      const plan = plans.find(({ id }) => id === enrolment?.planId)
      const moves = touches.filter(
        ({ enrolmentId, stepKey, occurrence, action }) =>
          action === 'moved' &&
          enrolmentId === touch.enrolmentId &&
          stepKey === touch.stepKey &&
          occurrence === touch.occurrence,
      )
      return {
        uid: `touch-${touch.key.replaceAll('/', '-')}@${AGENDA_DOMAIN}`,
        on: touch.dueOn,
        summary: `${stepName(plan, touch.stepKey, words)}: ${whom(file, touch.personId)}`,
        description: planName(plan, words),
        sequence: moves.reduce((sum, { rev }) => sum + rev, 0),
      }
    })
}

function promiseItems(file: CustomerFile, { words }: AgendaContext): AgendaItem[] {
  return file.promises
    .filter(({ doneAt }) => doneAt === undefined)
    .map((promise) => ({
      uid: `promise-${promise.id}@${AGENDA_DOMAIN}`,
      on: promise.dueOn,
      summary: `${words.text(promise.by === 'us' ? 'promise.us' : 'promise.them')}: ${promise.text}`,
      description: whom(file, promise.personId),
      sequence: promise.rev - 1,
    }))
}

function quoteItems(file: CustomerFile, { words, today }: AgendaContext): AgendaItem[] {
  return file.quotes.flatMap((quote) => {
    const { validUntil, status, number = '' } = quote
    if (status !== 'open' || validUntil === undefined || compareDays(validUntil, today) < 0) return []
    return [
      {
        uid: `quote-${quote.id}@${AGENDA_DOMAIN}`,
        on: validUntil,
        summary: words.text('export.quoteEnds', { number, who: file.customer.name }),
        description: words.money(quote.total),
        sequence: quote.rev - 1,
      },
    ]
  })
}

/** `Ana Prueba (Fictional Lighting S.L.)`, or the company alone. */
function whom({ customer, people }: CustomerFile, personId: string | undefined): string {
  const person = people.find(({ id }) => id === personId) ?? people[0]
  if (person === undefined || person.fullName === customer.name) return customer.name
  return `${person.fullName} (${customer.name})`
}

function stepName(plan: Plan | undefined, stepKey: string, words: ReportWords): string {
  const step = plan?.steps.find(({ key }) => key === stepKey)
  return step?.title ?? ownWords(step?.titleKey ?? `plan.fairWelcome.step.${stepKey}`, stepKey, words)
}

function planName(plan: Plan | undefined, words: ReportWords): string {
  return plan?.name ?? ownWords(plan?.nameKey, plan?.planKey ?? '', words)
}

function ownWords(key: string | undefined, otherwise: string, words: ReportWords): string {
  return key !== undefined && isMessageKey(key) ? words.text(key) : otherwise
}
