import type { LanguageChoice } from '#shared/i18n/languages'
import type { FairReportInput } from '#shared/reporting/fairReportInput'
import { testId } from '../changes/memoryNotebook'
import { FAIR, OPENED } from './fairFixture'

const LONG = '上海青禾国际餐饮用品设备进出口贸易有限责任公司华东区第二采购中心（家居与酒店用品事业部）'
const BASE = { schema: 1, rev: 1, createdAt: OPENED, updatedAt: OPENED, origin: 'person' as const }

/** A busy fair: every lead with a long name, a promise and products, half of them with grade A. */
export function manyLeads(count: number, language: LanguageChoice): FairReportInput {
  const all = Array.from({ length: count }, (_, index) => index + 1)
  return {
    ...FAIR,
    language,
    zone: 'Asia/Shanghai',
    now: OPENED + 9 * 3_600_000,
    fair: { ...FAIR.fair, name: `${LONG} 2026 秋季` },
    customers: all.map((number) => ({
      ...BASE,
      id: testId(number),
      name: `${LONG} ${number}`,
      country: 'CN',
      handles: [],
      stage: 'lead',
      tags: [],
      sourceTouchpointId: 'fair',
    })),
    people: all.map((number) => ({
      ...BASE,
      id: testId(10_000 + number),
      customerId: testId(number),
      fullName: `Nguyễn Phúc Tôn Nữ Thị Ngọc Ánh Dương Công Tằng ${number}`,
      handles: [{ kind: 'phone', value: `+8613800138${number}`, entered: `+8613800138${number}` }],
    })),
    interactions: all.map((number) => ({
      ...BASE,
      id: testId(20_000 + number),
      customerId: testId(number),
      personIds: [testId(10_000 + number)],
      kind: 'met',
      direction: 'both',
      at: OPENED + number * 150_000,
      touchpointId: 'fair',
      grade: number % 2 === 0 ? 'A' : 'C',
      productIds: ['bowl', 'lid', 'p3', 'p4', 'p5', 'p6', 'p7'],
      text: 'Wants matt glazes, earth colours, no gold rim; asks for drawings.\nSecond line.',
    })),
    promises: all.map((number) => ({
      ...BASE,
      createdAt: OPENED + number * 150_000,
      id: testId(30_000 + number),
      customerId: testId(number),
      by: 'us',
      text: 'Food-contact test report for matt sand bowls with every glaze in the autumn collection',
      dueOn: number % 3 === 0 ? '2026-11-17' : '2026-11-23',
    })),
    consents: [],
    orders: [],
    enrolments: [],
    products: ['bowl', 'lid', 'p3', 'p4', 'p5', 'p6', 'p7'].map((id) => ({
      ...BASE,
      id,
      name: `Stoneware bowl 16 cm, matt sand, with bamboo lid and linen band, ${id}`,
    })),
    costs: FAIR.costs.map((cost) => ({ ...cost, amount: { ...cost.amount, currency: 'JPY' } })),
  }
}
