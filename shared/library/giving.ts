import type { Content, Engagement } from '../records/content'
import type { Interaction } from '../records/interaction'
import type { EpochMs, IsoDate } from '../time/values'
import { type Edition, type Expiry, expiryOf } from './expiry'

/** A piece as it can be given to one person. */
export interface Gift {
  readonly piece: Content
  /** The edition in the person's language, else in English, else the first; undefined for a piece without any. */
  readonly edition: Edition | undefined
  /** Whether that edition is in the language that was wanted. */
  readonly isTheirs: boolean
  readonly expiry: Expiry
  /** When the customer got it last. */
  readonly givenAt: EpochMs | undefined
}

/**
 * The pieces that may be given, best first: those that the customer has not had before those they have, good ones
 * before expired ones, ones in their language before others, then by title. Ideas, drafts and retired pieces are not
 * to be given.
 */
export function giftsFor(
  content: readonly Content[],
  language: string,
  given: ReadonlyMap<string, EpochMs>,
  today: IsoDate,
): Gift[] {
  const gifts = content
    .filter(
      ({ status, retiredAt }) => retiredAt === undefined && (status === 'ready' || status === 'published'),
    )
    .map((piece) => giftOf(piece, language, given, today))
  const rank = (gift: Gift) =>
    (gift.givenAt === undefined ? 0 : 4) + (gift.expiry === 'expired' ? 2 : 0) + (gift.isTheirs ? 0 : 1)
  return gifts.sort((a, b) => rank(a) - rank(b) || (a.piece.title < b.piece.title ? -1 : 1))
}

/** One piece as it can be given to somebody who reads `language`. */
function giftOf(piece: Content, language: string, given: ReadonlyMap<string, EpochMs>, today: IsoDate): Gift {
  const edition = editionFor(piece, language)
  return {
    piece,
    edition,
    isTheirs: edition !== undefined && primary(edition.language) === primary(language),
    expiry: edition === undefined ? 'none' : expiryOf(edition, today),
    givenAt: given.get(piece.id),
  }
}

/** The edition in a language, exactly or nearly (`es` for `es-MX`); else the English one, else the first. */
export function editionFor(piece: Pick<Content, 'editions'>, language: string): Edition | undefined {
  const { editions } = piece
  return (
    editions.find((edition) => edition.language === language) ??
    editions.find((edition) => primary(edition.language) === primary(language)) ??
    editions.find((edition) => primary(edition.language) === 'en') ??
    editions[0]
  )
}

/** When a customer got each piece last, by its id: what was logged with it, and what a source says was delivered. */
export function givenPieces(
  interactions: readonly Pick<Interaction, 'contentId' | 'at' | 'direction'>[],
  engagements: readonly Pick<Engagement, 'contentId' | 'at' | 'kind'>[],
): ReadonlyMap<string, EpochMs> {
  const given = new Map<string, EpochMs>()
  const note = (contentId: string | undefined, at: EpochMs) => {
    if (contentId !== undefined) given.set(contentId, Math.max(at, given.get(contentId) ?? 0))
  }
  for (const talk of interactions) if (talk.direction !== 'in') note(talk.contentId, talk.at)
  for (const engagement of engagements)
    if (engagement.kind === 'delivered') note(engagement.contentId, engagement.at)
  return given
}

/** What one customer had of a piece. */
export interface Reader {
  readonly customerId: string
  readonly gotAt: EpochMs | undefined
  /** The ways in which they took notice, each once. */
  readonly engaged: readonly Notice[]
  readonly lastAt: EpochMs
}

/** Notice that only the person can have taken; an offer and a delivery are ours, a bounce is nobody's. */
const NOTICES = ['opened', 'clicked', 'replied', 'registered', 'attended', 'downloaded', 'visited'] as const
type Notice = (typeof NOTICES)[number]

/** Who got a piece and who took notice, one line a customer, the newest first. All that is given is about the piece. */
export function readersOf(
  interactions: readonly Pick<Interaction, 'customerId' | 'at' | 'direction'>[],
  engagements: readonly Pick<Engagement, 'customerId' | 'at' | 'kind'>[],
): Reader[] {
  const readers = new Map<string, Reader>()
  const add = (customerId: string, at: EpochMs, got: boolean, notice?: Notice) => {
    const known = readers.get(customerId)
    readers.set(customerId, {
      customerId,
      gotAt: got ? Math.max(at, known?.gotAt ?? at) : known?.gotAt,
      engaged: [...new Set([...(known?.engaged ?? []), ...(notice === undefined ? [] : [notice])])],
      lastAt: Math.max(at, known?.lastAt ?? at),
    })
  }
  for (const talk of interactions) if (talk.direction !== 'in') add(talk.customerId, talk.at, true)
  for (const { customerId, at, kind } of engagements) {
    if (kind === 'delivered') add(customerId, at, true)
    else {
      const notice = NOTICES.find((one) => one === kind)
      if (notice !== undefined) add(customerId, at, false, notice)
    }
  }
  return [...readers.values()].sort((a, b) => b.lastAt - a.lastAt || (a.customerId < b.customerId ? -1 : 1))
}

function primary(tag: string): string {
  const [language = '', ...rest] = tag.toLowerCase().split('-')
  // The two ways of writing Chinese are two languages for a reader.
  return language === 'zh'
    ? `zh-${rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'hant' : 'hans'}`
    : language
}
