/**
 * Something that is worked out from inputs and kept as long as they are the very same: what is asked at every page of a
 * large notebook must not walk all of it each time. Inputs are compared by identity, as `Mirror.current` gives them.
 */
export class Derived<I extends readonly unknown[], T> {
  private last: { readonly inputs: I; readonly value: T } | undefined

  constructor(private readonly make: (...inputs: I) => T) {}

  /** What `make` says of these inputs, made anew only where one of them is another than the last time. */
  of(...inputs: I): T {
    const { last } = this
    if (last !== undefined && areSame(last.inputs, inputs)) return last.value
    const value = this.make(...inputs)
    this.last = { inputs, value }
    return value
  }
}

/** Whether something was worked out from the very same inputs. */
export function areSame(inputs: readonly unknown[], others: readonly unknown[]): boolean {
  return inputs.every((input, at) => input === others[at])
}
