/** What may be merged into a letter. */
export const LETTER_FIELDS = [
  'firstName',
  'salutationName',
  'product',
  'fairName',
  'city',
  'fairDays',
  'booth',
  'promised',
  'dueOn',
  'piece',
  'myName',
  'myCompany',
] as const
export type LetterField = (typeof LETTER_FIELDS)[number]

/** The letters of the trade between the first meeting and the best advocate. */
const TRADE_LETTER_KEYS = [
  'enquiryAnswer',
  'sampleSent',
  'sampleArrived',
  'quoteHelp',
  'quoteQuestion',
  'orderThanks',
  'orderArrived',
  'quietHello',
  'quietQuestion',
  'reorder',
  'review',
  'newYear',
  'shutdown',
  'congratulation',
  'referral',
  'invitation',
] as const

/** The shipped letters: the welcome plan's and the one that goes with a piece, then those of the trade. Template keys are `letter.` plus these. */
export const LETTER_KEYS = [
  'thanks',
  'promised',
  'valuePiece',
  'question',
  'gift',
  'letter',
  ...TRADE_LETTER_KEYS,
] as const
export type LetterKey = (typeof LETTER_KEYS)[number]

/** A letter's words in one language. */
export interface LetterText {
  readonly subject: string
  readonly body: string
}

/** The letters of the trade in one language. */
export type TradeLetters = Readonly<Record<(typeof TRADE_LETTER_KEYS)[number], LetterText>>

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

/** The shipped letters in one language. */
export interface LetterSet {
  /** BCP 47. */
  readonly language: string
  readonly fallbacks: Readonly<Record<LetterField, string>>
  readonly letters: Readonly<Record<LetterKey, LetterText>>
}
