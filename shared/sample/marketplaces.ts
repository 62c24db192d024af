import { DEFAULT_QUALIFIERS } from '../leads/defaultQualifiers'
import type { Cost, CostCategory } from '../records/cost'
import type { Touchpoint } from '../records/touchpoint'
import { addDays, startOfDay } from '../time/calendarDay'
import type { EpochMs, IsoDate } from '../time/values'
import type { ContentCalendar } from './contentCalendar'
import type { KeywordMonth } from './keywordMonths'
import type { SampleOffers } from './offers'
import { type ChannelKey, type OurHouse, STAFF_DAY_MINOR } from './ourHouse'
import { randomFrom } from './random'
import { sampleBase } from './sampleRecord'

/** A place where customers come from, and when they could. */
export interface Source {
  readonly touchpoint: Touchpoint
  /** How often it is the source, against the other sources. */
  readonly weight: number
  /** First and last day on which somebody could be met there. */
  readonly from: IsoDate
  readonly to: IsoDate
  readonly fair: boolean
  /** Of a hundred leads that never ordered, how many were worth a negotiation: fewer at every edition of a fair. */
  readonly deepPercent: number
}

/** All places, and among them the fair that is on right now, for the pages that need something urgent. */
export interface Marketplaces {
  readonly sources: readonly Source[]
  readonly current: Source
  readonly costs: readonly Cost[]
  /** The places whose visitors somebody counts. */
  readonly places: Readonly<Record<'platform' | 'search' | 'site' | 'guide', Touchpoint>>
}

/** What the places are built from. */
export interface MarketplaceParts {
  readonly house: OurHouse
  readonly offers: SampleOffers
  readonly calendar: ContentCalendar
  readonly keywords: readonly KeywordMonth[]
  readonly today: IsoDate
  readonly openedAt: EpochMs
}

const SERIES = 'Lingnan Home & Table Fair'
/**
 * Its editions: dearer each time, as fairs are, and bringing fewer people and far fewer real negotiations. Costs in
 * thousands of CNY; the last column is `deepPercent`.
 */
const EDITIONS: readonly (readonly [
  daysAgo: number,
  weight: number,
  booth: string,
  thousands: number,
  deep: number,
])[] = [
  [1427, 13, '5.2 B14', 100, 80],
  [1245, 13, '5.2 B14', 118, 70],
  [1062, 12, '5.2 B14', 139, 58],
  [880, 12, '5.2 C02', 171, 46],
  [697, 11, '5.2 C02', 214, 36],
  [514, 10, '9.1 A33', 268, 27],
  [332, 10, '9.1 A33', 341, 18],
  [149, 10, '9.1 A30', 419, 12],
  [2, 9, '9.1 A30', 500, 8],
]
/** Everywhere else. */
const DEEP_PERCENT = 34

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** How a fair's money is spent, in parts of a hundred. */
const FAIR_SPLIT: readonly (readonly [CostCategory, number])[] = [
  ['booth', 46],
  ['build', 21],
  ['travel', 7],
  ['lodging', 8],
  ['freight', 6],
  ['samples', 4],
  ['staffDays', 8],
]

