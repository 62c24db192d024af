import type { CurrencyCode, Money } from '../money/values'
import type { IsoDate } from '../time/values'

/** A stretch of a note: `start` up to, but not including, `end`, in UTF-16 code units. */
interface Span {
  readonly start: number
  readonly end: number
}

/** `!` something we promised, `?` (or `!<`, `!them`) something they promised. */
export interface PromiseMark extends Span {
  readonly kind: 'promise'
  readonly by: 'us' | 'them'
  /** What was promised, without the mark and without the due words. Never empty. */
  readonly text: string
  /** Absent if no day was named. */
  readonly dueOn?: IsoDate
  /** Where the due words stand, inside the span. */
  readonly due?: Span
}

/** `#vip` */
export interface TagMark extends Span {
  readonly kind: 'tag'
  /** As typed, without `#`. */
  readonly tag: string
}

/** `@Anh` */
export interface PersonMark extends Span {
  readonly kind: 'person'
  /** As typed, without `@`. */
  readonly name: string
  /** The people whose name, or a word of it, begins so: one if it is clear, none if it is nobody. */
  readonly personIds: readonly string[]
}

/** `$17,900`, `USD 17,900`, `1.200 €` */
export interface AmountMark extends Span {
  readonly kind: 'amount'
  readonly money: Money
  /** The amount as written, as plain decimal text: a price of `0.0125` has more places than money. */
  readonly decimal: string
}

export type NoteMark = PromiseMark | TagMark | PersonMark | AmountMark

/** What the marks of a note are read against. */
export interface NoteContext {
  /** The day the note is written: `tomorrow` and a day without a year count from here. */
  readonly today: IsoDate
  /** People who can be meant by `@`. */
  readonly people: readonly {
    readonly id: string
    readonly fullName: string
    readonly latinName?: string | undefined
  }[]
  /** What `$` means here. */
  readonly dollar: CurrencyCode
  /** What `¥` means here; the yuan unless told otherwise. */
  readonly yen?: CurrencyCode
}
