import type { Traffic } from '../records/traffic'
import { addDays, startOfDay } from '../time/calendarDay'
import type { EpochMs } from '../time/values'
import type { SampleCarriers } from './carriers'
import type { KeywordMonth } from './keywordMonths'
import type { Marketplaces } from './marketplaces'
import { intBetween, type Random, randomFrom } from './random'
import { sampleBase } from './sampleRecord'

/** Who comes to the site: strangers, followers of the letter, buyers; the last two grow, month by month. */
const VISITORS: readonly (readonly [kind: 'public' | 'follower' | 'member', first: number, more: number])[] =
  [
    ['public', 310, 2],
    ['follower', 12, 5],
    ['member', 4, 3],
  ]

/** What platform, ads and site counted, month by month. */
export function trafficCounts(
  seed: string,
  markets: Marketplaces,
  carriers: SampleCarriers,
  months: readonly KeywordMonth[],
): Traffic[] {
  const random = randomFrom(`${seed}/traffic`)
  const { platform, search, site } = markets.places
  return months.flatMap((month, place) => [
    line(random, month, platform, 'bamboo tableware wholesale', {
      impressions: month.impressions,
      clicks: month.clicks,
      enquiries: month.enquiries,
      orders: month.orders,
    }),
    ...(place < 12 ? [] : [line(random, month, search, 'bamboo tableware', adClicks(random))]),
    ...(place < 20
      ? []
      : VISITORS.map(([kind, first, more]) => {
          const visitors = first + more * place + intBetween(random, 0, Math.ceil(first / 6))
          const visits = visitors + Math.round((visitors * (kind === 'public' ? 12 : 45)) / 100)
          const engagedVisits = Math.round((visits * (kind === 'public' ? 31 : 68)) / 100)
          const what = `${carriers.site.name}: ${kind}`
          return line(random, month, site, what, { kind, visitors, visits, engagedVisits })
        })),
  ])
}

function adClicks(random: Random) {
  const clicks = intBetween(random, 260, 410)
  return { impressions: clicks * 36, clicks, conversions: Math.round(clicks / 41) }
}

function line(
  random: Random,
  month: KeywordMonth,
  touchpoint: Marketplaces['current']['touchpoint'],
  what: string,
  counted: Partial<Traffic>,
): Traffic {
  const at: EpochMs = startOfDay(addDays(month.to, 1), 'Asia/Shanghai')
  return {
    ...sampleBase(random, at),
    ...(touchpoint.channelId === undefined ? {} : { channelId: touchpoint.channelId }),
    touchpointId: touchpoint.id,
    what,
    from: month.from,
    to: month.to,
    ...counted,
    sourceKey: `sample/${touchpoint.id}/${what}/${month.from}`,
  }
}
