import { letterHtml } from '#shared/nurture/letters/letterHtml'

/**
 * Puts a letter on the clipboard twice: as it is written, for messengers, and as HTML with its paragraphs and its
 * direction, for webmail. Answers whether it is there: a window without the focus may not write to the clipboard.
 */
export async function copyLetter(
  words: string,
  language: string,
  link?: string | undefined,
): Promise<boolean> {
  const html = letterHtml(words, language, link)
  const both = new ClipboardItem({
    'text/plain': new Blob([words], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  })
  return navigator.clipboard.write([both]).then(
    () => true,
    () => false,
  )
}
