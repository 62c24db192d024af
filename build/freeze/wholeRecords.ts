import type { RecordOf, TableName } from '#shared/records/tables'

type Own<T extends TableName> = Omit<RecordOf<T>, keyof Base>

interface Base {
  readonly id: string
  readonly schema: number
  readonly rev: number
  readonly createdAt: number
  readonly updatedAt: number
  readonly deletedAt?: number | undefined
  readonly origin: RecordOf<'products'>['origin']
  readonly extra?: Record<string, string> | undefined
  readonly custom?: Record<string, string | number | boolean> | undefined
}

/** 19 November 2025, 10:00 UTC. */
export const FROZEN_AT = 1_763_546_400_000
const DAY = '2025-11-19'

/** A UUIDv7 that counts up, apart from those of the sample. */
export function frozenId(number: number): string {
  return `0190b6f2-7b1c-7c33-8f5e-${number.toString(16).padStart(12, '0')}`
}

const [customer, person, fair, staff, product, interaction, plan, enrolment, promise, quote, photo] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
].map(frozenId) as [string, string, string, string, string, string, string, string, string, string, string]

const [channel, carrier, offer, piece, position, segment, template] = [40, 41, 42, 43, 44, 45, 46].map(
  frozenId,
) as [string, string, string, string, string, string, string]

const money = { minor: 768_000, currency: 'USD' } as const
const pinned = { from: 'USD', to: 'CNY', rate: '7.1034', on: DAY } as const
const line = {
  productId: product,
  description: 'Bowl 16, matt sand',
  quantity: '4000',
  unit: 'pcs',
  unitPrice: { amount: 192, scale: 2, currency: 'USD' },
  unitCost: { amount: 131, scale: 2, currency: 'USD' },
} as const
const trade = {
  customerId: customer,
  personId: person,
  number: 'Q-318',
  on: DAY,
  currency: 'USD',
  lines: [line],
  total: money,
  incoterm: 'CIF',
  place: 'San Antonio',
  paymentTerms: '30 % deposit, 70 % against B/L',
  leadTimeDays: 45,
  rate: pinned,
  touchpointId: fair,
  channelId: channel,
  staffId: staff,
  sourceKey: 'alibaba/260318001',
  note: 'lids wait for the label proof',
} as const
const handle = {
  kind: 'email',
  value: 'valentina@araucaria.example',
  entered: 'Valentina@Araucaria.example',
  label: 'work',
  preferred: true,
} as const
const externalIds = [{ scheme: 'google', value: 'c1842' }]

const wholePerson: Own<'people'> = {
  customerId: customer,
  fullName: '王思远',
  latinName: 'Wang Siyuan',
  firstName: '思远',
  lastName: '王',
  salutation: '女士',
  title: '采购经理',
  role: 'decides',
  leftOn: DAY,
  birthday: '05-17',
  language: 'zh-Hans',
  otherNames: ['Siyuan Wang'],
  handles: [handle],
  externalIds,
  mergedIntoId: frozenId(32),
}
const wholeCustomer: Own<'customers'> = {
  name: 'Distribuidora Araucaria SpA',
  latinName: 'Distribuidora Araucaria SpA',
  country: 'CL',
  city: 'Santiago',
  address: 'Av. Ejemplo 100',
  region: 'Región Metropolitana',
  postalCode: '8320000',
  website: 'https://www.araucaria.example',
  zone: 'America/Santiago',
  language: 'es-CL',
  handles: [{ kind: 'phone', value: '+56955500142', entered: '+56 9 5550 0142' }],
  stage: 'quote',
  grade: 'A',
  tags: ['bamboo', '竹制品'],
  sourceTouchpointId: fair,
  sourceChannelId: channel,
  staffId: staff,
  preferredCarrier: 'whatsapp',
  otherNames: ['Araucaria'],
  mergedIntoId: frozenId(29),
  furtherSourceIds: [frozenId(28)],
  externalIds,
}
/** The two who were merged, as they were before. */
const [loser, loserPerson] = [frozenId(30), frozenId(31)]
const base = { schema: 1, rev: 1, createdAt: FROZEN_AT, updatedAt: FROZEN_AT, origin: 'person' } as const

