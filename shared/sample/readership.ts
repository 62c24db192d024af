import type { CarrierKind, Membership } from '../records/carrier'
import type { Consent } from '../records/consent'
import type { Engagement, EngagementKind } from '../records/content'
import type { Interaction } from '../records/interaction'
import { DAY_MS } from '../time/calendarDay'
import type { EpochMs } from '../time/values'
import type { CarrierName } from './carriers'
import type { SentLetter } from './contentCalendar'
import { chance, intBetween, type Random } from './random'
import { sampleBase } from './sampleRecord'
import type { Scene } from './scene'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
/** Of a member's letters the first and the last ones are kept: a hundred thousand customers stay within their size. */
const KEPT_LETTERS_EACH_END = 3
/** Of a hundred letters that arrive, how many are opened by those who came to buy and by the others. */
const OPENED_PERCENT = { buyer: 63, other: 31 } as const
const CLICKED_PERCENT = 28

/** Which carrier a consent brings somebody onto. */
const CARRIER_OF: Readonly<Partial<Record<Consent['carrier'], CarrierName>>> = {
  email: 'letter',
  whatsapp: 'gulf',
  wechat: 'oldFriends',
}

/** On which carriers somebody is, and what they took notice of. */
export interface Readership {
  readonly memberships: readonly Membership[]
  readonly engagements: readonly Engagement[]
}

/**
 * Tells a customer's life on our carriers: one membership for each yes and for the first connection on LinkedIn, and for
 * the letter what was read.
 */
export function readershipOf(
  random: Random,
  scene: Scene,
  story: {
    readonly consents: readonly Consent[]
    readonly talks: readonly Interaction[]
    readonly buyer: boolean
  },
): Readership {
  const { consents, talks, buyer } = story
  const connected = talks.find((talk) => talk.kind === 'connected')
  const memberships: Membership[] = connected === undefined ? [] : [followerOf(random, scene, connected)]
  const engagements: Engagement[] = []
  for (const yes of consents) {
    const name = CARRIER_OF[yes.carrier]
    if (yes.purpose !== 'newsletter' || yes.state !== 'given' || name === undefined) continue
    const no = consents.find(
      (other) => other.state === 'withdrawn' && other.carrier === yes.carrier && other.at > yes.at,
    )
    const joined = membershipOf(random, scene, yes, name, no?.at)
    memberships.push(joined)
    engagements.push(...downloadOf(random, scene, joined))
    if (scene.carriers[name].kind === LETTER) engagements.push(...lettersRead(random, scene, joined, buyer))
  }
  return { memberships, engagements: engagements.sort((a, b) => a.at - b.at) }
}

const LETTER: CarrierKind = 'emailList'

/** The piece that somebody read last before an instant, if they read it within half a year. */
export function lastReadBefore(engagements: readonly Engagement[], at: EpochMs): string | undefined {
  const read = engagements.filter(
    (one) =>
      (one.kind === 'clicked' || one.kind === 'downloaded' || one.kind === 'attended') &&
      one.at < at &&
      one.at > at - 183 * DAY_MS,
  )
  return read.at(-1)?.contentId
}

/** Whoever connected sees what we post: nobody is asked for a yes there. */
function followerOf(random: Random, scene: Scene, connected: Interaction): Membership {
  const [personId] = connected.personIds
  return {
    ...sampleBase(random, connected.at),
    carrierId: scene.carriers.linkedin.id,
    customerId: connected.customerId,
    ...(personId === undefined ? {} : { personId }),
    joinedAt: connected.at,
  }
}

function membershipOf(
  random: Random,
  scene: Scene,
  yes: Consent,
  name: CarrierName,
  withdrawnAt: EpochMs | undefined,
): Membership {
  // One address in thirty dies: the mail program says so at some letter.
  const dead =
    name === 'letter' && withdrawnAt === undefined && chance(random, 3)
      ? scene.calendar.letters.filter((letter) => letter.at > yes.at + 60 * DAY_MS).at(0)?.at
      : undefined
  const left =
    withdrawnAt !== undefined
      ? { leftAt: withdrawnAt, leftReason: 'unsubscribed' as const }
      : dead !== undefined
        ? { leftAt: dead + 5 * MINUTE_MS, leftReason: 'bounced' as const }
        : {}
  return {
    ...sampleBase(random, yes.at),
    carrierId: scene.carriers[name].id,
    customerId: yes.customerId,
    ...(yes.personId === undefined ? {} : { personId: yes.personId }),
    joinedAt: yes.at,
    ...left,
    ...(yes.touchpointId === undefined ? {} : { touchpointId: yes.touchpointId }),
    ...(yes.offerId === undefined ? {} : { offerId: yes.offerId }),
    consentId: yes.id,
  }
}

