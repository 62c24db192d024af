import { DEFAULT_QUALIFIERS } from '../leads/defaultQualifiers'
import type { Cost, CostCategory } from '../records/cost'
import type { Touchpoint } from '../records/touchpoint'
import { addDays, startOfDay } from '../time/calendarDay'
import type { EpochMs, IsoDate } from '../time/values'
import type { ChannelKey, OurHouse } from './ourHouse'
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
}

/** All places, and among them the fair that is on right now, for the pages that need something urgent. */
export interface Marketplaces {
  readonly sources: readonly Source[]
  readonly current: Source
  readonly costs: readonly Cost[]
}

const SERIES = 'Lingnan Home & Table Fair'
/** Its editions: dearer each time, as fairs are, and bringing fewer people. Costs in thousands of CNY. */
const EDITIONS: readonly (readonly [daysAgo: number, weight: number, booth: string, thousands: number])[] = [
  [1062, 14, '5.2 B14', 98],
  [880, 13, '5.2 B14', 112],
  [697, 12, '5.2 C02', 141],
  [514, 11, '9.1 A33', 168],
  [332, 10, '9.1 A33', 214],
  [149, 9, '9.1 A30', 247],
  [2, 9, '9.1 A30', 263],
]

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
export function marketplaces(seed: string, house: OurHouse, today: IsoDate, openedAt: EpochMs): Marketplaces {
  const random = randomFrom(`${seed}/marketplaces`)
  const costs: Cost[] = []
  const staffIds = house.staff.map((one) => one.id)

  const spend = (
    touchpoint: Touchpoint,
    category: CostCategory,
    on: IsoDate,
    minor: number,
    currency = 'CNY',
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
    })
  }
  const make = (
    channel: ChannelKey,
    weight: number,
    from: IsoDate,
    to: IsoDate,
    fields: TouchpointFields,
  ): Source => {
    const channelId = house.channels[channel].id
    const touchpoint: Touchpoint = { ...sampleBase(random, openedAt), channelId, ...fields }
    return { touchpoint, weight, from, to: to > today ? today : to, fair: fields.kind === 'fair' }
  }
  const fair = (from: IsoDate, weight: number, fields: Omit<TouchpointFields, 'kind'>): Source =>
    make('fairs', weight, from, addDays(from, 3), {
      kind: 'fair',
      startsOn: from,
      endsOn: addDays(from, 3),
      staffIds,
      currency: 'CNY',
      qualifiers: [...DEFAULT_QUALIFIERS],
      ...fields,
    })

  const editions = EDITIONS.map(([daysAgo, weight, booth, thousands]) => {
    const from = addDays(today, -daysAgo)
    const name = `${SERIES}, ${MONTHS[Number(from.slice(5, 7)) - 1]} ${from.slice(0, 4)}`
    const place = {
      city: 'Guangzhou',
      country: 'CN',
      zone: 'Asia/Shanghai',
      halls: [booth.slice(0, 3)],
      booth,
    }
    const source = fair(from, weight, { name, series: SERIES, ...place })
    for (const [category, percent] of FAIR_SPLIT) {
      const ahead = category === 'booth' ? -90 : category === 'build' ? -20 : 1
      spend(source.touchpoint, category, addDays(from, ahead), thousands * 1000 * percent)
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

  const opened = addDays(today, -1090)
  const platform = make('platform', 16, opened, today, {
    kind: 'platform',
    name: 'Platform storefront',
    currency: 'USD',
  })
  for (let year = 0; year < 3; year += 1) {
    spend(platform.touchpoint, 'platformFee', addDays(opened, year * 365), 2_980_000 + year * 240_000)
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
  for (let month = 0; month < 36; month += 1) {
    spend(
      search.touchpoint,
      'ads',
      addDays(opened, month * 30 + 29),
      95_000 + (random.next() % 60) * 1000,
      'USD',
    )
    if (month >= 23) spend(hotels.touchpoint, 'ads', addDays(opened, month * 30 + 29), 60_000, 'USD')
  }
  const site = make('website', 7, addDays(today, -900), today, { kind: 'page', name: 'Website contact form' })
  spend(site.touchpoint, 'content', addDays(today, -880), 3_600_000)
  spend(site.touchpoint, 'tools', addDays(today, -500), 480_000)
  const guide = make('letter', 4, addDays(today, -600), today, {
    kind: 'page',
    name: 'Bamboo care guide (download)',
  })
  const network = make('linkedin', 4, addDays(today, -700), today, { kind: 'page', name: 'LinkedIn posts' })
  const referral = make('referral', 6, addDays(today, -800), today, {
    kind: 'other',
    name: 'Recommended by a customer',
  })

  const others = [rhineShow, dubaiDays, platform, search, hotels, site, guide, network, referral]
  const current = editions.at(-1)
  if (current === undefined) throw new RangeError('no edition')
  return { sources: [...editions, ...others], current, costs }
}

type TouchpointFields = Omit<
  Touchpoint,
  'id' | 'schema' | 'rev' | 'createdAt' | 'updatedAt' | 'origin' | 'channelId'
>
