import * as z from 'zod'
import { groupedBy } from '../grouping/groupedBy'
import type { LanguageChoice } from '../i18n/languages'
import { formattingLocale } from '../i18n/translator'
import type { Attachment } from '../records/attachment'
import type { Customer } from '../records/customer'
import type { Interaction } from '../records/interaction'
import type { Person } from '../records/person'
import type { PromiseRecord } from '../records/promise'
import type { Touchpoint } from '../records/touchpoint'
import { compareDays, dayIn } from '../time/calendarDay'
import type { EpochMs, IsoDate, ZoneName } from '../time/values'
import { textCell } from './cells'
import { type Visitor, type VisitorPage, visitorPageSchema } from './visitorPage'
import { type ReportWords, reportWords } from './words'
import { type Workbook, workbookSchema } from './workbook'

/** How visitors are put together. */
export const VISITOR_GROUPINGS = ['country', 'hall'] as const
export type VisitorGrouping = (typeof VISITOR_GROUPINGS)[number]

/** What the pack is made of: live records only. */
export interface VisitorInput {
  readonly fair: Touchpoint
  /** Editions before it, the newest first. */
  readonly editions: readonly Touchpoint[]
  /** Whoever was met at one of them. */
  readonly customers: readonly Customer[]
  readonly people: readonly Person[]
  readonly interactions: readonly Interaction[]
  readonly promises: readonly PromiseRecord[]
  /** Pictures of their meetings. */
  readonly attachments: readonly Attachment[]
  readonly grouping: VisitorGrouping
  readonly language: LanguageChoice
  readonly zone: ZoneName
  readonly now: EpochMs
}

/** Everything that is written to files about the visitors of a fair's earlier editions. */
export const visitorPackSchema = z.strictObject({
  title: z.string().min(1).max(500),
  workbook: workbookSchema,
  page: visitorPageSchema,
})
export type VisitorPack = z.infer<typeof visitorPackSchema>

/** A caption is a line, last words are some; what is longer stands on the customer's page. */
const MOST_NAME = 200
const MOST_WORDS = 320
const MOST_PROMISES = 5
/** A sheet of paper is printed from memory, and a photo may be megabytes: those further down go without. */
const MOST_PHOTOS = 80
const PICTURES: readonly Attachment['purpose'][] = ['photo', 'card']

interface Met {
  readonly customer: Customer
  readonly edition: Touchpoint
  readonly at: EpochMs
}

/** Puts the pack together, by country or by the hall in which they were met last. */
export function visitorPack(input: VisitorInput): VisitorPack {
  const words = reportWords(input.language)
  const page = visitorPage(input, words)
  return {
    title: cut(`${input.fair.name} ${words.text('visitors.title')}`, MOST_NAME),
    workbook: visitorWorkbook(page, words),
    page,
  }
}

/** The pack as it is shown and printed. */
export function visitorPage(input: VisitorInput, words: ReportWords): VisitorPage {
  const { fair, zone, now } = input
  const met = lastMet(input)
  const today = dayIn(zone, now)
  const groups = groupedBy(met, (one) => groupOf(one, input.grouping, words))
  const visitorOf = describer(input, words, today)
  const names = new Intl.Collator(formattingLocale(input.language), { numeric: true })
  const photos = { left: MOST_PHOTOS }
  const ordered = [...groups].sort(
    ([a], [b]) => (a === '' ? 1 : 0) - (b === '' ? 1 : 0) || names.compare(a, b),
  )
  const withoutGroup = words.text(input.grouping === 'country' ? 'visitors.noCountry' : 'visitors.noHall')
  const shown = ordered.map(([key, visitors]) => ({
    caption: key === '' ? withoutGroup : cut(key, MOST_NAME),
    visitors: visitors.sort(byRank).map((one) => visitorOf(one, photos)),
  }))
  const place = [fair.city, fair.startsOn === undefined ? undefined : words.day(fair.startsOn)]
  return {
    kind: 'visitors',
    language: input.language,
    direction: words.direction,
    title: cut(words.text('visitors.of', { fair: fair.name }), MOST_NAME),
    subtitle: cut(words.list(place.filter((part) => part !== undefined)), MOST_NAME),
    made: words.text('report.made', { at: words.day(today) }),
    groups: shown,
    notes: [
      words.text('visitors.editions', { count: input.editions.length, visitors: met.length }),
      ...(photos.left < 0 ? [words.text('visitors.photosLeft', { count: MOST_PHOTOS })] : []),
    ],
  }
}

/** Everybody who was met at an earlier edition, with the last time. */
function lastMet({ customers, editions, interactions }: VisitorInput): Met[] {
  const byId = new Map(editions.map((edition) => [edition.id, edition]))
  const known = new Map(customers.map((customer) => [customer.id, customer]))
  const last = new Map<string, Met>()
  for (const { kind, touchpointId, customerId, at } of interactions) {
    const edition = byId.get(touchpointId ?? '')
    const customer = known.get(customerId)
    if (kind !== 'met' || edition === undefined || customer === undefined) continue
    const before = last.get(customerId)
    if (before === undefined || before.at < at) last.set(customerId, { customer, edition, at })
  }
  return [...last.values()]
}