/** Builds every touchpoint with its costs. One fair has none on record, so that coverage is below 100 %. */
export function marketplaces(seed: string, parts: MarketplaceParts): Marketplaces {
  const { house, offers, calendar, keywords, today, openedAt } = parts
  const random = randomFrom(`${seed}/marketplaces`)
  const costs: Cost[] = []
  const staffIds = house.staff.map((one) => one.id)

  const spend = (
    touchpoint: Touchpoint,
    category: CostCategory,
    on: IsoDate,
    minor: number,
    currency = 'CNY',
    more: Partial<Cost> = {},
  ) => {
    if (on >= today) return
    const base = sampleBase(random, startOfDay(on, 'Asia/Shanghai') + 36_000_000)
    const channel = touchpoint.channelId === undefined ? {} : { channelId: touchpoint.channelId }
    costs.push({
      ...base,
      touchpointId: touchpoint.id,
      ...channel,
      category,
      amount: { minor, currency },
      on,
      ...more,
    })
  }
  const make = (
    channel: ChannelKey,
    weight: number,
    from: IsoDate,
    to: IsoDate,
    fields: TouchpointFields,
    deepPercent = DEEP_PERCENT,
  ): Source => {
    const channelId = house.channels[channel].id
    const touchpoint: Touchpoint = { ...sampleBase(random, openedAt), channelId, ...fields }
    return {
      touchpoint,
      weight,
      from,
      to: to > today ? today : to,
      fair: fields.kind === 'fair',
      deepPercent,
    }
  }
  const fair = (
    from: IsoDate,
    weight: number,
    fields: Omit<TouchpointFields, 'kind'>,
    deepPercent?: number,
  ): Source => {
    const ours = [offers.guide, offers.rules, offers.gulf, offers.oldFriends]
    const known = ours.filter((offer) => offer.createdAt < startOfDay(from, 'Asia/Shanghai'))
    const usual = {
      kind: 'fair' as const,
      startsOn: from,
      endsOn: addDays(from, 3),
      staffIds,
      currency: 'CNY',
      qualifiers: [...DEFAULT_QUALIFIERS],
      offerIds: known.map((offer) => offer.id),
    }
    return make('fairs', weight, from, addDays(from, 3), { ...usual, ...fields }, deepPercent)
  }

  const editions = EDITIONS.map(([daysAgo, weight, booth, thousands, deep]) => {
    const from = addDays(today, -daysAgo)
    const name = `${SERIES}, ${MONTHS[Number(from.slice(5, 7)) - 1]} ${from.slice(0, 4)}`
    const place = {
      city: 'Guangzhou',
      country: 'CN',
      zone: 'Asia/Shanghai',
      halls: [booth.slice(0, 3)],
      booth,
    }
    const budget = { minor: thousands * 95_000, currency: 'CNY' }
    const source = fair(from, weight, { name, series: SERIES, budget, ...place }, deep)
    for (const [category, percent] of FAIR_SPLIT) {
      const ahead = category === 'booth' ? -90 : category === 'build' ? -20 : 1
      const minor = thousands * 1000 * percent
      spend(source.touchpoint, category, addDays(from, ahead), minor, 'CNY', {
        ...(category === 'staffDays' ? { staffDays: staffDaysOf(minor) } : {}),
      })
    }
    return source
  })

  const rhine = { city: 'Köln', country: 'DE', zone: 'Europe/Berlin', halls: ['4'], booth: '4 D 081' }
  const rhineFrom = addDays(today, -278)
  const rhineShow = fair(rhineFrom, 8, {
    name: `Rhine Table & Gift Show ${rhineFrom.slice(0, 4)}`,
    series: 'Rhine Table & Gift Show',
    ...rhine,
  })
  spend(rhineShow.touchpoint, 'booth', addDays(rhineFrom, -100), 1_480_000, 'EUR')
  spend(rhineShow.touchpoint, 'build', addDays(rhineFrom, -15), 620_000, 'EUR')
  spend(rhineShow.touchpoint, 'travel', addDays(rhineFrom, -2), 3_210_000)
  spend(rhineShow.touchpoint, 'lodging', addDays(rhineFrom, 3), 241_500, 'EUR')

  const dubaiFrom = addDays(today, -455)
  const dubaiDays = fair(dubaiFrom, 5, {
    name: `Dubai Hospitality Table Days ${dubaiFrom.slice(0, 4)}`,
    city: 'Dubai',
    country: 'AE',
    zone: 'Asia/Dubai',
    halls: ['Sheikh Hall 2'],
    booth: 'S2-E40',
  })

  const opened = addDays(today, -1455)
  const platform = make('platform', 16, opened, today, {
    kind: 'platform',
    name: 'Platform storefront',
    currency: 'USD',
    offerIds: [offers.rules.id],
  })
  for (let year = 0; year < 4; year += 1) {
    const from = addDays(opened, year * 365)
    const covers = { coversFrom: from, coversTo: addDays(from, 364) }
    spend(platform.touchpoint, 'platformFee', from, 2_760_000 + year * 240_000, 'CNY', covers)
  }
  for (const { from, to, minor } of keywords) {
    spend(platform.touchpoint, 'ads', to, minor, 'CNY', {
      coversFrom: from,
      coversTo: to,
      campaign: 'Keywords',
      sourceKey: `sample/keywords/${from}`,
    })
  }
  const search = make('search', 11, opened, today, {
    kind: 'campaign',
    name: 'Search ads: bamboo tableware',
    currency: 'USD',
  })
  const hotels = make('search', 5, addDays(today, -400), today, {
    kind: 'campaign',
    name: 'Search ads: hotel porcelain',
  })
  for (let month = 0; month < 48; month += 1) {
    spend(
      search.touchpoint,
      'ads',
      addDays(opened, month * 30 + 29),
      95_000 + (random.next() % 60) * 1000,
      'USD',
    )
    if (month >= 35) spend(hotels.touchpoint, 'ads', addDays(opened, month * 30 + 29), 60_000, 'USD')
  }
  const site = make('website', 7, addDays(today, -1300), today, {
    kind: 'page',
    name: 'Website contact form',
    offerIds: [offers.guide.id, offers.rules.id],
  })
  // The ground of our own: dear in the first years, then hardly more each year.
  spend(site.touchpoint, 'content', addDays(today, -1290), 3_600_000, 'CNY', {
    note: 'New site, photographs',
  })
  for (let year = 1; year <= 3; year += 1) {
    spend(site.touchpoint, 'tools', addDays(today, -1290 + year * 300), 380_000 + year * 30_000)
  }
  // The invoice has not come yet: a line without a figure.
  spend(site.touchpoint, 'tools', addDays(today, -6), 0, 'CNY', { note: 'Invoice has not come yet' })
  const guide = make('letter', 4, addDays(today, -1380), today, {
    kind: 'page',
    name: 'Bamboo care guide (download)',
    contentId: calendar.careGuide.id,
    offerIds: [offers.guide.id],
  })
  const network = make('linkedin', 4, addDays(today, -1100), today, {
    kind: 'page',
    name: 'LinkedIn posts',
    offerIds: [offers.rules.id],
  })
  const referral = make('referral', 9, addDays(today, -1000), today, {
    kind: 'other',
    name: 'Recommended by a customer',
  })
  spend(guide.touchpoint, 'content', addDays(today, -1405), 1_450_000, 'CNY', {
    contentId: calendar.careGuide.id,
  })
  spend(network.touchpoint, 'content', addDays(today, -755), 820_000, 'CNY', {
    contentId: calendar.foodContact.id,
  })
  spend(guide.touchpoint, 'content', addDays(today, -80), 640_000, 'CNY', { contentId: calendar.webinar.id })
  for (let year = 0; year < 4; year += 1) {
    spend(guide.touchpoint, 'tools', addDays(today, -1300 + year * 365), 210_000, 'CNY', {
      note: 'Mailing service',
    })
  }
  // In a currency that the notebook has no rate for: named in reports, counted in no sum.
  spend(network.touchpoint, 'ads', addDays(today, -120), 1_900_000, 'KRW', {
    country: 'KR',
    campaign: 'Seoul cafés',
  })

  const others = [rhineShow, dubaiDays, platform, search, hotels, site, guide, network, referral]
  const current = editions.at(-1)
  if (current === undefined) throw new RangeError('no edition')
  return {
    sources: [...editions, ...others],
    current,
    costs,
    places: {
      platform: platform.touchpoint,
      search: search.touchpoint,
      site: site.touchpoint,
      guide: guide.touchpoint,
    },
  }
}

/** How many of our own days an amount is, at the price that the settings name. */
function staffDaysOf(minor: number): Cost['staffDays'] {
  const hundredths = Math.round((minor * 100) / STAFF_DAY_MINOR)
  const days = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
  return { days, price: { minor: STAFF_DAY_MINOR, currency: 'CNY' } }
}

type TouchpointFields = Omit<
  Touchpoint,
  'id' | 'schema' | 'rev' | 'createdAt' | 'updatedAt' | 'origin' | 'channelId'
>
