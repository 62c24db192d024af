import type { UnitPrice } from '../money/values'
import { FAIR_WELCOME } from '../nurture/plans/fairWelcome'
import type { Plan } from '../records/nurture'
import type { Product } from '../records/product'
import type { Settings } from '../records/settings'
import type { Channel, Staff } from '../records/touchpoint'
import { addDays } from '../time/calendarDay'
import { chineseNewYear } from '../time/chineseNewYear'
import type { EpochMs, IsoDate } from '../time/values'
import { type Random, randomFrom } from './random'
import { sampleBase } from './sampleRecord'

/** What one of our products costs, in units of 10^-4 US dollars. */
export interface PricedProduct {
  readonly record: Product
  /** As a salesperson says it in a sentence. */
  readonly shortName: string
  readonly usdTenThousandths: number
}

/** Our own side of the notebook: who we are, what we make, where we look for customers. */
export interface OurHouse {
  readonly settings: Settings
  readonly staff: readonly [Staff, Staff, Staff]
  readonly products: readonly PricedProduct[]
  readonly channels: Readonly<Record<ChannelKey, Channel>>
  readonly plan: Plan
}

/** The channels of the sample by a short key. */
export type ChannelKey = 'fairs' | 'platform' | 'search' | 'website' | 'letter' | 'linkedin' | 'referral'

/** `line|code|name|short name|price`: bamboo and ceramic tableware from a workshop in Ningbo. */
const PRODUCTS: readonly string[] = [
  'Bamboo boards|NB-1101|Bamboo cutting board, large, oiled|bamboo cutting board|38500',
  'Bamboo boards|NB-1104|Bamboo serving board with handle|serving board|29000',
  'Bamboo boards|NB-1110|End-grain chopping block, 30 mm|chopping block|74000',
  'Bamboo table|NB-1202|Bamboo tray, stackable, set of 2|bamboo tray|56000',
  'Bamboo table|NB-1207|Bamboo cutlery set in a linen roll|cutlery set|21500',
  'Bamboo table|NB-1210|Bamboo lunch box with silicone band|lunch box|46000',
  'Bamboo table|NB-1215|Bamboo cocktail pick, 12 cm|cocktail picks|125',
  'Bamboo table|NB-1216|Bamboo drinking straw, 20 cm|bamboo straws|340',
  'Stoneware|NC-2101|Dinner plate 27 cm, matt glaze|dinner plate|32500',
  'Stoneware|NC-2102|Soup bowl 18 cm, matt glaze|soup bowl|26800',
  'Stoneware|NC-2105|Breakfast mug 350 ml|breakfast mug|19900',
  'Stoneware|NC-2108|Pasta plate 30 cm, speckled|pasta plate|39800',
  'Stoneware|NC-2112|Espresso cup with saucer|espresso cup|22400',
  'Porcelain|NC-2301|Hotel plate 28 cm, reinforced rim|hotel plate|28700',
  'Porcelain|NC-2304|Stackable café cup 200 ml|café cup|16500',
  'Porcelain|NC-2309|Buffet platter 45 cm|buffet platter|128000',
  'Tea|NC-2501|Celadon tea cup, double wall|celadon cup|34000',
  'Tea|NC-2503|Teapot 600 ml with bamboo handle|teapot|96500',
  'Tea|NC-2507|Travel tea set in a bamboo case|travel tea set|149000',
  'Gift sets|NG-3101|Gift box, two mugs and a tray|mug gift box|118000',
  'Gift sets|NG-3104|Gift box, sushi set for two|sushi set|134500',
  'Gift sets|NG-3108|Corporate gift tea caddy with engraving|tea caddy|87000',
]

/** What a day of ours costs, in fen. */
export const STAFF_DAY_MINOR = 80_000

