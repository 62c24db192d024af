import type { MessageKey } from '../i18n/catalogues'
import {
  fitsKind,
  type OwnField,
  type OwnTable,
  type OwnValue,
  type OwnValues,
  ownValueOf,
  shownFields,
} from '../ownFields/ownField'
import type { Attachment } from '../records/attachment'
import type { Consent } from '../records/consent'
import type { Customer } from '../records/customer'
import type { Fact } from '../records/fact'
import type { Handle } from '../records/handle'
import type { Interaction } from '../records/interaction'
import type { Person } from '../records/person'
import type { PromiseRecord } from '../records/promise'
import type { StageMove } from '../records/stageMove'
import type { Order, Quote, Sample } from '../records/trade'
import { wallClock } from '../reporting/cells'
import type { ReportWords } from '../reporting/words'
import type { EpochMs, IsoDate, ZoneName } from '../time/values'
import type { CustomerPage, PageLine, PageSection } from './customerPage'

/** A customer with the live records that a page tells of. */
export interface CustomerRecords {
  readonly customer: Customer
  readonly people: readonly Person[]
  readonly facts: readonly Fact[]
  readonly consents: readonly Consent[]
  readonly promises: readonly PromiseRecord[]
  readonly interactions: readonly Interaction[]
  readonly quotes: readonly Quote[]
  readonly orders: readonly Order[]
  readonly samples: readonly Sample[]
  readonly stageMoves: readonly StageMove[]
  readonly attachments: readonly Attachment[]
}

/** What the words on a page depend on. */
export interface PageContext {
  readonly words: ReportWords
  readonly zone: ZoneName
  /** Names of touchpoints, products and staff by id. */
  readonly names: ReadonlyMap<string, string>
  /** The notebook's own fields. */
  readonly own: readonly OwnField[]
}

/** A page stays below what one message between processes carries; more than ten thousand long talks would not. */
const MAX_TIMELINE_CHARS = 3_000_000

/** A customer's page as text: who they are, their people, what is known of them, and what happened, the newest first. */
export function buildCustomerPage(records: CustomerRecords, context: PageContext): CustomerPage {
  const page = new PageWords(records, context)
  const { customer, attachments } = records
  const sections: PageSection[] = [
    { title: page.text('takeAlong.page.company'), lines: page.company() },
    { title: page.text('takeAlong.page.people'), lines: page.people() },
    { title: page.text('takeAlong.page.facts'), lines: page.facts() },
    { title: page.text('takeAlong.page.consents'), lines: page.consents() },
    { title: page.text('takeAlong.page.promises'), lines: page.promises() },
    { title: page.text('takeAlong.page.timeline'), lines: page.timeline() },
  ]
  return {
    id: customer.id,
    name: customer.name,
    detail: page.detail(),
    search: page.search(),
    sections: sections.filter(({ lines }) => lines.length > 0),
    files: attachments.map(({ hash, fileName, createdAt }) => ({
      hash,
      label: fileName ?? page.moment(createdAt),
    })),
  }
}

class PageWords {
  constructor(
    private readonly records: CustomerRecords,
    private readonly context: PageContext,
  ) {}

  text(key: MessageKey): string {
    return this.context.words.text(key)
  }

  detail(): string {
    const { country, city, stage, grade } = this.records.customer
    return [
      country === undefined ? undefined : this.context.words.country(country),
      city,
      this.text(`stage.${stage}`),
      grade,
    ]
      .filter((part) => part !== undefined)
      .join(' · ')
  }

  search(): string {
    const { customer, people } = this.records
    const parts = [
      customer.latinName,
      ...(customer.otherNames ?? []),
      ...customer.tags,
      ...people.flatMap(({ fullName, latinName, title }) => [fullName, latinName, title]),
      ...[customer, ...people].flatMap(({ handles }) => handles.map(({ value }) => value)),
    ]
    return parts
      .filter((part) => part !== undefined)
      .join(' ')
      .slice(0, 20_000)
  }

