import IntlMessageFormat from 'intl-messageformat'

/** The part of a parsed ICU message that says what it takes and what it distinguishes. */
interface MessageElement {
  /** The numbers of FormatJS's parser; see `KINDS`. */
  readonly type: number
  readonly value?: string
  readonly options?: Readonly<Record<string, { readonly value: readonly MessageElement[] }>>
  readonly children?: readonly MessageElement[]
}

const KINDS = ['literal', 'argument', 'number', 'date', 'time', 'select', 'plural', 'pound', 'tag']

/** One argument of a message: `count plural`, `kind select a|b|other`. */
export function argumentsOf(message: string, locale: string): string[] {
  const found = new Set<string>()
  walk(elementsOf(message, locale), (element) => {
    const kind = KINDS[element.type] ?? 'unknown'
    if (kind === 'literal' || kind === 'pound') return
    const cases =
      kind === 'select'
        ? ` ${Object.keys(element.options ?? {})
            .sort()
            .join('|')}`
        : ''
    found.add(`${element.value} ${kind}${cases}`)
  })
  return [...found].sort()
}

/** The plural cases that a message spells out, one list a plural. */
export function pluralCasesOf(message: string, locale: string): string[][] {
  const found: string[][] = []
  walk(elementsOf(message, locale), (element) => {
    if (KINDS[element.type] === 'plural') found.push(Object.keys(element.options ?? {}))
  })
  return found
}

/** Throws what the parser throws for a message that is none. */
function elementsOf(message: string, locale: string): readonly MessageElement[] {
  return new IntlMessageFormat(message, locale).getAst() as unknown as readonly MessageElement[]
}

function walk(elements: readonly MessageElement[], visit: (element: MessageElement) => void): void {
  for (const element of elements) {
    visit(element)
    walk(element.children ?? [], visit)
    for (const option of Object.values(element.options ?? {})) walk(option.value, visit)
  }
}
