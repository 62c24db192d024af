/** One property of a card, decoded: `item1.TEL;type=CELL:+1 202` -> group, name, types, text. */
export interface CardProperty {
  readonly group?: string
  /** Upper case. */
  readonly name: string
  /** Parameters by upper-case name; bare ones of version 2.1 stand under TYPE. */
  readonly params: Readonly<Record<string, readonly string[]>>
  /** The value with escapes resolved. */
  readonly text: string
  /** Split at unescaped `;`, escapes resolved. */
  readonly parts: readonly string[]
  /** A picture, sound or key: its bytes are not read. */
  readonly binary?: true
}

/** One card. */
export interface Card {
  readonly version: string
  readonly properties: readonly CardProperty[]
}

/** Cards one after another, so that nobody has to hold all of them. */
export interface CardSource extends Iterable<Card> {
  /** About how many there are in all, once so many have come: never fewer than those. */
  readonly expected: (read: number) => number
}
