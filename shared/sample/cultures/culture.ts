import type { HandleKind } from '../../records/handle'

/** A native spelling and its Latin one; the same text where the script is Latin. */
export interface Spelled {
  readonly native: string
  readonly latin: string
}

/** How the people and companies of one country are named and reached. All of it is made up. */
export interface Culture {
  readonly country: string
  readonly zone: string
  readonly language: string
  /** The currency they like to be quoted in. */
  readonly currency: 'USD' | 'EUR' | 'GBP' | 'JPY' | 'CNY'
  /** How many of a hundred or so customers come from here. */
  readonly weight: number
  readonly cities: readonly Spelled[]
  readonly women: readonly Spelled[]
  readonly men: readonly Spelled[]
  readonly families: readonly Spelled[]
  readonly familyFirst?: boolean
  /** Between the parts of a native name: nothing in Han, a space elsewhere. */
  readonly joiner: '' | ' '
  /** The invented part of a company's name. */
  readonly stems: readonly Spelled[]
  /** What they trade in, as it stands in the name. */
  readonly trades: readonly Spelled[]
  readonly forms: readonly Spelled[]
  /** Set where the native name runs legal form, trade, invented part; its Latin spelling never does. */
  readonly order?: 'tradeFirst'
  /**
   * Numbers that nobody has: a range reserved for fiction where the regulator named one (US, GB, DE, FR,
   * SE), else a block of zeros. Prefix as written, first and last number, digits.
   */
  readonly phone: readonly [prefix: string, first: number, last: number, width: number]
  /** The ways to reach people there, the usual one first. */
  readonly reach: readonly HandleKind[]
}

/** Reads `native=Latin|native=Latin`, or `Latin|Latin` where both are the same. */
export function spelled(text: string): Spelled[] {
  return text.split('|').map((entry) => {
    const [native = '', latin = native] = entry.split('=')
    return { native, latin }
  })
}