function groupOf({ customer, edition }: Met, grouping: VisitorGrouping, words: ReportWords): string {
  if (grouping === 'country') return customer.country === undefined ? '' : words.country(customer.country)
  const halls = (edition.halls ?? []).join(', ').trim()
  return halls === '' ? '' : words.text('fair.hall', { halls })
}

/** Best grade first, those without one last; then whoever was met last. */
function byRank(a: Met, b: Met): number {
  const [x, y] = [a.customer.grade ?? 'Z', b.customer.grade ?? 'Z']
  return x === y ? b.at - a.at : x < y ? -1 : 1
}

function describer(
  input: VisitorInput,
  words: ReportWords,
  today: IsoDate,
): (met: Met, photos: { left: number }) => Visitor {
  const people = firstOf(input.people)
  const pictures = new Map(
    input.attachments
      .filter(({ purpose }) => PICTURES.includes(purpose))
      .map((picture) => [picture.id, picture]),
  )
  const talks = grouped(input.interactions)
  const promises = grouped(input.promises.filter(({ doneAt }) => doneAt === undefined))
  return ({ customer, edition, at }, photos) => {
    // What is private stays on the page: a pack lies open on the booth's table.
    const own = (talks.get(customer.id) ?? []).filter((talk) => talk.private !== true)
    const newest = [...own].sort((a, b) => b.at - a.at)
    const spoken = newest.find(({ text }) => text !== undefined && text.trim() !== '')
    const hash = newest.flatMap(({ attachmentIds = [] }) =>
      attachmentIds.flatMap((id) => pictures.get(id) ?? []),
    )[0]?.hash
    if (hash !== undefined) photos.left -= 1
    const open = [...(promises.get(customer.id) ?? [])].sort((a, b) => compareDays(a.dueOn, b.dueOn))
    const apart = isolating(words)
    const about = [
      customer.city && apart(customer.city),
      customer.country === undefined ? undefined : words.country(customer.country),
      words.text(`stage.${customer.stage}`),
      customer.grade,
      words.text('visitors.metAt', { fair: apart(edition.name), day: words.date(dayIn(input.zone, at)) }),
    ]
    return {
      customerId: customer.id,
      company: cut(customer.name, MOST_NAME),
      person: cut(people.get(customer.id)?.fullName ?? '', MOST_NAME),
      about: cut(
        words.list(about.filter((part) => part !== undefined && part !== '') as string[]),
        MOST_WORDS,
      ),
      lastWords:
        spoken === undefined
          ? ''
          : `${words.date(spoken.day ?? dayIn(input.zone, spoken.at))}: ${apart(cut(spoken.text ?? '', MOST_WORDS))}`,
      promises: open.slice(0, MOST_PROMISES).map(({ by, text, dueOn }) => ({
        text: cut(
          words.text(by === 'us' ? 'visitors.wePromised' : 'visitors.theyPromised', { text: apart(text) }),
          MOST_WORDS,
        ),
        due: words.shortDay(dueOn),
        late: compareDays(dueOn, today) < 0,
      })),
      ...(hash === undefined || photos.left < 0 ? {} : { photo: hash }),
    }
  }
}

function firstOf(people: readonly Person[]): ReadonlyMap<string, Person> {
  const first = new Map<string, Person>()
  for (const person of people) if (!first.has(person.customerId)) first.set(person.customerId, person)
  return first
}

function grouped<T extends { readonly customerId: string }>(records: readonly T[]): ReadonlyMap<string, T[]> {
  return groupedBy(records, ({ customerId }) => customerId)
}

function visitorWorkbook({ groups }: VisitorPage, words: ReportWords): Workbook {
  const { text } = words
  const column = (caption: string, width: number, holds: 'plain' | 'longText' = 'plain') => ({
    caption,
    width,
    holds,
  })
  const rows = groups.flatMap(({ caption, visitors }) =>
    visitors.map((visitor) => [
      textCell(caption),
      textCell(visitor.company),
      textCell(visitor.person),
      textCell(bare(visitor.about)),
      textCell(bare(visitor.lastWords)),
      textCell(bare(visitor.promises.map((promise) => `${promise.due}: ${promise.text}`).join('\n'))),
    ]),
  )
  return {
    direction: words.direction,
    sheets: [
      {
        name: 'Visitors',
        columns: [
          column(text('visitors.group'), 20),
          column(text('lead.company'), 28),
          column(text('lead.person'), 22),
          column(text('visitors.about'), 40, 'longText'),
          column(text('visitors.lastWords'), 60, 'longText'),
          column(text('report.openPromises'), 40, 'longText'),
        ],
        rows,
        tableRows: rows.length,
      },
    ],
  }
}

/** Names and words of others keep their own direction within a line of ours that runs the other way. */
function isolating({ direction }: ReportWords): (piece: string) => string {
  return direction === 'rtl' ? (piece) => `\u2068${piece}\u2069` : (piece) => piece
}

/** A cell has a direction of its own, and whoever searches in it knows of no invisible signs. */
function bare(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '')
}

function cut(text: string, most: number): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`
}
