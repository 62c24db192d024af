import type { Content, Position } from '../records/content'
import { words } from '../search/words'
import type { IsoDate } from '../time/values'
import { worstExpiry } from './expiry'

/** What the content shelf is narrowed to; absent parts narrow nothing. */
export interface ContentFilter {
  /** Typed words: each must begin a word of the title, the topic or a product line. */
  readonly typed?: string | undefined
  readonly kind?: Content['kind'] | undefined
  readonly language?: string | undefined
  readonly positionId?: string | undefined
  /** Only what has run out or will within the days of the warning. */
  readonly isRunningOut?: boolean | undefined
  /** Retired pieces are left out unless they are asked for; then only they are shown. */
  readonly isRetired?: boolean | undefined
}

/** The pieces that fit, in their order. */
export function filterContent(content: readonly Content[], filter: ContentFilter, today: IsoDate): Content[] {
  const typed = words(filter.typed ?? '').map((word) => word.text)
  return content.filter((piece) => {
    if ((piece.retiredAt !== undefined) !== (filter.isRetired ?? false)) return false
    if (filter.kind !== undefined && piece.kind !== filter.kind) return false
    if (filter.positionId !== undefined && !piece.positionIds.includes(filter.positionId)) return false
    const { language } = filter
    if (language !== undefined && !piece.editions.some((edition) => edition.language === language))
      return false
    if (filter.isRunningOut === true && !['expired', 'expiring'].includes(worstExpiry(piece, today)))
      return false
    return typed.length === 0 || holdsAll(wordsOfPiece(piece), typed)
  })
}

/** A word of fewer letters than this is too common to suggest anything. */
const TELLING_CHARS = 4

/**
 * The position that a fact is most likely an instance of: the one that shares the most telling words with it. Undefined
 * where none shares any, and where two share as many: a suggestion that is as good as another is none.
 */
export function suggestedPosition(text: string, positions: readonly Position[]): Position | undefined {
  const said = tellingWords(text)
  const scored = positions
    .filter((position) => position.retiredAt === undefined && position.kind !== 'value')
    .map((position) => ({ position, score: sharedCount(said, tellingWords(position.text)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const [best, second] = scored
  return best === undefined || best.score === second?.score ? undefined : best.position
}

function sharedCount(said: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...other].filter((word) => said.has(word)).length
}

/** Long words by their beginning, so that `breakage` meets `breaks`; scripts without spaces by pairs of characters. */
function tellingWords(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const word of words(text)) {
    const letters = [...word.text]
    if (word.unspaced)
      for (let at = 0; at + 1 < letters.length; at += 1) found.add(letters.slice(at, at + 2).join(''))
    else if (letters.length >= TELLING_CHARS) found.add(letters.slice(0, TELLING_CHARS + 1).join(''))
  }
  return found
}

function wordsOfPiece({ title, topic, productLines, editions }: Content): string[] {
  const texts = [
    title,
    topic ?? '',
    ...(productLines ?? []),
    ...editions.map((edition) => edition.title ?? ''),
  ]
  return texts.flatMap((text) => words(text).map((word) => word.text))
}

function holdsAll(held: readonly string[], typed: readonly string[]): boolean {
  // Scripts without spaces are one long word: what is typed may stand in its middle.
  return typed.every((wanted) =>
    held.some((word) => word.startsWith(wanted) || (/[^ -\u024f]/.test(wanted) && word.includes(wanted))),
  )
}
