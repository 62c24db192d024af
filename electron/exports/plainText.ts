/** What no line of a card or calendar may hold: control characters but the tab and the newline. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f\u0085\u2028\u2029]/g

/** Text with newlines of one kind and without control characters; escaping and folding are the library's. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROLS, '')
}

/** For values that the format does not escape: nothing in them may begin a line of its own. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\n/g, ' ')
}

/** The same for a URI, which has no blanks. */
export function uriText(text: string): string {
  return oneLine(text)
    .trim()
    .replace(/\s/g, (blank) => encodeURIComponent(blank))
}
