import type { MessageValues } from '#shared/i18n/translator'

/** Arguments of messages that people wrote: names, titles, words. None of them chooses between wordings. */
const WRITTEN = new Set([
  'booth',
  'carrier',
  'folder',
  'halls',
  'name',
  'offer',
  'other',
  'piece',
  'place',
  'plan',
  'position',
  'text',
  'title',
  'wording',
])

/** A piece of text between the first-strong isolates of Unicode: what stands around it does not change its order. */
export function isolated(piece: string): string {
  return `\u2068${piece}\u2069`
}

/**
 * The values of a message for a line from right to left, with what people wrote kept apart: a quotation mark, a bracket
 * or a number at the end of a Latin name would else go to the line's other side.
 */
export function keptApart(values: MessageValues | undefined): MessageValues | undefined {
  if (values === undefined) return undefined
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && WRITTEN.has(name) ? isolated(value) : value,
    ]),
  )
}
