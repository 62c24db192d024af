/** Under this scheme a person keeps the name that a phone's address book has for them. */
export const CHAT_SCHEME = 'whatsapp-chat'

/** One message of a chat as its export writes it. */
export interface ChatMessage {
  /** 0-based line where it begins. */
  readonly line: number
  readonly date: string
  readonly time: string
  readonly sender: string
  /** Verbatim; several lines where it had several. */
  readonly text: string
}

/** A chat taken apart. */
export interface ChatText {
  readonly messages: readonly ChatMessage[]
  /** Lines by which the program itself speaks: "Messages are encrypted", "You created the group". */
  readonly systemLines: readonly number[]
}

const DATE = String.raw`(\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}\.?)`
// 14:30, 14.30:05, 2:30 PM, 2:30 p. m., 下午2:30
const TIME = String.raw`((?:上午|下午|早上|晚上)?\s?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?\s?m\.?)?)`
// A comma, or a word as in "30.12.2023 klo 14.29".
const BETWEEN = String.raw`,?\s(?:\p{L}{1,3}\.?\s)?`
/** iOS: `[30/12/2023, 14:29:00] Ana: hello`. Android: `12/30/23, 2:30 PM - Ana: hello`. */
const PREFIX = new RegExp(
  String.raw`^(?:\[${DATE}${BETWEEN}${TIME}\]\s?|${DATE}${BETWEEN}${TIME}\s[-–]\s)`,
  'iu',
)
const SENDER = /^([^:"“”«»]{1,80}):(?:\s|$)/
const MARKS = /^[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/
const ODD_SPACES = /[\u00a0\u2009\u202f]/g
// What iOS writes under the other's name although nobody said it; in the languages of our users.
const NOTICE =
  /end-to-end|端到端|端對端|ende-zu-ende|bout en bout|extremo a extremo|ponta a ponta|сквозн|مشفرة|מוצפנ/i
// A chat has many lines that begin a message; long messages have lines of their own between.
const LEAST_SHARE = 0.2

/** Whether the beginning of a text is a WhatsApp export: its first line begins a message, and others do. */
export function looksLikeChat(head: string): boolean {
  const lines = head.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const first = lines[0]
  if (first === undefined || !beginsMessage(first)) return false
  return lines.filter(beginsMessage).length / lines.length >= LEAST_SHARE
}

function beginsMessage(line: string): boolean {
  return PREFIX.test(plainStart(line))
}

/** Takes an export apart: messages with their lines, and the lines of the program. */
export function parseChat(text: string): ChatText {
  const messages: (ChatMessage & { text: string })[] = []
  const systemLines: number[] = []
  let isTalking = false
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    const begun = beginning(line)
    if (begun === undefined) {
      const last = messages.at(-1)
      if (isTalking && last) last.text += `\n${line}`
      else if (line.trim() !== '') systemLines.push(at)
      continue
    }
    const sender = SENDER.exec(begun.rest)
    isTalking = sender !== null && !isNotice(begun.rest.slice(sender[0].length), messages.length)
    if (isTalking && sender) {
      const said = begun.rest.slice(sender[0].length)
      const name = (sender[1] ?? '').replace(/^~\s?/, '').trim()
      messages.push({ line: at, date: begun.date, time: begun.time, sender: name, text: said })
    } else systemLines.push(at)
  }
  return {
    messages: messages.map((message) => ({ ...message, text: message.text.replace(MARKS, '').trimEnd() })),
    systemLines,
  }
}

function beginning(line: string): { date: string; time: string; rest: string } | undefined {
  const plain = plainStart(line)
  const match = PREFIX.exec(plain)
  if (!match) return undefined
  return {
    date: match[1] ?? match[3] ?? '',
    time: plainTime(match[2] ?? match[4] ?? ''),
    rest: plain.slice(match[0].length).replace(MARKS, ''),
  }
}

/** Without the marks before the date; odd spaces plain as far as date and time reach. */
function plainStart(line: string): string {
  const bare = line.replace(MARKS, '')
  return bare.slice(0, 60).replace(ODD_SPACES, ' ') + bare.slice(60)
}

/** `2.30 P. M.` -> `2:30 pm`. */
function plainTime(time: string): string {
  return time
    .replace(/\s?([ap])\.?\s?m\.?$/i, (_, half: string) => ` ${half.toLowerCase()}m`)
    .replace(/(\d)\.(?=\d)/g, '$1:')
    .trim()
}

function isNotice(said: string, before: number): boolean {
  return before === 0 && NOTICE.test(said) && MARKS.test(said)
}
