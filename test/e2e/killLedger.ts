import { expect } from '@playwright/test'
import { type Dump, liveRecords } from './notebookDump'

/** Customers by name. */
export type Names = ReadonlySet<string>

/**
 * What the notebook of the kills must hold, told by what the window acknowledged: exactly that, or that and the whole of
 * what was under way. Names are all it knows; none comes twice.
 */
export class KillLedger {
  private acknowledged: Names = new Set()
  private possible: readonly Names[] = []
  private readonly imported = new Set<string>()
  private last = 0

  /** A number that no customer has had. */
  next(): number {
    this.last += 1
    return this.last
  }

  names(): Names {
    return this.acknowledged
  }

  /** Something begins that ends in one of these states. */
  begin(...after: readonly Names[]): void {
    this.possible = after
  }

  /** It was said to be done; `state` where several were possible. */
  done(state: Names | undefined = this.possible[0]): void {
    this.acknowledged = state ?? this.acknowledged
    this.possible = []
  }

  /** Customers of a list bring no meeting. */
  importing(names: readonly string[]): void {
    for (const name of names) this.imported.add(name)
  }

  with(...names: readonly string[]): Names {
    return new Set([...this.acknowledged, ...names])
  }

  without(name: string | undefined): Names {
    return new Set([...this.acknowledged].filter((each) => each !== name))
  }

  /**
   * Holds what was found against it; what was found counts from then on. What was under way and is not there may still
   * come where only the window died. Says whether it is there.
   */
  settle(dump: Dump, how: 'isDecided' | 'mayStillCome'): boolean {
    const customers = liveRecords(dump, 'customers')
    const found = customers.map((customer) => String(customer.name)).sort()
    const isThere = this.possible.some((names) => isSame(names, found))
    if (!isThere)
      expect(found, 'what was acknowledged, or that and all of what was under way').toEqual(
        [...this.acknowledged].sort(),
      )
    if (isThere || how === 'isDecided') this.done(new Set(found))
    expectWhole(dump, (name) => !this.imported.has(name))
    return isThere
  }
}

/** Every customer has its people, who was met has the meeting, and neither is of somebody who is not there. */
function expectWhole(dump: Dump, wasMet: (name: string) => boolean): void {
  const customers = liveRecords(dump, 'customers')
  const known = new Set(customers.map(({ id }) => id))
  const met = new Set(customers.filter(({ name }) => wasMet(String(name))).map(({ id }) => id))
  const owners = (table: string) => new Set(liveRecords(dump, table).map(({ customerId }) => customerId))
  expect(owners('people'), 'owners of people').toEqual(known)
  expect(owners('interactions'), 'who was met').toEqual(met)
}

function isSame(names: Names, found: readonly string[]): boolean {
  return names.size === found.length && found.every((name) => names.has(name))
}