/** For every table one record in which no field is left out: what a schema's frozen snapshot must be able to carry. */
const WHOLE: { readonly [T in TableName]: { readonly id: string; readonly fields: Own<T> } } = {
  appointments: {
    id: frozenId(50),
    fields: {
      customerId: customer,
      personId: person,
      kind: 'review',
      title: 'Quarterly review',
      startsAt: FROZEN_AT,
      minutes: 30,
      zone: 'America/Santiago',
      place: 'WeChat',
      note: 'ask for the second shop',
      touchpointId: fair,
      interactionId: interaction,
      doneAt: FROZEN_AT,
    },
  },
  carriers: {
    id: carrier,
    fields: {
      name: 'Monthly letter',
      nameKey: 'carrier.letter',
      kind: 'emailList',
      handleKind: 'email',
      rank: 'main',
      region: 'LatAm',
      language: 'es',
      url: 'https://ours.example/letter',
      note: 'first Tuesday',
      retiredAt: FROZEN_AT,
    },
  },
  engagements: {
    id: frozenId(51),
    fields: {
      customerId: customer,
      personId: person,
      kind: 'opened',
      at: FROZEN_AT,
      day: DAY,
      count: 3,
      minutes: 12,
      contentId: piece,
      offerId: offer,
      carrierId: carrier,
      touchpointId: fair,
      campaign: 'November letter',
      sourceKey: 'mailchimp/8a1/anna',
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
  memberships: {
    id: frozenId(55),
    fields: {
      carrierId: carrier,
      customerId: customer,
      personId: person,
      joinedAt: FROZEN_AT,
      leftAt: FROZEN_AT,
      leftReason: 'unsubscribed',
      touchpointId: fair,
      offerId: offer,
      consentId: frozenId(13),
      sourceKey: 'mailchimp/8a1',
    },
  },
  offers: {
    id: offer,
    fields: {
      name: 'White paper for an address',
      nameKey: 'offer.whitePaper',
      contentId: piece,
      carrierId: carrier,
      wording: 'May I send you our monthly letter?',
      retiredAt: FROZEN_AT,
    },
  },
  payments: {
    id: frozenId(56),
    fields: {
      customerId: customer,
      orderId: frozenId(17),
      on: DAY,
      amount: { minor: 230_400, currency: 'USD' },
      kind: 'deposit',
      reference: 'TT 8841',
      sourceKey: 'wise/8841',
      note: 'less bank fee',
    },
  },
  positions: {
    id: position,
    fields: {
      kind: 'value',
      text: 'Bamboo that does not mould on a ship',
      answersIds: [frozenId(57)],
      productLines: ['Bowls'],
      retiredAt: FROZEN_AT,
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
  segments: {
    id: segment,
    fields: {
      name: 'Quiet, once warm',
      nameKey: 'segment.quiet',
      rule: {
        all: [
          { field: 'stage', op: 'in', value: ['order', 'repeat'] },
          {
            any: [
              { field: 'warmth', op: 'below', value: 20 },
              { none: [{ field: 'hasEmail', op: 'is', value: true }] },
            ],
          },
          { field: 'country', op: 'unknown' },
        ],
      },
      excludedIds: [frozenId(24)],
    },
  },
  segmentSnapshots: {
    id: frozenId(59),
    fields: { segmentId: segment, on: DAY, memberIds: [customer] },
  },
  templates: {
    id: template,
    fields: {
      name: 'Thank-you',
      templateKey: 'fairWelcome.thanks',
      variants: [
        { language: 'es', carrier: 'email', subject: 'Gracias', text: 'Hola {{person.firstName|}}' },
      ],
      contentId: piece,
      retiredAt: FROZEN_AT,
    },
  },
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
  attachments: {
    id: photo,
    fields: {
      hash: 'a3f5'.repeat(16),
      mediaType: 'image/jpeg',
      sizeBytes: 48_211,
      fileName: 'card.jpg',
      purpose: 'card',
      customerId: customer,
    },
  },
  channels: {
    id: channel,
    fields: { name: 'Fairs', nameKey: 'channel.fairs', ownership: 'rented', kind: 'fair' },
  },
  consents: {
    id: frozenId(13),
    fields: {
      customerId: customer,
      personId: person,
      carrier: 'email',
      address: handle.value,
      purpose: 'newsletter',
      state: 'given',
      at: FROZEN_AT,
      wording: 'May I send you our monthly letter?',
      wordingVersion: '1',
      wordingLanguage: 'en',
      touchpointId: fair,
      staffId: staff,
      offerId: offer,
      attachmentIds: [photo],
    },
  },
  content: {
    id: piece,
    fields: {
      title: 'Five mistakes with bamboo',
      kind: 'whitePaper',
      status: 'published',
      positionIds: [position],
      productLines: ['Bowls'],
      topic: 'mould',
      editions: [
        {
          language: 'es',
          title: 'Cinco errores',
          attachmentId: photo,
          url: 'https://ours.example/es',
          version: '2',
          expiresOn: '2026-12-31',
        },
      ],
      on: DAY,
      leadMagnet: true,
      staffId: staff,
      note: 'translate into French',
      retiredAt: FROZEN_AT,
    },
  },
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
  customers: { id: customer, fields: wholeCustomer },
  distinctions: { id: frozenId(25), fields: { aId: customer, bId: frozenId(24) } },
  enrolments: {
    id: enrolment,
    fields: {
      planId: plan,
      customerId: customer,
      personId: person,
      startsOn: DAY,
      zone: 'America/Santiago',
      touchpointId: fair,
      promiseId: promise,
      pausedAt: FROZEN_AT,
      pausedReason: 'reply',
      endedAt: FROZEN_AT,
      endedReason: 'goal',
      aboutId: quote,
      segmentId: segment,
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
  facts: {
    id: frozenId(15),
    fields: {
      customerId: customer,
      personId: person,
      kind: 'taboo',
      text: 'Casa Quillay: they parted in a quarrel',
      learntOn: DAY,
      source: 'fair',
      interactionId: interaction,
      private: true,
      positionId: position,
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
  interactions: {
    id: interaction,
    fields: {
      customerId: customer,
      personIds: [person],
      kind: 'met',
      direction: 'both',
      at: FROZEN_AT,
      day: DAY,
      zone: 'Europe/Berlin',
      carrier: 'whatsapp',
      touchpointId: fair,
      staffId: staff,
      channelId: channel,
      subject: 'Bowls',
      minutes: 25,
      contentId: piece,
      offerId: offer,
      text: 'Wants $17,900 of bowls. !photos tomorrow',
      private: true,
      answers: [{ question: 'qualifier.volume', value: 'container' }],
      grade: 'A',
      productIds: [product],
      attachmentIds: [photo],
      touchKey: `${enrolment}/thanks/0`,
      sourceKey: 'whatsapp:7f3a',
    },
  },
  merges: {
    id: frozenId(27),
    fields: {
      winnerId: customer,
      loserId: loser,
      loser: { ...base, ...wholeCustomer, id: loser, name: 'Araucaria' },
      fields: ['name', 'grade'],
      was: { name: 'Araucaria SpA' },
      became: { name: 'Distribuidora Araucaria SpA', grade: 'A' },
      people: [
        {
          winnerId: person,
          loser: { ...base, ...wholePerson, id: loserPerson, customerId: loser },
          fields: ['title'],
          was: {},
          became: { title: '采购经理' },
        },
      ],
      touched: [
        {
          table: 'interactions',
          id: interaction,
          fields: ['customerId'],
          was: { customerId: loser },
          became: { customerId: customer },
        },
      ],
      unmergedAt: FROZEN_AT,
    },
  },
  orders: {
    id: frozenId(17),
    fields: {
      ...trade,
      lines: [line],
      quoteId: quote,
      status: 'open',
      costOfGoods: money,
      contentId: piece,
      milestones: [{ kind: 'deposit', dueOn: DAY, doneOn: DAY }],
    },
  },
  people: { id: person, fields: wholePerson },
  plans: {
    id: plan,
    fields: {
      planKey: 'fairWelcome',
      version: 2,
      nameKey: 'plan.fairWelcome.name',
      name: 'Fair welcome, ours',
      steps: [
        {
          key: 'thanks',
          titleKey: 'plan.fairWelcome.thanks',
          title: 'Thank-you',
          timing: { unit: 'days', count: 0 },
          intent: 'value',
          templateKey: 'fairWelcome.thanks',
          onlyIf: 'promised',
          carriers: ['email', 'whatsapp'],
          contentId: piece,
          templateId: template,
          staffId: staff,
          conditions: [
            { on: 'reply', is: false },
            { on: 'order', is: false },
            { on: 'opened', is: true, contentId: piece },
            { on: 'warmth', min: 20, max: 90 },
            { on: 'stage', stages: ['lead', 'enquiry'] },
            { on: 'fact', kind: 'pain', is: true },
          ],
        },
        { key: 'question', timing: { unit: 'businessDays', count: 14 }, intent: 'ask' },
        { key: 'letter', timing: { unit: 'monthly' }, intent: 'value' },
        { key: 'review', timing: { unit: 'quarterly' }, intent: 'neutral' },
        {
          key: 'season',
          timing: { unit: 'yearly', anchor: 'chineseNewYear', offsetDays: -14 },
          intent: 'value',
        },
      ],
      goal: 'sample',
      pauseOn: ['reply'],
      stopOn: ['optOut', 'lost'],
      quietDays: 5,
      giveAskRatio: 3,
      retiredAt: FROZEN_AT,
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
  promises: {
    id: promise,
    fields: {
      customerId: customer,
      personId: person,
      by: 'us',
      text: 'photos',
      dueOn: DAY,
      doneAt: FROZEN_AT,
      interactionId: interaction,
    },
  },
  quotes: {
    id: quote,
    fields: { ...trade, lines: [line], validUntil: '2025-12-31', moq: '500 a colour', status: 'open' },
  },
  rates: { id: frozenId(18), fields: pinned },
  relations: {
    id: frozenId(19),
    fields: { fromId: customer, toId: frozenId(24), kind: 'referredBy', note: 'met at dinner' },
  },
  samples: {
    id: frozenId(20),
    fields: {
      customerId: customer,
      personId: person,
      on: DAY,
      what: '4 bowls',
      courier: 'DHL',
      trackingNumber: '44 7192 0386',
      outcome: 'liked the sand one',
      outcomeOn: DAY,
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
          retiredAt: FROZEN_AT,
        },
      ],
    },
  },
  staff: { id: staff, fields: { name: '林晓', me: true } },
  stageMoves: {
    id: frozenId(22),
    fields: { customerId: customer, from: 'lead', to: 'quote', at: FROZEN_AT, reason: 'quote Q-318' },
  },
  touches: {
    id: frozenId(23),
    fields: {
      enrolmentId: enrolment,
      customerId: customer,
      stepKey: 'thanks',
      occurrence: 0,
      action: 'skipped',
      on: DAY,
      interactionId: interaction,
      reason: 'met again on Thursday',
      carrier: 'email',
      contentId: piece,
    },
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
}

/** The whole records of all tables, each with a tombstone beside it. */
export function wholeRecords(
  schema: number,
): { readonly table: TableName; readonly record: Base & Record<string, unknown> }[] {
  return (Object.keys(WHOLE) as TableName[]).sort().flatMap((table, index) => {
    const { id, fields } = WHOLE[table]
    const record = {
      id,
      schema,
      rev: 3,
      createdAt: FROZEN_AT,
      updatedAt: FROZEN_AT + 60_000,
      origin: 'import' as const,
      extra: { Saison: 'Herbst' },
      custom: { colour: 'sand', pallets: 4, vip: true },
      ...fields,
    }
    const tombstone = { ...record, id: frozenId(1_000 + index), deletedAt: FROZEN_AT + 90_000 }
    return [
      { table, record },
      { table, record: tombstone },
    ]
  })
}
