import type { LetterText } from './letterTemplate'

/**
 * Makes letters of one language: greeting, words, close and name, with an empty line between them. Each paragraph of
 * the words is an argument of its own, so that no letter can lose the space between two.
 */
export function letterFrame(
  greeting: string,
  close: string,
): (subject: string, ...paragraphs: readonly string[]) => LetterText {
  return (subject, ...paragraphs) => ({
    subject,
    body: [greeting, ...paragraphs, `${close}\n{myName}\n{myCompany}`].join('\n\n'),
  })
}
