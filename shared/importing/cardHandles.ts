import type { Card, CardProperty } from './card'
import { cleanText } from './cell'
import { readHandles, serviceOf } from './handles'
import type { ImportHandle } from './importRecord'
import { addExtra } from './rowValues'
import type { Target } from './targets'

/** Properties that name a messenger or network themselves. */
export const SOCIAL =
  /^X-(SKYPE|SKYPE-USERNAME|QQ|WECHAT|WHATSAPP|LINE|ZALO|TELEGRAM|LINKEDIN|GOOGLE-TALK|GTALK|AIM|ICQ|JABBER|MSN|YAHOO|SIP)$/

/** Apple puts the label of `item1.TEL` into `item1.X-ABLabel`: `_$!<Work>!$_` or free text. */
export function groupLabels(card: Card): Map<string, string> {
  const labels = new Map<string, string>()
  for (const property of card.properties) {
    if (property.name !== 'X-ABLABEL' || property.group === undefined) continue
    labels.set(property.group, property.text.replace(/^_\$!<(.*)>!\$_$/, '$1'))
  }
  return labels
}

interface CardSinks {
  readonly extra: Record<string, string>
  readonly note: (code: string, name: string) => void
}

/** Every way to reach somebody that a card knows, without repetition. */
export function cardHandles(
  card: Card,
  labels: ReadonlyMap<string, string>,
  country: string | undefined,
  sinks: CardSinks,
): ImportHandle[] {
  const handles: ImportHandle[] = []
  for (const property of card.properties) {
    const text = cleanText(property.text)
    const reading =
      text === '' || property.binary
        ? undefined
        : readProperty(property, text, { label: labelOf(property, labels), country })
    if (!reading) continue
    if (reading.problem) {
      addExtra(sinks.extra, property.name, text)
      sinks.note(reading.problem, property.name)
    }
    for (const handle of reading.handles) {
      if (!handles.some((have) => have.kind === handle.kind && have.value === handle.value))
        handles.push(handle)
    }
  }
  return handles
}

function readProperty(
  property: CardProperty,
  text: string,
  context: { label: string | undefined; country: string | undefined },
) {
  const phone = context.country ? { country: context.country } : {}
  const types = (property.params.TYPE ?? []).map((type) => type.toUpperCase())
  if (property.name === 'EMAIL') return readHandles(text, 'email', context.label, phone)
  if (property.name === 'TEL') {
    const target: Target = types.includes('FAX')
      ? 'fax'
      : types.some((type) => /WHATSAPP/.test(type)) || /whatsapp/i.test(context.label ?? '')
        ? 'whatsapp'
        : 'phone'
    return readHandles(text, target, context.label, phone)
  }
  if (property.name === 'X-SOCIALPROFILE') return readSocial(property, text, types)
  if (property.name === 'IMPP') return readMessenger(property, text, context.label)
  const service = SOCIAL.exec(property.name)?.[1]?.replace('-USERNAME', '').toLowerCase()
  if (service === undefined) return undefined
  // Networks that nobody sells on any more have no kind of their own: they keep their name.
  if (serviceOf(service) === undefined)
    return { handles: [{ kind: 'other' as const, value: text, entered: text, label: service }] }
  return readHandles(text, service as Target, undefined, phone)
}

function readSocial(property: CardProperty, text: string, types: readonly string[]) {
  const user = property.params['X-USER']?.[0]
  const service = serviceOf(types.find((type) => serviceOf(type) !== undefined) ?? '')
  const value = /^x-apple:/i.test(text) ? (user ?? text.replace(/^x-apple:/i, '')) : text
  return readHandles(
    value,
    (service as Target | undefined) ?? (/linkedin\.com/i.test(text) ? 'linkedin' : 'web'),
    undefined,
    {},
  )
}

/** IMPP is a URI (`skype:name`, `xmpp:a@b`); Apple writes the service beside it and `x-apple:` before the name. */
function readMessenger(property: CardProperty, text: string, label: string | undefined) {
  const scheme = /^([a-z][\w+.-]*):/i.exec(text)?.[1] ?? ''
  const service = serviceOf(property.params['X-SERVICE-TYPE']?.[0] ?? '') ?? serviceOf(scheme)
  const value = text.replace(/^[a-z][\w+.-]*:(\/\/)?/i, '')
  if (service) return readHandles(value, service as Target, label, {})
  return { handles: [{ kind: 'other' as const, value: text, entered: text, ...(label ? { label } : {}) }] }
}

function labelOf(property: CardProperty, labels: ReadonlyMap<string, string>): string | undefined {
  const label = property.group === undefined ? undefined : labels.get(property.group)
  if (label) return label
  const types = (property.params.TYPE ?? []).filter(
    (type) => !/^(pref|internet|voice|x400|quoted-printable|base64|8bit|7bit)$/i.test(type),
  )
  return types.length > 0 ? types.join(' ').toLowerCase() : undefined
}
