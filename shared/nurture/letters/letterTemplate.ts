/** What may be merged into a letter. */
export const LETTER_FIELDS = [
  'firstName',
  'salutationName',
  'product',
  'fairName',
  'city',
  'promised',
  'dueOn',
  'piece',
  'myName',
  'myCompany',
] as const
export type LetterField = (typeof LETTER_FIELDS)[number]

/** The shipped letters: one for each step of the welcome plan, and the one that goes with a piece. Template keys are `letter.` plus these. */
export const LETTER_KEYS = ['thanks', 'promised', 'valuePiece', 'question', 'gift', 'letter'] as const
export type LetterKey = (typeof LETTER_KEYS)[number]

/**
 * A letter to be filled in. `{product}` is replaced by its value; a part in double square brackets is left
 * out as a whole when a value inside it is not known, so that no sentence limps:
 * `our talk[[ about {product}]]`. Brackets don't nest.
 */
export interface LetterTemplate {
  readonly subject: string
  readonly body: string
  /** What stands in for a value that is not known, outside double brackets. Empty words vanish with their space. */
  readonly fallbacks: Readonly<Partial<Record<LetterField, string>>>
}

/** The letters in one language. */
export interface LetterSet {
  /** BCP 47. */
  readonly language: string
  readonly fallbacks: Readonly<Record<LetterField, string>>
  readonly letters: Readonly<Record<LetterKey, { readonly subject: string; readonly body: string }>>
}
