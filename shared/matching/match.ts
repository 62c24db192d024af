/** Why a customer or person was offered. The window has a sentence for each. */
export type MatchCode =
  | 'sameEmail'
  | 'samePhone'
  | 'sameHandle'
  | 'sameDomain'
  | 'sameCompany'
  | 'similarCompany'
  | 'sameName'
  | 'similarName'
  | 'spelledCompany'
  | 'spelledName'
  | 'partOfName'

/** One reason with what the sentence needs: `value` or `name` as it stands in the notebook. */
export interface MatchReason {
  readonly code: MatchCode
  readonly params: Readonly<Record<string, string | number | boolean>>
}

/** Somebody in the notebook who may be the one being typed. */
export interface Match {
  readonly customerId: string
  /** Present where the reasons point to a person, absent where they point to the company alone. */
  readonly personId?: string
  /** From 0 to 1; above 0.9 it is the same person or company by any sensible reading. */
  readonly score: number
  /** The strongest first, each code at most once. */
  readonly reasons: readonly MatchReason[]
}

/** What has been typed so far. Every field may be unfinished. */
export interface MatchQuery {
  readonly company?: string
  readonly person?: string
  readonly emails?: readonly string[]
  readonly phones?: readonly string[]
  readonly handles?: readonly { readonly kind: string; readonly value: string }[]
  /** A web address, host or email address of the company. */
  readonly domain?: string
  /** ISO 3166-1 alpha-2: reads phone numbers without a country code, and tells namesakes apart. */
  readonly country?: string
}

/** The parts of a customer record that matching looks at. */
export interface MatchCustomer {
  readonly id: string
  readonly name: string
  readonly latinName?: string | undefined
  readonly otherNames?: readonly string[] | undefined
  readonly country?: string | undefined
  readonly website?: string | undefined
  readonly handles: readonly MatchHandle[]
  readonly deletedAt?: number | undefined
}

/** The parts of a person record that matching looks at. */
export interface MatchPerson {
  readonly id: string
  readonly fullName: string
  readonly latinName?: string | undefined
  readonly otherNames?: readonly string[] | undefined
  readonly handles: readonly MatchHandle[]
  readonly deletedAt?: number | undefined
}

/** The parts of a handle that matching looks at. */
export interface MatchHandle {
  readonly kind: string
  readonly value: string
  readonly entered: string
}
