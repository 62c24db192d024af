import { FREE_MAIL, FREE_MAIL_BRANDS, ROLE_NAMES, SECOND_LEVEL, SHARED_HOSTS } from './mailDomains'

/** One email address, taken apart. */
export interface EmailParts {
  /** What a handle keeps: the local part as typed, the domain in lower case. */
  readonly value: string
  /** What is compared: all lower case. Equal keys are the same mailbox. */
  readonly key: string
  readonly domain: string
  /** info@, sales@ and their like: a department, never a person. */
  readonly role: boolean
  readonly freeMail: boolean
}

const MAX_EMAIL_CHARS = 320
/** `mailto:`, brackets and the dots or commas that end the sentence around an address. */
const WRAPPING = /^(?:mailto:|[<("'\s])+|[>)"'\s.,;:]+$/gi
const LOCAL = /^[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]+$/u
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u

/**
 * Takes one address apart, in whatever wrapping it was pasted (`<a@B.com>`, `mailto:`). Addresses in other
 * scripts are allowed. Returns undefined for anything else: X.500 names, `name (at) host`, two addresses.
 */
export function parseEmail(entered: string): EmailParts | undefined {
  if (entered.length > MAX_EMAIL_CHARS * 2) return undefined
  const text = entered.normalize('NFKC').trim().replace(WRAPPING, '')
  const at = text.lastIndexOf('@')
  if (at < 1 || at > 64 || text.length > MAX_EMAIL_CHARS) return undefined
  const local = text.slice(0, at)
  const domain = text.slice(at + 1).toLowerCase()
  const labels = domain.split('.')
  if (!LOCAL.test(local) || local.startsWith('.') || local.endsWith('.') || local.includes('..'))
    return undefined
  if (labels.length < 2 || !labels.every((label) => label.length <= 63 && LABEL.test(label))) return undefined
  if (!/^(?:xn--[a-z0-9-]+|[\p{L}\p{M}]{2,})$/u.test(labels.at(-1) ?? '')) return undefined
  return {
    value: `${local}@${domain}`,
    key: `${local.toLowerCase()}@${domain}`,
    domain,
    role: isRoleName(local),
    freeMail: isFreeMail(domain),
  }
}

/** The key under which two spellings of one mailbox are equal; undefined if it is no address. */
export function emailKey(entered: string): string | undefined {
  return parseEmail(entered)?.key
}

/** Cuts a cell that holds several addresses (`a@x.com; b@x.com`) into single ones, empty ones left out. */
export function splitEmails(entered: string): string[] {
  return entered.split(/:::|[;,/\s、，；|]+/).filter((piece) => piece.includes('@'))
}

/** Whether a domain gives mailboxes to anybody (gmail.com, qq.com, yahoo.co.jp). Expects lower case. */
function isFreeMail(domain: string): boolean {
  if (FREE_MAIL.has(domain)) return true
  const labels = domain.split('.')
  const brand = labels[0] ?? ''
  return labels.length <= 3 && FREE_MAIL_BRANDS.has(brand) && isSuffix(labels.slice(1))
}

/**
 * The domain that stands for a company, from an email address, a web address or a host:
 * `www.`, mail hosts and paths are dropped (`sales@mail.bepxanh.com.vn` -> `bepxanh.com.vn`).
 * Free mail, social networks and bare market places give undefined; a shop on a market place keeps its host.
 */
export function domainKey(entered: string): string | undefined {
  const host = hostOf(entered)
  if (host === undefined || isFreeMail(host)) return undefined
  const labels = host.split('.')
  if (labels.length < 2 || !labels.every((label) => label.length <= 63 && LABEL.test(label))) return undefined
  if (/^[0-9]+$/.test(labels.at(-1) ?? '')) return undefined
  const owner = labels.slice(isSuffix(labels.slice(-2)) && labels.length > 2 ? -3 : -2).join('.')
  if (!SHARED_HOSTS.has(owner)) return isFreeMail(owner) || isSuffix(owner.split('.')) ? undefined : owner
  return labels.length > 2 && !isSocial(owner) ? host : undefined
}

function hostOf(entered: string): string | undefined {
  if (entered.length > 2000) return undefined
  const text = entered.normalize('NFKC').trim().toLowerCase()
  const at = text.lastIndexOf('@')
  const rest = at >= 0 ? text.slice(at + 1) : text.replace(/^[a-z]{2,10}:\/\//, '')
  const host = (rest.split(/[/?#:\s>]/)[0] ?? '').replace(/^www[0-9]?\./, '').replace(/\.+$/, '')
  return host.includes('.') ? host : undefined
}

/** `com`, `vn`, `com.vn`: what a registry hands names out under. */
function isSuffix(labels: readonly string[]): boolean {
  if (labels.length === 1) return true
  return labels.length === 2 && labels[1]?.length === 2 && SECOND_LEVEL.has(labels[0] ?? '')
}

function isSocial(owner: string): boolean {
  return /^(?:google|facebook|instagram|linkedin|twitter|x|youtube|tiktok|pinterest|whatsapp|vk|weibo|xing)\.com$/.test(
    owner,
  )
}

function isRoleName(local: string): boolean {
  const name = local.toLowerCase().split('+')[0] ?? ''
  return ROLE_NAMES.has(name) || ROLE_NAMES.has(name.replace(/[._-]?[0-9]*$/, '').replace(/[._-]/g, ''))
}
