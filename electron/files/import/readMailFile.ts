import type { ImportOverrides } from '#shared/importing/reading'
import { readMail } from '#shared/importing/readMail'
import { decode } from './charset'
import { type ContentReading, encodingDecision, type FileHints } from './fileReading'
import { parseMail } from './mailText'
import { readHtmlFile } from './readSheets'

/** Reads a mail file. One without sender and recipient that holds tables is a web page that Excel saved in one file. */
export async function readMailFile(
  bytes: Uint8Array,
  hints: FileHints,
  overrides: ImportOverrides,
): Promise<ContentReading> {
  const mail = await parseMail(bytes)
  const isPage = mail.from === undefined && mail.to.length === 0 && /<table[\s>]/i.test(mail.html)
  return isPage
    ? readHtmlFile(mail.html, hints, overrides)
    : { fileName: hints.fileName, ...readMail(mail, hints, overrides) }
}

/** Reads the text of an enquiry form that somebody saved. */
export function readFormFile(
  bytes: Uint8Array,
  hints: FileHints,
  overrides: ImportOverrides,
): ContentReading {
  const decoded = decode(bytes, overrides.encoding)
  const mail = { to: [], subject: '', text: decoded.text, isDraft: false, attachments: 0 }
  const reading = readMail(mail, hints, overrides)
  return {
    fileName: hints.fileName,
    ...reading,
    encoding: decoded.encoding,
    bom: decoded.bom,
    decisions: [encodingDecision(decoded), ...reading.decisions],
  }
}
