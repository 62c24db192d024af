import { fairOf } from './fairs'
import type { Preset } from './preset'

// Rates and averages can be worked out again, and none may be added up.
const RATES =
  /^(ctr|clickthroughrate|avg\.?|cpc|cpm|costconv|costper|conv\.rate|点击率|平均|商机成本|.*率$)|rate$/

/** What a network says of a campaign besides figures. */
const STATES: Preset['columns'] = {
  'Campaign status': 'none',
  'Campaign delivery': 'none',
  'Campaign type': 'none',
  'Campaign ID': 'none',
  'Result indicator': 'extra',
  Ends: 'none',
}

const ads: Preset = {
  columns: STATES ?? {},
  patterns: [{ header: RATES, target: 'none' }],
  costCategory: 'ads',
}

/** Google Ads: the period stands in the second line unless there is a column for the day. */
export const googleAds: Preset = { ...ads, channel: 'google-ads' }

/** Meta Ads Manager; one ad comes once for each placement. Reach counts people and is no sum of anything. */
export const metaAds: Preset = {
  ...ads,
  columns: { ...STATES, Reach: 'extra', 'Link clicks': 'count.clicks', Results: 'count.conversions' },
  channel: 'meta-ads',
}

/** LinkedIn's campaign performance: dates as in the United States, the period in the lines above. */
export const linkedinAds: Preset = {
  ...ads,
  columns: {
    ...STATES,
    'Start Date (in UTC)': 'period.from',
    'End Date (in UTC)': 'period.to',
    'Account Name': 'figure.account',
    'Campaign Group Name': 'extra',
    'Total Spent': 'amount',
    Leads: 'count.conversions',
  },
  dateOrder: 'mdy',
  channel: 'linkedin-ads',
}

/** TikTok Ads Manager. */
export const tiktokAds: Preset = { ...ads, channel: 'tiktok-ads' }

/** Alibaba's advertising reports, day by day or product by product; always in CNY, whatever the orders are in. */
export const alibabaAds: Preset = {
  ...ads,
  columns: { 产品ID: 'none', 产品型号: 'extra', 产品信息: 'figure.what', 商机量: 'count.conversions' },
  patterns: [
    { header: RATES, target: 'none' },
    { header: /^l1/, target: 'extra' },
  ],
  currency: 'CNY',
  subject: 'P4P',
  channel: 'alibaba',
}

/** What the shop's products or keywords brought, from Alibaba's data reports. */
export const alibabaProducts: Preset = {
  columns: {
    产品ID: 'none',
    产品名称: 'figure.what',
    关键词: 'figure.what',
    词: 'figure.what',
    搜索曝光次数: 'count.impressions',
    搜索点击次数: 'count.clicks',
    访问人数: 'count.visitors',
    询盘个数: 'count.enquiries',
    提交订单个数: 'count.orders',
    产品负责人: 'none',
    是否橱窗: 'extra',
    是否顶展: 'extra',
    是否P4P: 'extra',
  },
  patterns: [{ header: RATES, target: 'none' }],
  subject: 'shop',
  channel: 'alibaba',
}

/**
 * Google Analytics, any report with sessions: the first column is what the report divides by, under whatever name. A
 * file over several months without a date in its rows is one period.
 */
export const ga4: Preset = {
  columns: {
    'Date range': 'period.compared',
    Date: 'date',
    'Year month': 'period.range',
    Month: 'period.range',
    'Event count': 'extra',
    Conversions: 'count.conversions',
    'Key events': 'count.conversions',
    'Active users': 'count.visitors',
    'Total users': 'count.visitors',
    'New users': 'extra',
  },
  patterns: [
    { header: /rate$|^average|persession|^taux/, target: 'none' },
    {
      header: /channelgroup|source|medium|^firstuser|landingpage|pagepath|^country$|canaux|channelgruppe/,
      target: 'figure.what',
    },
  ],
  account: (lines) => lines.flatMap((line) => /^# Property:\s*(.+)$/.exec(line)?.[1] ?? [])[0],
  channel: 'website',
}

/** Google Search Console: search terms or pages; the files name no days. */
export const searchConsole: Preset = {
  columns: {
    'Top queries': 'figure.what',
    'Top pages': 'figure.what',
    Clicks: 'count.clicks',
    Impressions: 'count.impressions',
    Position: 'extra',
  },
  patterns: [{ header: RATES, target: 'none' }],
  channel: 'website',
}

/** A list of expenses, as they are kept for a fair: its title names the fair, each row is a payment. */
export const costList: Preset = { eachLine: true, touchpoint: fairOf }
