import { looksLikeChat } from '#shared/importing/chatText'
import { looksLikeForm } from '#shared/importing/formText'
import { isOle } from './oleFile'

/** What the bytes are, whatever the file is called. */
export type Container =
  | 'empty'
  | 'text'
  | 'vcard'
  | 'icalendar'
  | 'xlsx'
  | 'xlsb'
  | 'ods'
  | 'zip'
  | 'xls'
  | 'encrypted'
  | 'outlook-msg'
  | 'html-table'
  | 'spreadsheetml'
  | 'eml'
  | 'whatsapp-chat'
  | 'enquiry-form'
  | 'pdf'
  | 'image'
  | 'binary'

const HEAD = 4096
const MAIL_HEADER =
  /^(received|from|to|subject|date|message-id|mime-version|return-path|delivered-to|x-[\w-]+|dkim-signature|reply-to|cc|content-type|authentication-results):/i

/**
 * Tells the container by its first bytes (for zip and OLE files by their directory).
 * `entries` are the names inside a zip, when it is one that could be opened.
 */
export function sniff(bytes: Uint8Array, entries?: readonly string[]): Container {
  if (bytes.length === 0) return 'empty'
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return sniffZip(entries)
  if (isOle(bytes)) return sniffOle(bytes)
  if (
    bytes[0] === 0x09 &&
    [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) &&
    (bytes[2] ?? 0) <= 0x10 &&
    bytes[3] === 0
  )
    return 'xls'
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf'
  if (isImage(bytes)) return 'image'
  return sniffText(bytes)
}

function starts(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

function isImage(bytes: Uint8Array): boolean {
  const riff = starts(bytes, [0x52, 0x49, 0x46, 0x46]) && ascii(bytes, 8, 12) === 'WEBP'
  const heic = ascii(bytes, 4, 8) === 'ftyp'
  return (
    riff ||
    heic ||
    starts(bytes, [0x89, 0x50, 0x4e, 0x47]) ||
    starts(bytes, [0xff, 0xd8, 0xff]) ||
    ascii(bytes, 0, 4) === 'GIF8'
  )
}

/** A zip is a workbook by what lies in it; without a readable directory its first entries tell. */
function sniffZip(entries: readonly string[] | undefined): Container {
  if (entries === undefined) return 'zip'
  const has = (pattern: RegExp) => entries.some((name) => pattern.test(name))
  if (has(/(^|[\\/])workbook\d*\.bin$/i)) return 'xlsb'
  if (
    has(/(^|[\\/])(workbook\d*\.xml|xl[\\/]worksheets[\\/].*\.xml)$/i) &&
    has(/^\[Content_Types\]\.xml$|_rels/i)
  )
    return 'xlsx'
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return 'ods'
  return 'zip'
}

/** OLE: an encrypted package, an Excel workbook or an Outlook message, by the names of its streams (UTF-16LE). */
function sniffOle(bytes: Uint8Array): Container {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const has = (name: string) => text.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage')) return 'encrypted'
  if (has('__substg1.0_') || has('__properties_version1.0')) return 'outlook-msg'
  return has('Workbook') || has('Book') ? 'xls' : 'binary'
}

function sniffText(bytes: Uint8Array): Container {
  const head = headText(bytes)
  const trimmed = head.replace(/^[\ufeff\s]+/, '')
  if (/^(item\d+\.)?begin\s*:\s*vcard/i.test(trimmed)) return 'vcard'
  if (/^begin\s*:\s*vcalendar/i.test(trimmed)) return 'icalendar'
  const kilobyte = trimmed.slice(0, 1024)
  if (/urn:schemas-microsoft-com:office:spreadsheet/i.test(trimmed) && trimmed.startsWith('<'))
    return 'spreadsheetml'
  if (trimmed.startsWith('<') && /<(html|table|!doctype html)/i.test(kilobyte)) return 'html-table'
  if (/^begin:vcard/im.test(trimmed)) return 'vcard'
  const lines = trimmed.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  if (isMail(lines)) return 'eml'
  if (looksLikeChat(trimmed)) return 'whatsapp-chat'
  if (bytes.length < HEAD && looksLikeForm(trimmed)) return 'enquiry-form'
  return isBinary(bytes) ? 'binary' : 'text'
}

/** Header lines as in RFC 5322, at least two known ones before the first blank line. */
function isMail(lines: readonly string[]): boolean {
  if (!MAIL_HEADER.test(lines[0] ?? '')) return false
  return lines.slice(0, 12).filter((line) => MAIL_HEADER.test(line)).length >= 2
}

/** The beginning as text: UTF-16 by its mark or its NULs, else byte by byte; enough for ASCII signatures. */
function headText(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD)
  if (starts(head, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(head)
  if (starts(head, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(head)
  const offset = starts(head, [0xef, 0xbb, 0xbf]) ? 3 : 0
  const text = new TextDecoder('utf-8').decode(head.subarray(offset))
  return text.replaceAll('\0', '')
}

/** Control bytes that no text encoding of ours has; NULs are UTF-16's when they stand in a pattern. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD)
  let controls = 0
  let nulls = 0
  for (const byte of head) {
    if (byte === 0) nulls += 1
    else if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) controls += 1
  }
  if (starts(head, [0xff, 0xfe]) || starts(head, [0xfe, 0xff])) return false
  return controls / head.length > 0.05 || (nulls / head.length > 0.05 && controls / head.length > 0.01)
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
