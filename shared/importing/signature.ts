import type { CardLine, CardLineKind } from '../capture/cardLine'
import { readCardText } from '../capture/cardText'
import type { Target } from './targets'

/** One thing that a pasted text says about somebody, and where it goes. */
export interface PastedField {
  readonly target: Target
  readonly value: string
}

/** A text of somebody's own words, taken apart. */
export interface SignatureReading {
  readonly fields: readonly PastedField[]
  /** Whether there is more than a signature: sentences that somebody wrote. */
  readonly hasWords: boolean
}

const TARGETS: Readonly<Record<CardLineKind, Target>> = {
  email: 'email',
  phone: 'phone',
  whatsapp: 'whatsapp',
  wechat: 'wechat',
  line: 'line',
  zalo: 'zalo',
  linkedin: 'linkedin',
  web: 'web',
  company: 'company.name',
  person: 'person.full',
  title: 'person.title',
  address: 'address',
  country: 'country',
  taxNumber: 'note',
  other: 'note',
}
/** Lines that end what is said: "Best regards,", "此致". What follows them is the signature. */
const SIGN_OFF =
  /^\s*(--\s*|[—–_-]{2,}\s*|(with )?((my|our) )?(best|kind|kindest|warm|warmest)?\s*(regards|wishes)|b\.?\s?r\.?|rgds|(yours )?(sincerely|faithfully|truly)( yours)?|cheers|(many )?thanks( and (best |kind )?regards)?|thank you( very much)?|mit freundlichen grüßen|viele grüße|(un )?saludos( cordiales)?|atentamente|(bien )?cordialement|atenciosamente|cordiali saluti|с уважением|顺祝商祺|順祝商祺|此致(敬礼)?|敬礼|祝好|谢谢|謝謝|saygılarımla|よろしくお願いいたします|敬具|감사합니다|trân trọng|بكل احترام|مع أطيب التحيات)\s*[,.!，。！]*\s*$/iu
const GREETING =
  /^\s*(dear|hi|hello|hey|good (morning|afternoon|evening|day)|尊敬的|您好|你好|hallo|sehr geehrte|estimad[oa]|hola|bonjour|уважаем|здравствуйте|مرحبا|السلام)(?![\p{L}])/iu
/** From here on a line without a full stop is no line of a card either. */
const MOST_WORDS = 10
const MOST_HAN = 24
/** `Room 1203, 88 Renmin Road, Ningbo`, `宁波市人民路88号`. */
const STREET = /\d.*,.*,|,.*,.*\d|[省市区县路街].*\d+\s*[号號]/u

/**
 * Reads what somebody pasted from a mail or a messenger: the signature at its end is taken apart as a card is, the
 * sentences before it stay as they are. Suggestions, to be looked at before anything is written.
 * @param country ISO 3166-1 alpha-2: reads numbers without a country code.
 */
export function readSignature(text: string, country?: string): SignatureReading {
  const lines = text.split(/\r\n|\r|\n/)
  const hasWords = lines.some(isSentence)
  const block = hasWords ? signatureOf(lines) : text
  const card = readCardText(block, country).lines
  const known = new Set(card.map(({ kind, value }) => `${kind}:${value}`))
  // An address in the sentences is an address; a name in them may be anybody's.
  const elsewhere = hasWords
    ? readCardText(text, country).lines.filter(
        ({ kind, value, sure }) => sure && ADDRESSES.has(kind) && !known.has(`${kind}:${value}`),
      )
    : []
  return { fields: [...fieldsOf(card, hasWords), ...fieldsOf(elsewhere, hasWords)], hasWords }
}

const ADDRESSES = new Set<CardLineKind>(['email', 'whatsapp', 'wechat', 'linkedin'])

function fieldsOf(lines: readonly CardLine[], hasWords: boolean): PastedField[] {
  const fields = lines.map(
    ({ kind, value, entered }): PastedField => ({ target: TARGETS[kind], value: value || entered }),
  )
  const notes = fields.filter(({ target }) => target === 'note').map(({ value }) => value)
  const rest = fields.filter(({ target }) => target !== 'note')
  // With sentences the whole text is kept as what was said.
  return hasWords || notes.length === 0 ? rest : [...rest, { target: 'note', value: notes.join('\n') }]
}

/** Below the last farewell, else the last paragraph that has an address. */
function signatureOf(lines: readonly string[]): string {
  const farewell = lines.findLastIndex((line) => SIGN_OFF.test(line))
  const below = farewell < 0 ? [] : lines.slice(farewell + 1)
  if (below.some((line) => line.trim() !== '')) return below.filter((line) => !isSentence(line)).join('\n')
  const paragraphs = lines
    .join('\n')
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
  const last = paragraphs.findLast((paragraph) => /@|\+?\d[\d ()-]{6,}/.test(paragraph)) ?? ''
  return last
    .split('\n')
    .filter((line) => !isSentence(line))
    .join('\n')
}

/** Words that somebody wrote to somebody, not a line of a card. */
function isSentence(line: string): boolean {
  if (GREETING.test(line)) return true
  const words = line.match(/\p{L}[\p{L}\p{M}'’-]*/gu)?.length ?? 0
  const han = line.match(/\p{Script=Han}/gu)?.length ?? 0
  const ends = /[.?!。？！…]\s*$/.test(line)
  if (/@|https?:/.test(line) && words < 2 * MOST_WORDS) return false
  if (STREET.test(line) && !/[?!？！]\s*$/.test(line) && words < 2 * MOST_WORDS) return false
  return ends ? words >= 4 || han >= 6 : words >= MOST_WORDS || han >= MOST_HAN
}
