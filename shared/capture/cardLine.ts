/** What a line of a card can be. `other` is shown, but offered for nothing (a fax number, a slogan). */
export type CardLineKind =
  | 'email'
  | 'phone'
  | 'whatsapp'
  | 'wechat'
  | 'line'
  | 'zalo'
  | 'linkedin'
  | 'web'
  | 'company'
  | 'person'
  | 'title'
  | 'address'
  | 'country'
  | 'taxNumber'
  | 'other'

/** A line of a card, or a piece of one, and what it seems to be. */
export interface CardLine {
  readonly kind: CardLineKind
  /** Normalised as a handle's value is: E.164, lower-case domain, ISO 3166-1 for a country. */
  readonly value: string
  /** The piece as it stands in the text, its label included. */
  readonly entered: string
  /** Where the piece starts in the text, in UTF-16 code units; `start + entered.length` is its end. */
  readonly start: number
  /** True where there is no other way to read it; otherwise a suggestion that somebody has to confirm. */
  readonly sure: boolean
}

/** Why a country is assumed. */
export interface CountryHint {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly from: 'name' | 'dialCode' | 'domain' | 'given'
}

/** A pasted card, taken apart. */
export interface CardReading {
  /** In the order of the text, not overlapping. */
  readonly lines: readonly CardLine[]
  readonly country?: CountryHint
}

/** A stretch of the text that has been recognised. */
export interface Find {
  readonly start: number
  readonly end: number
  readonly kind: CardLineKind
  readonly value: string
  readonly sure: boolean
}