  company(): PageLine[] {
    const { customer } = this.records
    const { names } = this.context
    return [
      ...this.labelled('exportColumn.latinName', customer.latinName),
      ...this.labelled('takeAlong.page.otherNames', customer.otherNames?.join('; ')),
      ...this.labelled('exportColumn.address', customer.address),
      ...this.labelled('exportColumn.website', customer.website),
      ...this.labelled('exportColumn.language', customer.language),
      ...this.labelled('exportColumn.tags', customer.tags.join('; ')),
      ...this.labelled('exportColumn.source', names.get(customer.sourceTouchpointId ?? '')),
      ...this.handles(customer.handles),
      ...this.ownValues('customers', customer.custom),
      ...extraLines(customer.extra),
    ]
  }

  people(): PageLine[] {
    return this.records.people.map((person) => ({
      lead: [person.fullName, person.latinName, person.title]
        .filter((part) => part !== undefined)
        .join(' · '),
      text: [...this.handles(person.handles), ...this.ownValues('people', person.custom)]
        .map(({ lead = '', text }) => `${lead}: ${text}`)
        .join(' · '),
    }))
  }

  facts(): PageLine[] {
    return this.records.facts.map((fact) => ({
      lead: this.joined(
        this.text(`fact.${fact.kind}`),
        this.day(fact.learntOn),
        fact.source,
        this.private(fact),
      ),
      text: fact.text,
    }))
  }

  consents(): PageLine[] {
    return newestFirst(this.records.consents, ({ at }) => at).map((consent) => ({
      lead: this.joined(
        this.moment(consent.at),
        this.text(`consent.${consent.state}`),
        this.text(`consent.purpose.${consent.purpose}`),
        this.text(`handle.${consent.carrier}`),
        consent.address,
        this.personName(consent.personId),
      ),
      text: consent.wording,
    }))
  }

  promises(): PageLine[] {
    return newestFirst(this.records.promises, ({ dueOn }) => Date.parse(dueOn)).map((promise) => ({
      lead: this.joined(
        this.day(promise.dueOn),
        this.text(promise.by === 'us' ? 'promise.us' : 'promise.them'),
        promise.doneAt === undefined ? undefined : this.text('promise.done'),
        this.personName(promise.personId),
      ),
      text: promise.text,
    }))
  }

  timeline(): PageLine[] {
    const { interactions, quotes, orders, samples, stageMoves } = this.records
    const entries = [
      ...interactions.map((talk) => ({ at: talk.at, line: this.talk(talk) })),
      ...quotes.map((quote) => ({ at: Date.parse(quote.on), line: this.document('trade.quote', quote) })),
      ...orders.map((order) => ({ at: Date.parse(order.on), line: this.document('trade.order', order) })),
      ...samples.map((sample) => ({ at: Date.parse(sample.on), line: this.sample(sample) })),
      ...stageMoves.map((move) => ({ at: move.at, line: this.move(move) })),
    ]
    const sorted = newestFirst(entries, ({ at }) => at)
    let chars = 0
    const kept: PageLine[] = []
    for (const { line } of sorted) {
      chars += line.text.length + (line.lead?.length ?? 0)
      if (chars > MAX_TIMELINE_CHARS) {
        kept.push({
          text: this.context.words.text('takeAlong.page.more', { count: sorted.length - kept.length }),
        })
        break
      }
      kept.push(line)
    }
    return kept
  }

  moment(at: EpochMs): string {
    const clock = wallClock(at, this.context.zone)
    return `${this.day(clock.slice(0, 10))} ${clock.slice(11)}`
  }

  private talk(talk: Interaction): PageLine {
    const { names } = this.context
    const answers = (talk.answers ?? []).map(
      ({ question, value }) =>
        `${this.known(`qualifier.${question}`, question)}: ${this.known(`qualifier.${question}.${value}`, value)}`,
    )
    const products = (talk.productIds ?? []).flatMap((id) => names.get(id) ?? [])
    const details = [
      ...(products.length === 0 ? [] : [`${this.text('lead.products')}: ${products.join(', ')}`]),
      ...answers,
      ...extraLines(talk.extra).map(({ lead = '', text }) => `${lead}: ${text}`),
    ]
    return {
      lead: this.joined(
        talk.day === undefined ? this.moment(talk.at) : this.day(talk.day),
        this.text(`interaction.${talk.kind}`),
        this.text(`direction.${talk.direction}`),
        talk.carrier === undefined ? undefined : this.text(`handle.${talk.carrier}`),
        talk.personIds.flatMap((id) => this.personName(id) ?? []).join(', '),
        names.get(talk.touchpointId ?? ''),
        names.get(talk.staffId ?? ''),
        talk.grade,
        this.private(talk),
      ),
      text: [talk.subject ?? '', talk.text ?? '', ...details].filter((part) => part !== '').join('\n'),
    }
  }