/** What a piece costs us, in parts of a hundred of its list price. Nobody has worked it out for gift sets yet. */
const COSTED_PERCENT: Readonly<Record<string, number>> = {
  'Bamboo boards': 63,
  'Bamboo table': 58,
  Stoneware: 66,
  Porcelain: 71,
  Tea: 54,
}
const RETIRED_PLACE = 7

/** Dollar to yuan when the list prices were made: our own costs are in yuan. */
const LIST_RATE = 7.18

/** The years around a day: the workshop closes a week before the festival and opens ten days after it. */
function shutdownsAround(today: IsoDate): { name: string; from: IsoDate; to: IsoDate }[] {
  const thisYear = Number(today.slice(0, 4))
  return [thisYear - 1, thisYear, thisYear + 1].flatMap((year) => {
    const festival = chineseNewYear(year)
    return festival === undefined
      ? []
      : [{ name: `春节 ${year}`, from: addDays(festival, -7), to: addDays(festival, 10) }]
  })
}

/** Builds our own records. They are as old as the notebook itself. */
export function ourHouse(seed: string, openedAt: EpochMs, today: IsoDate): OurHouse {
  const random = randomFrom(`${seed}/house`)
  const base = () => sampleBase(random, openedAt)
  return {
    settings: {
      ...base(),
      baseCurrency: 'CNY',
      homeCountry: 'CN',
      workingDays: [1, 2, 3, 4, 5],
      companyName: 'Ningbo Heron Bamboo & Ceramics',
      staffDayMinor: STAFF_DAY_MINOR,
      hourMinor: 11_000,
      dayCapacity: 14,
      shutdowns: shutdownsAround(today),
    },
    staff: [
      { ...base(), name: 'Shen Yulan (沈玉兰)', me: true },
      { ...base(), name: 'Guo Ming (郭明)' },
      { ...base(), name: 'Emma Xu' },
    ],
    products: PRODUCTS.map((row, place) => productOf(random, openedAt, today, row, place)),
    channels: {
      fairs: { ...base(), name: 'Trade fairs', ownership: 'rented', kind: 'fair' },
      platform: { ...base(), name: 'B2B platform', ownership: 'rented', kind: 'platform' },
      search: { ...base(), name: 'Search ads', ownership: 'rented', kind: 'ads' },
      website: { ...base(), name: 'Our website', ownership: 'owned', kind: 'site' },
      letter: { ...base(), name: 'Monthly letter', ownership: 'owned', kind: 'email' },
      linkedin: { ...base(), name: 'LinkedIn', ownership: 'rented', kind: 'social' },
      referral: { ...base(), name: 'Referrals', ownership: 'owned', kind: 'referral' },
    },
    plan: { ...base(), ...FAIR_WELCOME },
  }
}

function productOf(
  random: Random,
  openedAt: EpochMs,
  today: IsoDate,
  row: string,
  place: number,
): PricedProduct {
  const [line = '', code = '', name = '', shortName = '', price = '0'] = row.split('|')
  const usdTenThousandths = Number(price)
  const record: Product = {
    ...sampleBase(random, openedAt),
    name,
    code,
    line,
    unit: 'pcs',
    price: { amount: usdTenThousandths, scale: 4, currency: 'USD' },
    ...(COSTED_PERCENT[line] === undefined
      ? {}
      : { unitCost: costOf(usdTenThousandths, COSTED_PERCENT[line]) }),
    moq: `${usdTenThousandths < 1000 ? 20_000 : usdTenThousandths < 30_000 ? 1000 : 300} pcs`,
    // Straws of bamboo went out of fashion; what was sold of them stays.
    ...(place === RETIRED_PLACE ? { retiredOn: addDays(today, -200) } : {}),
  }
  return { record, shortName, usdTenThousandths }
}

function costOf(usdTenThousandths: number, percent: number): UnitPrice {
  const amount = Math.max(1, Math.round((usdTenThousandths * LIST_RATE * percent) / 100))
  return { amount, scale: 4, currency: 'CNY' }
}
