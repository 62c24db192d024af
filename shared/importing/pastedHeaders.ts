import { cleanText } from './cell'
import type { MailAddress } from './readMail'

/** The lines that a mail program shows above a mail, and what stands below them. */
export interface PastedMail {
  readonly from?: MailAddress
  readonly replyTo?: MailAddress
  readonly to: readonly MailAddress[]
  readonly subject: string
  /** The date as it stands there. */
  readonly date: string
  readonly body: string
}

type Field = 'from' | 'replyTo' | 'to' | 'cc' | 'subject' | 'date'

const NAMES: Readonly<Record<Field, string>> = {
  from: 'from|von|de|da|от|发件人|發件人|寄件者|寄件人|差出人|보낸 사람|gönderen|kimden|من',
  replyTo: 'reply-to|reply to|antwort an|responder a|répondre à|回复至|回复|回覆',
  to: 'to|an|para|à|a|кому|收件人|宛先|받는 사람|kime|إلى',
  cc: 'cc|bcc|copie|copia|抄送|密送|副本',
  subject: 'subject|betreff|asunto|objet|oggetto|assunto|тема|主题|主題|主旨|标题|件名|제목|konu|الموضوع',
  date: 'date|sent|datum|gesendet|fecha|enviado|envoyé|data|дата|отправлено|日期|时间|時間|发送时间|发件时间|寄件日期|送信日時|보낸 날짜|tarih|التاريخ',
}
const FIELDS = Object.entries(NAMES).map(
  ([field, names]) => [field as Field, new RegExp(`^(?:${names})$`, 'iu')] as const,
)
const LINE = /^\s*[*_]*([\p{L} -]{1,20}?)[*_]*\s*[:：][*_]*\s*(.*)$/u
/** `"Ana" <ana@buyer.example>`, `Ana (ana@buyer.example)`, `<ana@buyer.example>`, the bare address. */
const MAILBOX =
  /(?:"([^"<>]*)"|([^"<>,;()（）]*?))\s*[<(（[]?(?:mailto:)?([^\s<>(),;（）[\]"]+@[^\s<>(),;（）[\]"]+)[>)）\]]?/gu

/**
 * Takes the header lines off a mail as a mail program shows it, in the languages of our users. Undefined when the text
 * does not begin with at least two of them, one of which says who wrote.
 */
export function pastedMail(text: string): PastedMail | undefined {
  const lines = text.replace(/^\s+/, '').split(/\r\n|\r|\n/)
  const found = new Map<Field, string>()
  let at = 0
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    // "-----Original Message-----" and the like stand above.
    if (found.size === 0 && /^[-_=\s]*[\p{L} ]*[-_=]+\s*$/u.test(line)) continue
    const match = LINE.exec(line)
    const field = FIELDS.find(([, name]) => name.test((match?.[1] ?? '').trim()))?.[0]
    if (match === null || field === undefined || found.has(field)) break
    found.set(field, match[2] ?? '')
  }
  if (found.size < 2 || !(found.has('from') || found.has('replyTo'))) return undefined
  const [from] = mailboxes(found.get('from') ?? '')
  const [replyTo] = mailboxes(found.get('replyTo') ?? '')
  return {
    ...(from === undefined ? {} : { from }),
    ...(replyTo === undefined ? {} : { replyTo }),
    to: mailboxes(found.get('to') ?? ''),
    subject: cleanText(found.get('subject') ?? ''),
    date: cleanText(found.get('date') ?? ''),
    body: lines.slice(at).join('\n').trim(),
  }
}

function mailboxes(text: string): MailAddress[] {
  return [...text.matchAll(MAILBOX)].map(([, quoted, plain, address = '']) => ({
    name: cleanText(quoted ?? plain ?? ''),
    address: address.toLowerCase(),
  }))
}
