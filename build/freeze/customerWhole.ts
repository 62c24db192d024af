import {
  base,
  channel,
  customer,
  DAY,
  enrolment,
  FROZEN_AT,
  fair,
  frozenId,
  interaction,
  line,
  loser,
  loserPerson,
  money,
  offer,
  person,
  photo,
  piece,
  position,
  product,
  promise,
  quote,
  staff,
  trade,
  type Whole,
  wholeCustomer,
  wholePerson,
} from './wholeParts'

/** What stands on a customer's page. */
export const customerWhole: {
  readonly [T in
    | 'customers'
    | 'people'
    | 'relations'
    | 'facts'
    | 'interactions'
    | 'promises'
    | 'samples'
    | 'quotes'
    | 'orders'
    | 'payments'
    | 'appointments'
    | 'attachments'
    | 'stageMoves'
    | 'distinctions'
    | 'merges']: Whole<T>
} = {
  customers: { id: customer, fields: wholeCustomer },
  people: { id: person, fields: wholePerson },
  relations: {
    id: frozenId(19),
    fields: { fromId: customer, toId: frozenId(24), kind: 'referredBy', note: 'met at dinner' },
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
  samples: {
    id: frozenId(20),
    fields: {
      customerId: customer,
      personId: person,
      on: DAY,
      what: '4 bowls',
      productIds: [product],
      courier: 'DHL',
      trackingNumber: '44 7192 0386',
      outcome: 'liked the sand one',
      outcomeOn: DAY,
    },
  },
  quotes: {
    id: quote,
    fields: { ...trade, lines: [line], validUntil: '2025-12-31', moq: '500 a colour', status: 'open' },
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
  stageMoves: {
    id: frozenId(22),
    fields: { customerId: customer, from: 'lead', to: 'quote', at: FROZEN_AT, reason: 'quote Q-318' },
  },
  distinctions: { id: frozenId(25), fields: { aId: customer, bId: frozenId(24) } },
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
}
