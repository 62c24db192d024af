import type { NoteMark } from '../capture/noteMark'
import type { Customer } from '../records/customer'
import type { Person } from '../records/person'
import type { Product } from '../records/product'
import type { Touchpoint } from '../records/touchpoint'
import type { IsoDate } from '../time/values'

/** What the notebook knows already and the draft refers to. */
export interface LeadContext {
  readonly at: number
  readonly fair: Touchpoint
  readonly staffId?: string | undefined
  /** By lower-cased name or code: a product named at the booth is made once. */
  readonly productsByName: ReadonlyMap<string, Product>
  /** The page that "met before?" led to, and the person on it when it is the same one. */
  readonly existingCustomer?: Customer | undefined
  readonly existingPerson?: Person | undefined
  /** Set instead, when the page and the person that were chosen can't be read just now: only their ids are known. */
  readonly unreadPage?: { readonly customerId: string; readonly personId?: string | undefined } | undefined
  /** What the marks of the note say (see findNoteMarks). */
  readonly noteMarks: readonly NoteMark[]
  /** The consent sentence as it was shown, in the language it was shown in. */
  readonly consentWording: string
  readonly consentLanguage: string
  /** How one asks for a newsletter where no offer of the fair says it. */
  readonly newsletterWording: string
  /** When a promise is due that was typed without a day. */
  readonly defaultPromiseDay: IsoDate
  readonly newId: () => string
}
