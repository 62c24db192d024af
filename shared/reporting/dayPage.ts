import { pricedCosts } from '../costs/fairCosts'
import type { Figure } from '../measures/figure'
import type { Money } from '../money/values'
import { GRADES, type Grade } from '../records/customer'
import { compareDays, dayIn, daysBetween } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { wallClock } from './cells'
import { missingRateWords, reasonWords } from './costWords'
import type { FairFacts, LeadFacts } from './fairFacts'
import { fairPromises } from './promisesSheet'
import type { ReportPage } from './reportPage'
import type { ReportWords } from './words'

const MOST_LEADS = 13
const MOST_PROMISES = 6
const MOST_PRODUCTS = 6
const MOST_NOTES = 4
/** A caption of the page is one line; a name of ten thousand characters is cut long before the edge cuts it. */
const MOST_CHARS = 200

/** The one-page report of a fair's day, in words. */
export function dayPage(facts: FairFacts, words: ReportWords): ReportPage {
  const { input, figures, leads } = facts
  const { text } = words
  const day = reportDay(facts)
  const ofDay = leads.filter(({ lead }) => dayIn(input.zone, lead.metAt) === day)
  return {
    language: input.language,
    direction: words.direction,
    title: cut(input.fair.name),
    subtitle: cut(subtitle(facts, day, words)),
    made: text('report.made', {
      at: `${words.day(facts.today)}, ${clock(input.now, input.zone)} (${input.zone})`,
    }),
    figures: [
      { label: text('report.leadsOfDay'), value: words.number(ofDay.length), ...pace(ofDay, words) },
      { label: text('report.leadsInAll'), value: words.number(figures.leads) },
      { label: text('report.untouchedLeads'), value: words.number(figures.untouched) },
      { label: text('costs.perCard'), ...moneyFigure(figures.costPerCard, words) },
      { label: text('costs.perQualified'), ...moneyFigure(figures.costPerQualified, words) },
      { label: text('costs.perOrder'), ...moneyFigure(figures.costPerOrder, words) },
    ],
    hours: { caption: text('report.perHour'), ...hours(facts, day, words) },
    grades: {
      caption: text('lead.grade'),
      heads: [text('report.ofDay'), text('report.inAll')],
      rows: [...GRADES, undefined].map((grade) => ({
        grade: grade ?? '–',
        label: grade === undefined ? text('report.noGrade') : text(`grade.${grade}`),
        today: ofDay.filter(({ lead }) => lead.grade === grade).length,
        total: gradeCount(facts, grade),
      })),
    },
    products: { caption: text('report.topProducts'), ...products(facts, words) },
    promises: { caption: text('report.openPromises'), ...promises(facts, words) },
    leads: { caption: text('report.leadsA'), ...bestLeads(facts, day, words) },
    notes: notes(facts, words),
  }
}

/** The file's name without its ending: the fair and the day it tells of. */
export function reportTitle(facts: FairFacts): string {
  return `${cut(facts.input.fair.name)} ${reportDay(facts)}`
}

/** Today while the fair is on or somebody was met; afterwards its last day with leads. */
function reportDay({ today, input, figures }: FairFacts): IsoDate {
  const { startsOn, endsOn } = input.fair
  const isOn =
    startsOn !== undefined && endsOn !== undefined && startsOn <= today && compareDays(today, endsOn) <= 0
  const days = figures.perDay.map(({ day }) => day).filter((day) => compareDays(day, today) <= 0)
  return isOn ? today : (days.at(-1) ?? today)
}

function subtitle({ input }: FairFacts, day: IsoDate, words: ReportWords): string {
  const { startsOn, endsOn, halls, booth, city } = input.fair
  const place = [city, halls?.join(' '), booth].filter((part) => part !== undefined && part !== '')
  const isOfFair = startsOn !== undefined && endsOn !== undefined && startsOn <= day && day <= endsOn
  const dayOf = isOfFair
    ? [
        words.text('fair.dayOf', {
          day: daysBetween(startsOn, day) + 1,
          days: daysBetween(startsOn, endsOn) + 1,
        }),
      ]
    : []
  return words.list([words.day(day), ...dayOf, ...place.map(String)])
}

function pace(ofDay: readonly LeadFacts[], words: ReportWords): { remark?: string } {
  const [first, last] = [ofDay[0], ofDay.at(-1)]
  if (first === undefined || last === undefined) return {}
  const hoursOpen = Math.max((last.lead.metAt - first.lead.metAt) / 3_600_000, 1)
  const rate = Math.round((ofDay.length / hoursOpen) * 10) / 10
  return { remark: words.text('leads.perHour', { rate }) }
}

function moneyFigure(figure: Figure<Money>, words: ReportWords): { value: string; remark?: string } {
  if (figure.value !== undefined) return { value: words.money(figure.value) }
  return { value: '–', remark: reasonWords(figure.reason, words) }
}

