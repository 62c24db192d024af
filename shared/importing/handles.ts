import { normaliseHeader } from './aliases'
import type { HandleFlag, ImportHandle, ImportHandleKind } from './importRecord'
import { lookup } from './lookup'
import type { Target } from './targets'
import { parseEmails } from './values/email'
import { linkedinSlug } from './values/linkedin'
import { type PhoneContext, parsePhones } from './values/phone'

/** Longest handle that a record keeps; the schema of records allows 1,000 characters. */
const LONGEST = 1000

/** What one cell of addresses became. */
export interface HandlesReading {
  readonly handles: readonly ImportHandle[]
  /** Code of a warning when a part of the cell could not be used. */
  readonly problem?:
    | 'import.warn.badEmail'
    | 'import.warn.badPhone'
    | 'import.warn.digitsLost'
    | 'import.warn.tooLong'
}

const SERVICES: Readonly<Record<string, ImportHandleKind>> = {
  whatsapp: 'whatsapp',
  wechat: 'wechat',
  weixin: 'wechat',
  微信: 'wechat',
  line: 'line',
  zalo: 'zalo',
  telegram: 'telegram',
  skype: 'skype',
  qq: 'qq',
  linkedin: 'linkedin',
  email: 'email',
  phone: 'phone',
}

/** The kind that a label names: `WeChat`, `X-WHATSAPP`. Undefined when it names none. */
export function serviceOf(label: string): ImportHandleKind | undefined {
  const key = normaliseHeader(label).replace(/^x/, '')
  return lookup(SERVICES, key) ?? Object.entries(SERVICES).find(([name]) => key.startsWith(name))?.[1]
}

/** Reads the addresses of a cell for a column of the given target. */
export function readHandles(
  entered: string,
  target: Target,
  label: string | undefined,
  phone: PhoneContext,
): HandlesReading {
  if (entered.length > LONGEST) return { handles: [], problem: 'import.warn.tooLong' }
  if (target === 'email') return readEmails(entered, label)
  if (target === 'phone' || target === 'mobile' || target === 'fax' || target === 'whatsapp')
    return readPhones(entered, target, label, phone)
  if (target === 'messaging') return readMessaging(entered, label, phone)
  if (target === 'linkedin') {
    const slug = linkedinSlug(entered)
    return { handles: [{ kind: 'linkedin', value: slug ?? entered, entered, ...labelled(label) }] }
  }
  const kind = SERVICES[target] ?? (target === 'web' ? 'web' : 'other')
  return { handles: [{ kind, value: entered, entered, ...labelled(label) }] }
}

function readEmails(entered: string, label: string | undefined): HandlesReading {
  const { emails, bad } = parseEmails(entered)
  const labels = splitLabels(label)
  const handles = emails.map((email, index): ImportHandle => {
    const flags: HandleFlag[] = []
    if (email.role) flags.push('roleAddress')
    const own = labels[index] ?? labels[0]
    if (own?.startsWith('*')) flags.push('primary')
    return {
      kind: 'email',
      value: email.value,
      entered: emails.length === 1 ? entered : email.value,
      ...labelled(own),
      ...(flags.length > 0 ? { flags } : {}),
    }
  })
  return bad === undefined ? { handles } : { handles, problem: 'import.warn.badEmail' }
}

function readPhones(
  entered: string,
  target: Target,
  label: string | undefined,
  context: PhoneContext,
): HandlesReading {
  const { phones, problem } = parsePhones(entered, context)
  const labels = splitLabels(label)
  const handles = phones.map((phone, index): ImportHandle => {
    const own = labels[index] ?? labels[0]
    const flags = [...phone.flags]
    if (target === 'fax' || /fax|传真/i.test(own ?? '')) flags.push('fax')
    const named = own === undefined ? undefined : serviceOf(own)
    const kind = target === 'whatsapp' || named === 'whatsapp' ? 'whatsapp' : phone.kind
    return {
      kind,
      value: phone.value,
      entered: phones.length === 1 ? entered : phone.value,
      ...(phone.extension === undefined ? {} : { extension: phone.extension }),
      ...labelled(own),
      ...(flags.length > 0 ? { flags } : {}),
    }
  })
  if (problem === 'lost') return { handles, problem: 'import.warn.digitsLost' }
  return problem === 'junk' && !/^(n\/?a|0+|-+|none|null|无|没有)$/i.test(entered)
    ? { handles, problem: 'import.warn.badPhone' }
    : { handles }
}

/** `WhatsApp: +1 202...`, `WhatsApp-86-188...; WeChat-abc`, or an account whose service nobody names. */
function readMessaging(entered: string, label: string | undefined, phone: PhoneContext): HandlesReading {
  const handles = entered.split(/[;；\n]+/).flatMap((part): ImportHandle[] => {
    const text = part.trim()
    if (text === '') return []
    const named = /^([\p{L} ]{2,12})\s*[-:：]\s*(.+)$/u.exec(text)
    const kind = named ? serviceOf(named[1] ?? '') : undefined
    if (kind === undefined) return [{ kind: 'other', value: text, entered: text, ...labelled(label) }]
    if (kind === 'whatsapp' || kind === 'phone')
      return [...readPhones(text, 'whatsapp', label, phone).handles]
    return [{ kind, value: named?.[2]?.trim() ?? text, entered: text, ...labelled(label) }]
  })
  return { handles }
}

function splitLabels(label: string | undefined): string[] {
  return label === undefined || label === '' ? [] : label.split(/\s*:::\s*/)
}

function labelled(label: string | undefined): { label?: string } {
  const text = label?.replace(/^\*\s*/, '').trim()
  return text ? { label: text.slice(0, 200) } : {}
}
