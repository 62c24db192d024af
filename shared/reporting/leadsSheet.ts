import type { Staff } from '../records/touchpoint'
import { dayCell, momentCell, textCell, wallClock } from './cells'
import type { FairFacts, LeadFacts } from './fairFacts'
import { answerWords, consentWords, handlesOf, questionsAsked, questionWords } from './leadWords'
import type { ReportWords } from './words'
import type { Cell, Column, Sheet } from './workbook'

/** The name of the sheet, which formulas of other sheets refer to. */
export const LEADS_SHEET = 'Leads'

/** Columns that other sheets count in; they stand before the fair's own questions, so that they never move. */
export const LEAD_COLUMNS = {
  metAt: 0,
  country: 4,
  grade: 5,
  firstTouch: 6,
  firstOrder: 7,
  consent: 8,
  email: 9,
  phone: 10,
  otherAddress: 11,
} as const

const PHONES: ReadonlySet<string> = new Set(['phone', 'whatsapp', 'zalo'])

/** One row a lead, in the order in which they were met. */
export function leadsSheet(facts: FairFacts, words: ReportWords): Sheet {
  const { fair } = facts.input
  const questions = questionsAsked(fair, facts.leads)
  const { text } = words
  const column = (caption: string, width: number, holds: Column['holds'] = 'plain'): Column => ({
    caption,
    width,
    holds,
  })
  const columns = [
    column(text('report.metAt'), 17),
    column(text('lead.company'), 28),
    column(text('lead.person'), 22),
    column(text('person.title'), 20),
    column(text('lead.country'), 16),
    column(text('lead.grade'), 8),
    column(text('report.firstTouch'), 17),
    column(text('report.firstOrder'), 12),
    column(text('lead.consent'), 22),
    column(text('handle.email'), 28, 'id'),
    column(text('handle.phone'), 20, 'id'),
    column(text('report.otherAddress'), 26, 'id'),
    column(text('handle.web'), 24),
    column(text('lead.products'), 28),
    column(text('lead.promised'), 28),
    column(text('lead.note'), 44, 'longText'),
    column(text('report.staff'), 18),
    ...questions.map((question) => column(questionWords(question, fair, words), 14)),
  ]
  const rows = facts.leads.map((lead) => leadRow(lead, questions, facts, words))
  return { name: LEADS_SHEET, columns, rows, tableRows: rows.length }
}

function leadRow(
  facts: LeadFacts,
  questions: readonly string[],
  { input, productNames }: FairFacts,
  words: ReportWords,
): Cell[] {
  const { lead, customer, people, meetings, answers } = facts
  const { zone, fair } = input
  const handles = handlesOf(facts)
  const addresses = (wanted: (kind: string) => boolean) =>
    textCell(
      handles
        .filter(({ kind }) => wanted(kind))
        .map(({ kind, entered, value }) =>
          PHONES.has(kind) || kind === 'email' || kind === 'web'
            ? value
            : `${words.text(`handle.${kind}`)}: ${entered}`,
        )
        .filter((address, index, all) => all.indexOf(address) === index)
        .join('; '),
    )
  return [
    { kind: 'moment', value: wallClock(lead.metAt, zone) },
    textCell(customer.name),
    textCell(people.map(({ fullName }) => fullName).join('; ')),
    textCell(people.flatMap(({ title }) => title ?? []).join('; ')),
    textCell(customer.country === undefined ? undefined : words.country(customer.country)),
    textCell(lead.grade),
    momentCell(lead.firstTouchAt, zone),
    dayCell(facts.firstOrderOn),
    textCell(consentWords(facts.consents, words)),
    addresses((kind) => kind === 'email'),
    addresses((kind) => PHONES.has(kind)),
    addresses((kind) => kind !== 'email' && kind !== 'web' && !PHONES.has(kind)),
    addresses((kind) => kind === 'web'),
    textCell(facts.productIds.flatMap((id) => productNames.get(id) ?? []).join('; ')),
    textCell(
      facts.promises
        .filter(({ by }) => by === 'us')
        .map((promise) => promise.text)
        .join('; '),
    ),
    textCell(meetings.flatMap((met) => met.text ?? []).join('\n')),
    textCell(staffOf(facts, input.staff)),
    ...questions.map((question) => {
      const value = answers.get(question)
      return textCell(value === undefined ? undefined : answerWords(question, value, fair, words))
    }),
  ]
}

/** Who of us met them, each once, in the order of the meetings; '' where nobody was noted. */
function staffOf({ meetings }: LeadFacts, staff: readonly Staff[]): string {
  const ids = new Set(meetings.flatMap(({ staffId }) => staffId ?? []))
  return [...ids].flatMap((id) => staff.find((one) => one.id === id)?.name ?? []).join('; ')
}
