import type { Consent } from '../records/consent'
import type { Offer } from '../records/content'
import type { HandleKind } from '../records/handle'
import type { Person } from '../records/person'
import { DAY_MS } from '../time/calendarDay'
import type { EpochMs } from '../time/values'
import { chance, intBetween, type Random } from './random'
import { sampleBase } from './sampleRecord'
import type { Scene } from './scene'
import type { StoryTimes } from './timing'

const WORDINGS = {
  en: 'May I write to you about this by {carrier}? You can stop it at any time with one word.',
  'zh-Hans': '我可以通过{carrier}给您发送相关资料吗？您随时可以让我停止。',
} as const

/** Whoever reads us for months buys more often: of a hundred who agreed to be written to, so many take the letter. */
const READER_PERCENT = { buyer: 80, other: 34 } as const

/** Yes or no to being written to, asked at the first talk or later over our site; some change their mind. */
export function consentsOf(
  random: Random,
  scene: Scene,
  customerId: string,
  person: Person,
  times: StoryTimes,
): Consent[] {
  if (!chance(random, times.source.fair ? 80 : 66)) return []
  const handle = person.handles.find((one) => one.kind !== 'phone') ?? person.handles[0]
  if (handle === undefined) return []
  const wordingLanguage = person.language === 'zh-Hans' ? ('zh-Hans' as const) : ('en' as const)
  const shared = {
    customerId,
    personId: person.id,
    wordingVersion: '1',
    wordingLanguage,
    touchpointId: times.source.touchpoint.id,
    staffId: scene.house.staff[0].id,
    state: 'given',
  } as const
  const followUp: Consent = {
    ...sampleBase(random, times.metAt),
    ...shared,
    carrier: handle.kind,
    address: handle.value,
    wording: WORDINGS[wordingLanguage].replace('{carrier}', handle.kind),
    purpose: 'followUp',
    at: times.metAt,
  }
  const buyer = times.orderDays.length > 0
  if (!chance(random, buyer ? READER_PERCENT.buyer : READER_PERCENT.other)) return [followUp]

  const email = person.handles.find((one) => one.kind === 'email')
  const addresses = [
    handle,
    ...(email === undefined || email === handle || !chance(random, 80) ? [] : [email]),
  ]
  const later = times.metAt + intBetween(random, 10, 90) * DAY_MS
  const atOnce = chance(random, 75) || later >= scene.asOf || times.fresh
  const at = atOnce ? times.metAt : later
  const newsletters = addresses.map(({ kind, value }): Consent => {
    const offer = offerAt(random, scene, kind, at)
    return {
      ...followUp,
      ...sampleBase(random, at),
      carrier: kind,
      address: value,
      purpose: 'newsletter',
      at,
      ...(atOnce ? {} : { touchpointId: scene.markets.places.guide.id }),
      ...(offer === undefined
        ? {}
        : {
            offerId: offer.id,
            wording: offer.wording ?? followUp.wording,
            wordingLanguage: languageOf(scene, offer),
          }),
    }
  })
  const withdrawnAt = at + intBetween(random, 40, 400) * DAY_MS
  if (withdrawnAt >= scene.asOf || !chance(random, times.lost ? 40 : 6)) return [followUp, ...newsletters]
  const withdrawn = newsletters.map((yes): Consent => {
    const { offerId: _offer, ...rest } = yes
    const wording = 'Please take me off your list.'
    return {
      ...rest,
      ...sampleBase(random, withdrawnAt),
      at: withdrawnAt,
      state: 'withdrawn',
      wording,
      wordingLanguage: 'en',
    }
  })
  return [followUp, ...newsletters, ...withdrawn]
}

/** What was held out over a way of writing at that time; undefined where the plain question was asked. */
function offerAt(random: Random, scene: Scene, kind: HandleKind, at: EpochMs): Offer | undefined {
  const { guide, rules, webinar, gulf, oldFriends } = scene.offers
  if (kind === 'whatsapp') return gulf
  if (kind === 'wechat') return oldFriends
  if (kind !== 'email') return undefined
  const known = [webinar, rules, guide, guide].filter((offer) => offer.createdAt <= at)
  const open = at > scene.calendar.webinarAt - DAY_MS ? known.filter((offer) => offer !== webinar) : known
  return open[intBetween(random, 0, Math.max(0, open.length - 1))]
}

function languageOf(scene: Scene, offer: Offer): 'en' | 'zh-Hans' {
  return offer === scene.offers.oldFriends ? 'zh-Hans' : 'en'
}
