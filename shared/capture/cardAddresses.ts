import { isSupportedCountry } from 'libphonenumber-js/max'
import { parseEmail } from '../matching/emailKey'
import { phoneKeys } from '../matching/phoneKey'
import type { Find } from './cardLine'

/** Endings that belong to no country; a bare word with a dot is only a web address if it has a known ending. */
const GENERIC = new Set(
  'com net org info biz edu gov int name pro mobi asia eu app dev io shop store online site website tech company group trade global international example test'.split(
    ' ',
  ),
)
const EMAIL_CHAR = /[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]/u
const DOMAIN_CHAR = /[\p{L}\p{M}\p{N}.-]/u

/**
 * The email addresses of a text. Looks outwards from each `@` and never across another one, so the work
 * grows with the text and no faster.
 */
export function findEmails(text: string): Find[] {
  const finds: Find[] = []
  let floor = 0
  for (let at = text.search(/[@＠]/); at >= 0; at = nextAt(text, at + 1)) {
    let start = at
    while (start > floor && EMAIL_CHAR.test(text.charAt(start - 1))) start--
    let end = at + 1
    while (end < text.length && DOMAIN_CHAR.test(text.charAt(end))) end++
    floor = at + 1
    const parts = parseEmail(text.slice(start, end))
    if (!parts) continue
    // The dot that ends the sentence belongs to nobody.
    while (/[.-]/.test(text.charAt(end - 1))) end--
    finds.push({ start, end, kind: 'email', value: parts.value, sure: true })
    floor = end
  }
  return finds
}

function nextAt(text: string, from: number): number {
  const [plain, wide] = [text.indexOf('@', from), text.indexOf('＠', from)]
  return plain < 0 ? wide : wide < 0 ? plain : Math.min(plain, wide)
}

/** Web addresses: with `http`, with `www.`, or a bare host with a known ending; profiles as what they are. */
export function findWeb(text: string): Find[] {
  const finds: Find[] = []
  for (const word of text.matchAll(/[^\s<>"'，。；、（）()|]+/g)) {
    const colon = /^[^:/.]{1,20}[:：](?!\/\/)/.exec(word[0])?.[0].length ?? 0
    const cut = word[0].slice(colon).replace(/[.,;:!?]+$/, '')
    const start = word.index + colon
    const find = readWeb(cut)
    if (find) finds.push({ ...find, start, end: start + cut.length, sure: true })
  }
  return finds
}

function readWeb(word: string): Pick<Find, 'kind' | 'value'> | undefined {
  if (word.length > 500 || word.includes('@')) return undefined
  const scheme = /^https?:\/\//i.exec(word)?.[0] ?? ''
  const rest = word.slice(scheme.length)
  const [host = ''] = rest.split(/[/?#]/)
  const lower = host.toLowerCase()
  const labels = lower.split('.')
  if (labels.length < 2 || !labels.every((label) => /^[\p{L}\p{M}\p{N}-]{1,63}$/u.test(label)))
    return undefined
  const ending = labels.at(-1) ?? ''
  const known = GENERIC.has(ending) || (ending.length === 2 && isSupportedCountry(ending.toUpperCase()))
  const explicit = scheme !== '' || labels[0] === 'www'
  // `Co.Ltd` and `St.Gallen` have dots, too: a bare host is in lower case and its owner has three letters.
  if (
    !explicit &&
    !(known && host === lower && labels.some((label) => label.length >= 3 && label !== ending))
  )
    return undefined
  if (!/\p{L}/u.test(ending)) return undefined
  return (
    profile(lower.replace(/^www\./, ''), rest.slice(host.length)) ?? {
      kind: 'web',
      value: `${scheme === '' ? 'https://' : scheme.toLowerCase()}${lower}${rest.slice(host.length).replace(/^\/$/, '')}`,
    }
  )
}

/** Profiles of messengers and LinkedIn, by the host that serves them. */
function profile(host: string, path: string): Pick<Find, 'kind' | 'value'> | undefined {
  const [first = '', second = ''] = path.split(/[/?#]/).filter((part) => part !== '')
  if (host === 'linkedin.com' || host.endsWith('.linkedin.com')) {
    if (second === '') return undefined
    return { kind: 'linkedin', value: first === 'in' || first === 'pub' ? second : `${first}/${second}` }
  }
  if (host === 'wa.me' && first !== '') {
    return { kind: 'whatsapp', value: phoneKeys(`+${first.replace(/^\+/, '')}`)?.e164 ?? first }
  }
  if (host === 'zalo.me' && first !== '')
    return { kind: 'zalo', value: phoneKeys(first, 'VN')?.e164 ?? first }
  if (host === 'line.me' && first === 'ti' && second === 'p') {
    const id = path.split('/').at(-1) ?? ''
    return id === '' ? undefined : { kind: 'line', value: id.replace(/^~/, '') }
  }
  return undefined
}
