import type { OwnValue } from '#shared/ownFields/ownField'
import type { EpochMs, IsoDate } from '#shared/time/values'
import type {
  ImportEngagements,
  ImportFigure,
  ImportMembership,
  ImportOffer,
  ImportOrder,
  ImportPayment,
} from './domainParts'
import type { OwnTarget } from './targets'

/** Which kind of address a handle is. `web` is a page of the person; a company's page is `company.website`. */
export type ImportHandleKind =
  | 'email'
  | 'phone'
  | 'whatsapp'
  | 'wechat'
  | 'line'
  | 'zalo'
  | 'linkedin'
  | 'skype'
  | 'qq'
  | 'telegram'
  | 'web'
  | 'other'

/** Something a reader noticed about a handle; the preview shows it, matching may trust such a handle less. */
export type HandleFlag =
  /** Not in E.164: neither the value nor the row says which country it belongs to. */
  | 'noCountry'
  /** E.164, but the numbering plan does not know such a number. */
  | 'notInPlan'
  /** A spreadsheet rounded the number; the last digits may be wrong. */
  | 'digitsDoubtful'
  /** A leading zero was missing and has been understood. */
  | 'zeroRestored'
  | 'fax'
  /** info@, sales@ and the like: never identifies a person. */
  | 'roleAddress'
  | 'primary'

/** One way to reach a person or a company. */
export interface ImportHandle {
  readonly kind: ImportHandleKind
  /** Normalised: email with lower-case domain, phone and WhatsApp in E.164 when sure (then it starts with `+`), LinkedIn as its slug. */
  readonly value: string
  /** As it stands in the file. */
  readonly entered: string
  /** Extension of a phone number, digits only. */
  readonly extension?: string
  /** What the file calls it: a column's header (`Mobile 1`) or a label cell (`Work`). */
  readonly label?: string
  readonly flags?: readonly HandleFlag[]
}

/** A person's name in parts. `fullName` is always there; the parts only where the file has them. */
export interface ImportPerson {
  readonly fullName: string
  readonly first?: string
  readonly last?: string
  /** The job: Purchasing Manager. */
  readonly title?: string
  readonly department?: string
  /** Mr., Dr. */
  readonly salutation?: string
  /** Credentials and generations: PhD, Jr. */
  readonly suffix?: string
  readonly nickname?: string
  /** BCP 47. */
  readonly language?: string
}

/** The company behind the row. */
export interface ImportCompany {
  readonly name: string
  /** From the website, else from a work e-mail address; never a free-mail domain. Lower case. */
  readonly domain?: string
  readonly website?: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  /** One line or several, parts in the order the file gives them. */
  readonly address?: string
}

/**
 * A moment as exactly as the file tells it: an instant (epoch milliseconds) where the zone is known,
 * else a calendar date `YYYY-MM-DD`, or a local date and time `YYYY-MM-DDTHH:mm[:ss]` without a zone.
 */
export type ImportMoment = EpochMs | IsoDate

/** What happened with this person according to the row. */
export interface ImportInteraction {
  /**
   * met: at a fair; enquiry: they asked; connected: LinkedIn; message: one of a talk; import: the file only gives a date
   * or a text.
   */
  readonly kind: 'met' | 'enquiry' | 'connected' | 'message' | 'import'
  /** Of a message: `in` from them, `out` from us. */
  readonly direction?: 'in' | 'out'
  /** What carried a message. */
  readonly carrier?: 'whatsapp' | 'linkedin' | 'email'
  readonly at?: ImportMoment
  readonly subject?: string
  readonly text?: string
  readonly product?: string
  /**
   * From 2 on: the how manieth of several that say the same in the same minute. It keeps them apart, and each is known
   * again when the talk comes a second time.
   */
  readonly occurrence?: number
}

/** The fair (or event) where the row was collected. The same object, by value, for each row of one file. */
export interface ImportTouchpoint {
  readonly name: string
  /** Number of the edition where the name says it: 140 for the 140th Canton Fair. */
  readonly edition?: number
  readonly year?: number
  readonly hallBooth?: string
}

/** An amount found in the row, for instance an order's total. */
export interface ImportAmount {
  /** The column's header. */
  readonly label: string
  /** Plain decimal text with a dot: `-1234.5`. */
  readonly amount: string
  /** ISO 4217, only when the value, the header or a currency column says so. */
  readonly currency?: string
}

/** What a column says for a field of the notebook's own. */
export interface ImportOwnValue {
  readonly target: OwnTarget
  readonly value: OwnValue
  /** The column and its words: where the row has nobody to whom the field belongs, they are kept as they are. */
  readonly header: string
  readonly text: string
}

/**
 * One row of a file (or one card), normalised: the contract between reading and planning.
 * Plain JSON; absent means "the file says nothing". A row that says neither who nor how much is rejected instead.
 */
export interface ImportRecord {
  /** 0-based row in the parsed file (the same counting as `headerRow`); for vCard the index of the card. */
  readonly row: number
  readonly person?: ImportPerson
  readonly company?: ImportCompany
  readonly handles: readonly ImportHandle[]
  /** ISO 3166-1 alpha-2, the row's own country. */
  readonly country?: string
  readonly tags?: readonly string[]
  readonly note?: string
  readonly interaction?: ImportInteraction
  readonly touchpoint?: ImportTouchpoint
  /** Where the customer came from: a channel id of ours (`linkedin`, `alibaba`, `fair`, `address-book`). */
  readonly channel?: string
  /** The file's own words about the source: `RFQ`, `Badge scan`, `Organic Search`. */
  readonly source?: string
  /** The file's own rating: `L2`, `Hot`, `3`. */
  readonly grade?: string
  /** Qualifier columns of a fair, in the order of the file. */
  readonly answers?: readonly { readonly question: string; readonly value: string }[]
  readonly productInterests?: readonly string[]
  readonly amounts?: readonly ImportAmount[]
  /** Ids of other systems; they decide first when the same person comes again. */
  readonly externalIds?: readonly { readonly scheme: string; readonly value: string }[]
  /** True when the file says that this person must not be mailed. Never false: an import re-subscribes nobody. */
  readonly optOut?: true
  /** Costs and counts of some days; such a row is about nobody. */
  readonly figure?: ImportFigure
  /** What this customer ordered; the columns that nobody knows belong to it. */
  readonly order?: ImportOrder
  /** What was offered to this customer and is no order. */
  readonly offer?: ImportOffer
  /** What this customer paid; payers whom the notebook does not know are asked about. */
  readonly payment?: ImportPayment
  /** How they took notice of a letter or event; people whom the notebook does not know are asked about. */
  readonly engagements?: ImportEngagements
  readonly membership?: ImportMembership
  /** Values of the notebook's own fields, read by their kinds. */
  readonly own?: readonly ImportOwnValue[]
  /** When the source last changed the entry. */
  readonly updatedAt?: ImportMoment
  /** Columns that have no place above, by header, verbatim. Never dropped. */
  readonly extra: Readonly<Record<string, string>>
}
