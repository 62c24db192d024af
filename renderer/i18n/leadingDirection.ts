const LETTER = /\p{L}/u
const FROM_THE_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/**
 * The direction that a text's first letter asks for, as `dir="auto"` finds it; undefined for a text without letters. For
 * what shortens a text and has no direction of its own: a line of the page's direction would lose its beginning.
 */
export function leadingDirection(text: string): 'ltr' | 'rtl' | undefined {
  const letter = LETTER.exec(text)?.[0]
  if (letter === undefined) return undefined
  return FROM_THE_RIGHT.test(letter) ? 'rtl' : 'ltr'
}
