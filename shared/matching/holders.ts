/**
 * Which things hold a key. A key without things does not exist. Most keys have one holder, so that one is
 * kept without a list of its own: a notebook of 50,000 customers has half a million keys.
 */
export class Holders<T extends object, K extends string | number = string> {
  private readonly byKey = new Map<K, T | T[]>()

  /** Adds a thing under a key, once. Returns whether the key is new. */
  add(key: K, thing: T): boolean {
    const known = this.byKey.get(key)
    if (known === undefined) this.byKey.set(key, thing)
    else if (Array.isArray(known)) known.push(thing)
    else this.byKey.set(key, [known, thing])
    return known === undefined
  }

  /** Takes a thing away (the same object, not an equal one). Returns whether the key is gone with it. */
  remove(key: K, thing: T): boolean {
    const known = this.byKey.get(key)
    if (known === thing) return this.byKey.delete(key)
    if (!Array.isArray(known)) return false
    const at = known.indexOf(thing)
    const last = known.pop()
    // The order of holders means nothing, so the last one may fill the gap.
    if (at < 0 && last !== undefined) known.push(last)
    else if (at < known.length && last !== undefined) known[at] = last
    return known.length === 0 && this.byKey.delete(key)
  }

  /** The things under a key in no particular order, none for an unknown one. */
  of(key: K): readonly T[] {
    const known = this.byKey.get(key)
    if (known === undefined) return []
    return Array.isArray(known) ? known : [known]
  }

  /** How many things are under a key. */
  count(key: K): number {
    const known = this.byKey.get(key)
    return known === undefined ? 0 : Array.isArray(known) ? known.length : 1
  }
}