function engagementOf(
  random: Random,
  joined: Membership,
  kind: EngagementKind,
  at: EpochMs,
  fields: Pick<Engagement, 'contentId' | 'offerId' | 'campaign' | 'minutes' | 'touchpointId'>,
): Engagement {
  return {
    ...sampleBase(random, at),
    customerId: joined.customerId,
    ...(joined.personId === undefined ? {} : { personId: joined.personId }),
    kind,
    at,
    carrierId: joined.carrierId,
    ...fields,
  }
}

/** Whoever took an offer with a piece in it also opened the piece. */
function downloadOf(random: Random, scene: Scene, joined: Membership): Engagement[] {
  const { guide, rules } = scene.offers
  const offer = [guide, rules].find((one) => one.id === joined.offerId)
  const at = joined.joinedAt + intBetween(random, 4, 50) * MINUTE_MS
  if (offer?.contentId === undefined || at >= scene.asOf || !chance(random, 70)) return []
  const fields = { contentId: offer.contentId, offerId: offer.id }
  return [engagementOf(random, joined, 'downloaded', at, fields)]
}

function lettersRead(random: Random, scene: Scene, joined: Membership, buyer: boolean): Engagement[] {
  const until = Math.min(joined.leftAt ?? scene.asOf, scene.asOf)
  const got = scene.calendar.letters.filter((letter) => letter.at > joined.joinedAt && letter.at < until)
  const kept = got.filter(
    (_, place) => place < KEPT_LETTERS_EACH_END || place >= got.length - KEPT_LETTERS_EACH_END,
  )
  const rows = kept.flatMap((letter) => letterRead(random, joined, letter, buyer, until))
  return [...rows, ...webinarOf(random, scene, joined, until, buyer)]
}

function letterRead(
  random: Random,
  joined: Membership,
  letter: SentLetter,
  buyer: boolean,
  until: EpochMs,
): Engagement[] {
  const fields = {
    campaign: letter.campaign,
    ...(letter.contentId === undefined ? {} : { contentId: letter.contentId }),
  }
  const row = (kind: EngagementKind, at: EpochMs) => engagementOf(random, joined, kind, at, fields)
  const arrivedAt = letter.at + intBetween(random, 1, 4) * MINUTE_MS
  if (joined.leftReason === 'bounced' && joined.leftAt === letter.at + 5 * MINUTE_MS)
    return [row('bounced', letter.at + MINUTE_MS)]
  if (arrivedAt >= until) return []
  const rows = [row('delivered', arrivedAt)]
  const openedAt = arrivedAt + intBetween(random, 10, 50 * 60) * MINUTE_MS
  if (openedAt >= until || !chance(random, buyer ? OPENED_PERCENT.buyer : OPENED_PERCENT.other)) return rows
  rows.push(row('opened', openedAt))
  const clickedAt = openedAt + intBetween(random, 1, 9) * MINUTE_MS
  if (clickedAt >= until || !chance(random, CLICKED_PERCENT)) return rows
  rows.push(row('clicked', clickedAt))
  const repliedAt = clickedAt + intBetween(random, 1, 20) * HOUR_MS
  if (repliedAt < until && chance(random, 15)) rows.push(row('replied', repliedAt))
  return rows
}

/** A seat in the webinar for some who read us by then; six in ten of them came. */
function webinarOf(
  random: Random,
  scene: Scene,
  joined: Membership,
  until: EpochMs,
  buyer: boolean,
): Engagement[] {
  const { webinarAt, webinar } = scene.calendar
  const fields = { contentId: webinar.id, offerId: scene.offers.webinar.id }
  const seatTaken = joined.offerId === scene.offers.webinar.id
  const registeredAt = seatTaken
    ? joined.joinedAt + MINUTE_MS
    : webinarAt - intBetween(random, 1, 14 * 24) * HOUR_MS
  if (registeredAt <= joined.joinedAt || registeredAt >= webinarAt || webinarAt >= until) return []
  if (!seatTaken && !chance(random, buyer ? 38 : 17)) return []
  const registered = engagementOf(random, joined, 'registered', registeredAt, fields)
  if (!chance(random, 60)) return [registered]
  const minutes = intBetween(random, 12, 55)
  return [registered, engagementOf(random, joined, 'attended', webinarAt, { ...fields, minutes })]
}
