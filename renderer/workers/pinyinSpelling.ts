import type { SpellChinese } from '#shared/matching/syllables'

/** Names only: whoever pastes a page into a name field must not keep the worker busy. */
const MAX_CHARS = 60
const HAN = /\p{Script=Han}/u

/** Loads the tables by which Chinese characters are spelled; 149 kB that nothing but the worker carries. */
export async function loadPinyin(): Promise<SpellChinese> {
  const { pinyin } = await import('pinyin-pro')
  return (text, kind) => {
    if (!HAN.test(text)) return undefined
    const syllables = pinyin(text.slice(0, MAX_CHARS), {
      toneType: 'none',
      type: 'array',
      nonZh: 'removed',
      // 单 and 曾 are read differently where they are family names.
      surname: kind === 'person' ? 'head' : 'off',
    })
    // Passports and e-mail addresses write lü as lu.
    return syllables.map((syllable) => syllable.replaceAll('ü', 'u'))
  }
}
