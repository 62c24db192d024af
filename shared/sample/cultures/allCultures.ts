import type { Culture } from './culture'
import { EAST_ASIAN } from './eastAsian'
import { LATIN_WITH_MARKS } from './latinWithMarks'
import { MIDDLE_EASTERN } from './middleEastern'
import { WESTERN } from './western'

/** Every country of the sample: Latin, Vietnamese, Han (both forms), kana, Hangul, Hebrew, Arabic, Cyrillic, Thai. */
export const CULTURES: readonly Culture[] = [
  ...WESTERN,
  ...LATIN_WITH_MARKS,
  ...EAST_ASIAN,
  ...MIDDLE_EASTERN,
]
