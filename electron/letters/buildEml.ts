import type { LetterFile } from '#shared/ipc/letters'

/** C0 and C1 controls and the line separators: in a header each could begin a line of its own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point.
const HEADER_BREAKERS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g

const MAX_NAME_LETTERS = 200

/** A file that goes with a letter. */
export interface EmlAttachment {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** A media type as a header may hold it, for instance `application/pdf`; anything else is only bytes. */
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/i

/**
 * A letter as an unsent mail (RFC 5322): CRLF, `X-Unsent: 1` so that Outlook opens it for sending, no From, Date or
 * Message-ID, which are the sending program's to write. Plain text beside simple HTML, both UTF-8; names and subject
 * encoded by RFC 2047, those of files by RFC 2231. Line breaks never get from a value into a header. Rejects only when memory runs out.
 */
export async function buildEml(
  letter: LetterFile,
  attachments: readonly EmlAttachment[] = [],
): Promise<Uint8Array> {
  const body = letter.body.replace(/\r\n?/g, '\n')
  // Read with the first letter: a start needs no mail.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const composer = new MailComposer({
    to: { name: displayName(letter.to.name), address: headerText(letter.to.address) },
    subject: headerText(letter.subject),
    // Lines of text end in CRLF before they are encoded as well (RFC 2045, 6.8).
    text: withCrlf(body),
    html: withCrlf(htmlOf(body, letter.language)),
    attachments: attachments.map(({ fileName, mediaType, bytes }) => ({
      filename: headerText(fileName),
      contentType: MEDIA_TYPE.test(mediaType) ? mediaType : 'application/octet-stream',
      content: Buffer.from(bytes),
    })),
    headers: { 'X-Unsent': '1' },
    textEncoding: 'base64',
    newline: '\r\n',
    // A letter names no file and no address of its own accord.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const built = await composer.compile().build()
  return withoutHeaders(built, ['message-id', 'date', 'from'])
}

function withCrlf(text: string): string {
  return text.replaceAll('\n', '\r\n')
}

/** A name of a header; one that is longer than any reader shows is cut between its letters. */
function displayName(name: string): string {
  const letters = [...headerText(name)]
  return letters.length <= MAX_NAME_LETTERS
    ? letters.join('')
    : `${letters.slice(0, MAX_NAME_LETTERS).join('')}…`
}

function headerText(text: string): string {
  return text.replace(HEADER_BREAKERS, ' ').trim()
}

/** Paragraphs and line breaks, nothing else: what cannot be wrong in any mail program. */
function htmlOf(body: string, language: string): string {
  const rightToLeft = /^(ar|he|fa|ur)\b/.test(language)
  const paragraphs = body
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>\n')}</p>`)
  const attributes = `lang="${escapeHtml(language)}" dir="${rightToLeft ? 'rtl' : 'ltr'}"`
  return `<!doctype html>\n<html ${attributes}><head><meta charset="utf-8"></head><body>\n${paragraphs.join('\n')}\n</body></html>\n`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** The composer writes a sender's headers of its own; a draft has none. Folded lines go with their header. */
function withoutHeaders(mail: Uint8Array, names: readonly string[]): Uint8Array {
  const text = Buffer.from(mail).toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  const kept = text
    .slice(0, end)
    .split(/\r\n(?![ \t])/)
    .filter((line) => !names.includes(line.slice(0, line.indexOf(':')).toLowerCase()))
  return new Uint8Array(Buffer.from(kept.join('\r\n') + text.slice(end), 'latin1'))
}
