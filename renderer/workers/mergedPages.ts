import { mergedHome } from '#shared/measures/facts/foldNotebook'
import type { Customer } from '#shared/records/customer'
import type { MergedPage } from './keptFacts'

/** The tombstones of pages that were merged into another, and to which page each of them belongs. */
export class MergedPages {
  private readonly pages = new Map<string, MergedPage>()
  private homeOf: (customerId: string) => string = (id) => id
  private members = new Map<string, string[]>()

  /**
   * The page that a customer is part of: itself unless it was merged into another. Who holds on to the function goes on
   * with what was known then.
   */
  get home(): (customerId: string) => string {
    return this.homeOf
  }

  /** The pages that were merged into this one, at whatever remove. */
  membersOf(customerId: string): readonly string[] {
    return this.members.get(customerId) ?? []
  }

  all(): readonly MergedPage[] {
    return [...this.pages.values()]
  }

  /** Whether `note` would change what belongs where. */
  isNews(customer: Customer): boolean {
    const known = this.pages.get(customer.id)
    return isMerged(customer) ? known?.mergedIntoId !== customer.mergedIntoId : known !== undefined
  }

  /** Takes a page as merged, or no longer so. */
  note(customer: Customer): void {
    const { id, deletedAt, mergedIntoId } = customer
    if (isMerged(customer)) this.pages.set(id, { id, deletedAt, mergedIntoId })
    else this.pages.delete(id)
    this.findHomes()
  }

  /** Takes over what was known at another time; none forgets all. */
  become(pages: readonly MergedPage[]): void {
    this.pages.clear()
    for (const page of pages) this.pages.set(page.id, page)
    this.findHomes()
  }

  private findHomes(): void {
    this.homeOf = mergedHome(this.pages.values())
    this.members = new Map()
    for (const id of this.pages.keys()) {
      const to = this.homeOf(id)
      this.members.set(to, [...(this.members.get(to) ?? []), id])
    }
  }
}

function isMerged({ deletedAt, mergedIntoId }: Customer): boolean {
  return deletedAt !== undefined && mergedIntoId !== undefined
}