  private document(kind: 'trade.quote' | 'trade.order', document: Quote | Order): PageLine {
    const { words, names } = this.context
    const { incoterm, place, paymentTerms, note } = document
    const lines = document.lines.map((line) => {
      const what = line.description === '' ? (names.get(line.productId ?? '') ?? '') : line.description
      const price = line.unitPrice.amount / 10 ** line.unitPrice.scale
      return `${line.quantity} ${line.unit ?? ''} ${what} × ${line.unitPrice.currency} ${price}`.replace(
        / +/g,
        ' ',
      )
    })
    return {
      lead: this.joined(
        this.day(document.on),
        this.text(kind),
        document.number,
        words.money(document.total),
        this.text(`exportStatus.${document.status}`),
      ),
      text: [...lines, this.joined(incoterm, place), paymentTerms, note]
        .filter((part) => part !== undefined && part !== '')
        .join('\n'),
    }
  }

  private sample(sample: Sample): PageLine {
    return {
      lead: this.joined(
        this.day(sample.on),
        this.text('trade.sample'),
        sample.courier,
        sample.trackingNumber,
      ),
      text: [sample.what, sample.outcome].filter((part) => part !== undefined).join('\n'),
    }
  }

  private move({ at, from, to, reason = '' }: StageMove): PageLine {
    const steps = [...(from === undefined ? [] : [from]), to].map((stage) => this.text(`stage.${stage}`))
    return {
      lead: this.joined(this.moment(at), this.text('exportColumn.stage'), steps.join(' > ')),
      text: reason,
    }
  }

  private handles(handles: readonly Handle[]): PageLine[] {
    return handles.map(({ kind, value, label }) => ({
      lead:
        label === undefined || label === ''
          ? this.text(`handle.${kind}`)
          : `${this.text(`handle.${kind}`)} (${label})`,
      text: value,
    }))
  }

  private ownValues(table: OwnTable, values: OwnValues | undefined): PageLine[] {
    return shownFields(this.context.own, table, values).flatMap((field) => {
      const value = ownValueOf(values, field)
      return value === undefined ? [] : [{ lead: field.name, text: this.ownValue(field, value) }]
    })
  }

  private ownValue({ kind }: OwnField, value: OwnValue): string {
    if (typeof value === 'boolean') return this.text(value ? 'ownFields.yes' : 'ownFields.no')
    return kind === 'date' && typeof value === 'string' && fitsKind('date', value)
      ? this.day(value)
      : String(value)
  }

  private labelled(key: MessageKey, value: string | undefined): PageLine[] {
    return value === undefined || value === '' ? [] : [{ lead: this.text(key), text: value }]
  }

  private personName(id: string | undefined): string | undefined {
    return this.records.people.find((person) => person.id === id)?.fullName
  }

  private private(record: { readonly private?: boolean | undefined }): string | undefined {
    return record.private === true ? this.text('exportColumn.private') : undefined
  }

  /** The shipped words of a question or an answer, or what stands in the record. */
  private known(key: string, itself: string): string {
    return this.context.words.message(key) ?? itself
  }

  private day(day: IsoDate): string {
    return this.context.words.date(day)
  }

  private joined(...parts: readonly (string | undefined)[]): string {
    return parts.filter((part) => part !== undefined && part !== '').join(' · ')
  }
}

/** Columns of an import that mapped to nothing: they stand under their own names. */
function extraLines(extra: Readonly<Record<string, string>> | undefined): PageLine[] {
  return Object.entries(extra ?? {}).map(([lead, text]) => ({ lead, text }))
}

function newestFirst<T>(records: readonly T[], at: (record: T) => number): T[] {
  return [...records].sort((a, b) => at(b) - at(a))
}
