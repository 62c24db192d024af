import type { RecordOf, TableName } from '#shared/records/tables'

export type Own<T extends TableName> = Omit<RecordOf<T>, keyof Base>

export interface Base {
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
export const DAY = '2025-11-19'

/** A UUIDv7 that counts up, apart from those of the sample. */
export function frozenId(number: number): string {
  return `0190b6f2-7b1c-7c33-8f5e-${number.toString(16).padStart(12, '0')}`
}

export const [customer, person, fair, staff, product, interaction, plan, enrolment, promise, quote, photo] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
].map(frozenId) as [string, string, string, string, string, string, string, string, string, string, string]

export const [channel, carrier, offer, piece, position, segment, template] = [40, 41, 42, 43, 44, 45, 46].map(
  frozenId,
) as [string, string, string, string, string, string, string]

export const money = { minor: 768_000, currency: 'USD' } as const
export const pinned = { from: 'USD', to: 'CNY', rate: '7.1034', on: DAY } as const
export const line = {
  productId: product,
  description: 'Bowl 16, matt sand',
  quantity: '4000',
  unit: 'pcs',
  unitPrice: { amount: 192, scale: 2, currency: 'USD' },
  unitCost: { amount: 131, scale: 2, currency: 'USD' },
} as const
export const trade = {
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
export const handle = {
  kind: 'email',
  value: 'valentina@araucaria.example',
  entered: 'Valentina@Araucaria.example',
  label: 'work',
  preferred: true,
} as const
export const externalIds = [{ scheme: 'google', value: 'c1842' }]

export const wholePerson: Own<'people'> = {
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
export const wholeCustomer: Own<'customers'> = {
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
  isShell: true,
  keptUntil: DAY,
  keptNote: 'their frame contract runs on',
  externalIds,
}
/** The two who were merged, as they were before. */
export const [loser, loserPerson] = [frozenId(30), frozenId(31)]
export const base = {
  schema: 1,
  rev: 1,
  createdAt: FROZEN_AT,
  updatedAt: FROZEN_AT,
  origin: 'person',
} as const

/** One record of a table, in which no field is left out. */
export type Whole<T extends TableName> = { readonly id: string; readonly fields: Own<T> }
