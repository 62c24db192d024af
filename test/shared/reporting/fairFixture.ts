import type { FairReportInput } from '#shared/reporting/fairReportInput'

/** 10:30 in the morning of 19 November 2026 in Kortrijk. */
export const OPENED = Date.UTC(2026, 10, 19, 9, 30)
const HOUR = 3_600_000
const base = (id: string, at = OPENED) => ({
  id,
  schema: 1,
  rev: 1,
  createdAt: at,
  updatedAt: at,
  origin: 'person' as const,
})

const handle = (kind: 'email' | 'phone' | 'wechat' | 'web', value: string) => ({
  kind,
  value,
  entered: value,
})
const customer = (id: string, name: string, country: string | undefined, more: object = {}) => ({
  ...base(id),
  name,
  handles: [],
  stage: 'lead' as const,
  tags: [],
  ...(country === undefined ? {} : { country }),
  sourceTouchpointId: 'fair',
  ...more,
})
const met = (id: string, customerId: string, hours: number, more: object = {}) => ({
  ...base(id, OPENED + hours * HOUR),
  customerId,
  personIds: [`p-${customerId}`],
  kind: 'met' as const,
  direction: 'both' as const,
  at: OPENED + hours * HOUR,
  touchpointId: 'fair',
  ...more,
})
export const cost = (
  id: string,
  category: 'booth' | 'travel' | 'staffDays' | 'freight',
  minor: number,
  currency: string,
  on: string,
  more: object = {},
) => ({ ...base(id), touchpointId: 'fair', category, amount: { minor, currency }, on, ...more })
export const rate = (from: string, to: string, value: string, on: string) => ({
  ...base(`rate-${from}-${on}`),
  from,
  to,
  rate: value,
  on,
})

/** Three leads: one complete, one that looks like a formula and like the third, one with nothing but a name. */
export const FAIR: FairReportInput = {
  fair: {
    ...base('fair'),
    kind: 'fair',
    name: 'Tavola, autumn 2026',
    city: 'Kortrijk',
    halls: ['11.2'],
    booth: 'C34',
    startsOn: '2026-11-18',
    endsOn: '2026-11-21',
    zone: 'Europe/Brussels',
    qualifiers: [{ key: 'role', options: [{ key: 'buys' }, { key: 'owns' }] }],
  },
  customers: [
    customer('a', 'Sjögren & Åkerlund AB', 'SE'),
    customer('b', "=cmd|' /C calc'!A0", 'VN'),
    customer('c', '上海青禾餐饮用品', undefined),
  ],
  people: [
    {
      ...base('p-a'),
      customerId: 'a',
      fullName: 'Astrid Sjögren',
      title: 'buyer',
      handles: [handle('email', 'astrid@sjogren.example'), handle('phone', '+46705550142')],
    },
    {
      ...base('p-b'),
      customerId: 'b',
      fullName: '+1+1',
      handles: [handle('phone', '+46705550142'), handle('wechat', 'anh_b')],
    },
    {
      ...base('p-c'),
      customerId: 'c',
      fullName: '王思远',
      handles: [handle('web', 'https://qinghe.example')],
    },
  ],
  interactions: [
    met('m-a', 'a', 0, {
      staffId: 'staff-linh',
      grade: 'A',
      answers: [{ question: 'role', value: 'buys' }],
      productIds: ['bowl'],
    }),
    met('m-b', 'b', 1, { grade: 'B', text: 'Lid glue smells <hot> & "sticky"', productIds: ['bowl', 'lid'] }),
    met('m-c', 'c', 26),
    {
      ...met('w-a', 'a', 5),
      kind: 'message',
      direction: 'out',
      touchpointId: undefined,
      touchKey: 'enrolled/thanks/0',
    },
    met('elsewhere', 'a', -900, { touchpointId: 'other' }),
  ],
  promises: [
    { ...base('pr-a'), customerId: 'a', by: 'us', text: 'Food-contact test report', dueOn: '2026-11-23' },
    {
      ...base('pr-b', OPENED + 2 * HOUR),
      customerId: 'b',
      by: 'them',
      text: 'Drawing',
      dueOn: '2026-11-19',
    },
    {
      ...base('pr-old', OPENED - 9 * HOUR),
      customerId: 'b',
      by: 'us',
      text: 'Long ago',
      dueOn: '2026-01-01',
    },
  ],
  consents: [
    {
      ...base('co-a'),
      customerId: 'a',
      carrier: 'email',
      purpose: 'followUp',
      state: 'given',
      at: OPENED,
      wording: 'May we write?',
    },
  ],
  orders: [
    {
      ...base('o-a'),
      customerId: 'a',
      on: '2026-11-20',
      currency: 'USD',
      lines: [],
      total: { minor: 1_000_00, currency: 'USD' },
      status: 'open',
      milestones: [],
    },
  ],
  plans: [
    {
      ...base('plan'),
      planKey: 'fairWelcome',
      version: 1,
      steps: [
        { key: 'thanks', title: 'Thanks', timing: { unit: 'days', count: 0 }, intent: 'neutral' },
        { key: 'piece', title: 'Useful piece', timing: { unit: 'days', count: 7 }, intent: 'value' },
      ],
    },
  ],
  enrolments: [
    { ...base('enrolled'), customerId: 'a', planId: 'plan', startsOn: '2026-11-19', touchpointId: 'fair' },
  ],
  touches: [],
  products: [
    { ...base('bowl'), name: 'Bowl 16, matt sand' },
    { ...base('lid'), name: 'Bamboo lid 16' },
  ],
  costs: [
    cost('c1', 'booth', 30_000_00, 'CNY', '2026-11-01'),
    cost('c2', 'travel', 1_200_00, 'USD', '2026-11-17', { note: 'Flights' }),
    cost('c3', 'staffDays', 600_00, 'EUR', '2026-11-19', {
      staffDays: { days: '4', price: { minor: 150_00, currency: 'EUR' } },
    }),
  ],
  staff: [{ ...base('staff-linh'), name: 'Linh' }],
  rates: [rate('CNY', 'USD', '0.14', '2026-11-01'), rate('USD', 'EUR', '0.9', '2026-11-10')],
  baseCurrency: 'USD',
  workingDays: [1, 2, 3, 4, 5],
  language: 'en',
  zone: 'Europe/Brussels',
  // The evening of the second day with leads: 20 November, 18:00.
  now: Date.UTC(2026, 10, 20, 17),
}
