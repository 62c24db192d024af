import {
  channel,
  customer,
  DAY,
  FROZEN_AT,
  fair,
  frozenId,
  line,
  money,
  offer,
  photo,
  piece,
  pinned,
  product,
  staff,
  type Whole,
} from './wholeParts'

/** Our own house: channels, money, time, settings, what came in and went out. */
export const houseWhole: {
  readonly [T in
    | 'channels'
    | 'touchpoints'
    | 'staff'
    | 'costs'
    | 'hours'
    | 'rates'
    | 'traffic'
    | 'products'
    | 'settings'
    | 'reports'
    | 'imports'
    | 'importMappings'
    | 'exports'
    | 'erasures']: Whole<T>
} = {
  channels: {
    id: channel,
    fields: { name: 'Fairs', nameKey: 'channel.fairs', ownership: 'rented', kind: 'fair' },
  },
  touchpoints: {
    id: fair,
    fields: {
      kind: 'fair',
      channelId: channel,
      offerIds: [offer],
      budget: { minor: 9_000_000, currency: 'CNY' },
      externalKey: 'google-ads/77/bowls',
      contentId: piece,
      series: 'Tavola',
      name: 'Tavola, autumn 2025',
      city: 'Kortrijk',
      country: 'BE',
      zone: 'Europe/Brussels',
      startsOn: DAY,
      endsOn: '2025-11-21',
      halls: ['1', '2B'],
      booth: '2B-114',
      staffIds: [staff],
      currency: 'EUR',
      qualifiers: [
        {
          key: 'qualifier.volume',
          label: 'Volume',
          options: [{ key: 'container', label: 'A container' }, { key: 'pallet' }],
        },
      ],
    },
  },
  staff: { id: staff, fields: { name: '林晓', me: true } },
  costs: {
    id: frozenId(14),
    fields: {
      touchpointId: fair,
      channelId: channel,
      category: 'staffDays',
      coversFrom: DAY,
      coversTo: '2026-11-18',
      campaign: 'Bowls, autumn',
      contentId: piece,
      country: 'CL',
      sourceKey: 'google-ads/77/bowls/2025-11-19',
      amount: { minor: 3_000_000, currency: 'CNY' },
      staffDays: { days: '7.5', price: { minor: 400_000, currency: 'CNY' } },
      on: DAY,
      note: 'three of us',
      attachmentIds: [photo],
    },
  },
  hours: {
    id: frozenId(53),
    fields: {
      on: DAY,
      minutes: 90,
      kind: 'quote',
      staffId: staff,
      customerId: customer,
      touchpointId: fair,
      channelId: channel,
      note: 'carton drawings',
    },
  },
  rates: { id: frozenId(18), fields: pinned },
  traffic: {
    id: frozenId(60),
    fields: {
      channelId: channel,
      touchpointId: fair,
      contentId: piece,
      productId: product,
      what: 'Organic Search',
      from: DAY,
      to: '2025-11-30',
      impressions: 12_000,
      clicks: 340,
      visits: 300,
      visitors: 280,
      engagedVisits: 150,
      conversions: 4.5,
      enquiries: 6,
      orders: 1,
      revenue: money,
      kind: 'public',
      sourceKey: 'ga4/41/organic/2025-11-19',
    },
  },
  products: {
    id: product,
    fields: {
      name: 'Bowl 16, matt sand',
      code: 'B16-MS',
      line: 'Bowls',
      unit: 'pcs',
      price: line.unitPrice,
      unitCost: line.unitCost,
      moq: '500 a colour',
      attachmentIds: [photo],
      retiredOn: DAY,
    },
  },
  settings: {
    id: frozenId(21),
    fields: {
      baseCurrency: 'CNY',
      homeCountry: 'CN',
      companyName: 'Ningbo Brightwell',
      workingDays: [1, 2, 3, 4, 5, 6],
      staffDayMinor: 400_000,
      hourMinor: 50_000,
      rateMaxAgeDays: 31,
      retentionMonths: 36,
      shutdowns: [{ name: '春节', from: '2026-02-10', to: '2026-02-24' }],
      holidayOverrides: [{ country: 'CN', on: '2026-02-14', kind: 'working', name: '调休' }],
      dayCapacity: 25,
      frequencyCapDays: 3,
      giveAskRatio: 3,
      warmth: { halfLifeDays: 45, weights: { 'met/both': 6 } },
      customFields: [
        {
          id: frozenId(47),
          table: 'customers',
          name: 'Colour',
          kind: 'choice',
          options: ['sand', 'slate'],
          inBrief: true,
          retiredAt: FROZEN_AT,
        },
      ],
    },
  },
  reports: {
    id: frozenId(58),
    fields: {
      name: 'Monthly review',
      kind: 'monthly',
      options: { from: DAY, months: 1, charts: true, channels: [channel] },
    },
  },
  imports: {
    id: frozenId(16),
    fields: {
      fileName: '询盘导出_gbk.csv',
      format: 'alibaba-enquiries',
      fileHash: 'b7'.repeat(32),
      counts: { created: 28, updated: 2, same: 1, duplicate: 3, rejected: 4 },
      touchpointId: fair,
      channelId: channel,
    },
  },
  importMappings: {
    id: frozenId(54),
    fields: {
      fingerprint: 'e6'.repeat(20),
      name: '展会名单',
      format: 'table',
      columns: { 公司: 'company.name' },
      rules: { 'company.name': 'fillEmpty' },
      dateOrder: 'ymd',
      decimalMark: '.',
      touchpointId: fair,
      channelId: channel,
      usedAt: FROZEN_AT,
    },
  },
  exports: {
    id: frozenId(26),
    fields: {
      subject: 'history',
      format: 'csvExcel',
      table: 'orders',
      scope: 'listed',
      hashed: true,
      counts: { rows: 12, withEmail: 9, withPhone: 7, photos: 1, leftOut: 3 },
      staffId: staff,
    },
  },
  erasures: {
    id: frozenId(52),
    fields: {
      at: FROZEN_AT,
      salt: 'c4'.repeat(16),
      hashes: ['d5'.repeat(32)],
      reason: 'request',
      counts: { customers: 1, interactions: 12 },
    },
  },
}