function hours(
  { figures }: FairFacts,
  day: IsoDate,
  words: ReportWords,
): Pick<ReportPage['hours'], 'bars' | 'remark'> {
  const counted = new Map(
    figures.perHour.filter((slot) => slot.day === day).map(({ hour, count }) => [hour, count]),
  )
  if (counted.size === 0) return { bars: [], remark: words.text('report.noLeadsThatDay') }
  const [first, last] = [Math.min(...counted.keys()), Math.max(...counted.keys())]
  const bars = Array.from({ length: last - first + 1 }, (_, index) => ({
    label: String(first + index),
    count: counted.get(first + index) ?? 0,
  }))
  return { bars }
}

function gradeCount({ figures }: FairFacts, grade: Grade | undefined): number {
  return figures.grades[grade ?? 'none']
}

function products(
  { leads, productNames }: FairFacts,
  words: ReportWords,
): Pick<ReportPage['products'], 'rows' | 'remark'> {
  const counts = new Map<string, number>()
  for (const { productIds } of leads) {
    for (const id of productIds) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const rows = [...counts]
    .map(([id, count]) => ({ name: cut(productNames.get(id) ?? ''), count }))
    .filter(({ name }) => name !== '')
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_PRODUCTS)
  return rows.length === 0 ? { rows, remark: words.text('report.noProducts') } : { rows }
}

/** Ours first, since they are to be kept; what others promised us says so. */
function promises(facts: FairFacts, words: ReportWords): Pick<ReportPage['promises'], 'rows' | 'remark'> {
  const open = fairPromises(facts)
    .filter(({ state }) => state !== 'kept')
    .sort((a, b) => Number(a.promise.by === 'them') - Number(b.promise.by === 'them'))
  const rows = open.slice(0, MOST_PROMISES).map(({ lead, promise, state }) => ({
    due: words.shortDay(promise.dueOn),
    text: cut(promise.by === 'us' ? promise.text : words.text('report.theirs', { what: promise.text })),
    who: cut(lead.customer.name),
    state: words.text(`promiseState.${state}`),
    late: state === 'late',
  }))
  if (rows.length === 0) return { rows, remark: words.text('report.noPromises') }
  return { rows, ...more(open.length - rows.length, words) }
}

/** The leads with grade A: those of the day first, then the rest, the latest first. */
function bestLeads(
  facts: FairFacts,
  day: IsoDate,
  words: ReportWords,
): Pick<ReportPage['leads'], 'rows' | 'remark'> {
  const { zone } = facts.input
  const isOfDay = ({ lead }: LeadFacts) => dayIn(zone, lead.metAt) === day
  const best = facts.leads
    .filter(({ lead }) => lead.grade === 'A')
    .sort((a, b) => Number(isOfDay(b)) - Number(isOfDay(a)) || b.lead.metAt - a.lead.metAt)
  const rows = best.slice(0, MOST_LEADS).map((one) => ({
    time: isOfDay(one) ? clock(one.lead.metAt, zone) : words.shortDay(dayIn(zone, one.lead.metAt)),
    company: cut(one.customer.name),
    person: cut(one.people[0]?.fullName ?? ''),
    country: one.customer.country === undefined ? '' : words.country(one.customer.country),
    next: cut(nextOf(one, words)),
  }))
  if (rows.length === 0) return { rows, remark: words.text('report.noLeadsA') }
  return { rows, ...more(best.length - rows.length, words) }
}

/** What we owe them next, else whether they have heard from us at all. */
function nextOf({ promises: all, lead }: LeadFacts, words: ReportWords): string {
  const open = all.find(({ by, doneAt }) => by === 'us' && doneAt === undefined)
  // The day first: it must stay when a long text is cut.
  if (open !== undefined) return words.list([words.shortDay(open.dueOn), open.text])
  return words.text(lead.firstTouchAt === undefined ? 'report.notWrittenYet' : 'report.written')
}

function notes(facts: FairFacts, words: ReportWords): string[] {
  const { costs } = facts.input
  const unpriced = costs.length - pricedCosts(costs).length
  const missing = facts.figures.missingRates
  if (unpriced === 0 && missing.length === 0) return []
  return [
    words.text('costs.lowerBound', { missing: missing.length, unpriced }),
    ...missing.map((rate) => missingRateWords(rate, words)),
  ].slice(0, MOST_NOTES)
}

function more(left: number, words: ReportWords): { remark?: string } {
  return left > 0 ? { remark: words.text('report.more', { count: left }) } : {}
}

function clock(at: number, zone: string): string {
  return wallClock(at, zone).slice(11)
}

function cut(name: string): string {
  const letters = [...name.replace(/\s+/g, ' ').trim()]
  return letters.length <= MOST_CHARS ? letters.join('') : `${letters.slice(0, MOST_CHARS - 1).join('')}…`
}
