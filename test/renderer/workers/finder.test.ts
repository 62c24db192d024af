import { expect, test } from 'vitest'
import type { Customer } from '#shared/records/customer'
import type { Person } from '#shared/records/person'
import { createSearchIndex } from '#shared/search/searchIndex'
import { customerDocument, DOCUMENT_VERSION } from '../../../renderer/workers/customerDocument'
import { loadPinyin } from '../../../renderer/workers/pinyinSpelling'

const base = { schema: 1, rev: 1, createdAt: 1, updatedAt: 1, origin: 'person' } as const
const customer: Customer = {
  ...base,
  id: 'qinghe',
  name: '上海青禾餐饮用品有限公司',
  handles: [],
  stage: 'lead',
  tags: [],
}
const person: Person = { ...base, id: 'p', customerId: 'qinghe', fullName: '王思远', handles: [] }

test('Chinese names are found by characters, by their sound and by the initials of it', async () => {
  const index = createSearchIndex()
  const content = { customer, people: [person], facts: [], interactions: [] }
  index.put(customerDocument(content, await loadPinyin()))
  for (const query of ['wsy', 'wangsiyuan', 'Wang Siyuan', 'siyuan', 'qinghe', 'shqh', '青禾', '远', '王思'])
    expect(index.search(query).ids, query).toEqual(['qinghe'])
  expect(index.search('wyq').ids).toEqual([])
})

test('without the tables names are found as they are written', () => {
  const index = createSearchIndex()
  index.put(customerDocument({ customer, people: [person], facts: [], interactions: [] }))
  expect(index.search('思远').ids).toEqual(['qinghe'])
  expect(index.search('wsy').ids).toEqual([])
})

test('whoever changes what is made of a customer raises its version, or searches that were kept go stale', async () => {
  const phone = { kind: 'phone' as const, value: '+862112345678', entered: '021 1234 5678' }
  const content = {
    customer: {
      ...customer,
      latinName: 'Qinghe Tableware',
      otherNames: ['Qinghe'],
      tags: ['hotel'],
      city: 'Shanghai',
      address: 'Zhongshan Rd 1',
      custom: { colour: 'celadon', cartons: 3 },
      handles: [phone],
    },
    people: [{ ...person, latinName: 'Wang Siyuan', title: 'Buyer', custom: { likes: 'tea' } }],
    facts: [{ ...base, id: 'f', customerId: 'qinghe', kind: 'need' as const, text: 'no plastic' }],
    interactions: [
      {
        ...base,
        id: 'i',
        customerId: 'qinghe',
        kind: 'call' as const,
        direction: 'out' as const,
        at: 77,
        subject: 'Lids for bowls',
        text: 'asked about lids',
      },
    ],
  }
  const { id, rank, fields } = customerDocument(content as never, await loadPinyin())
  const texts = fields.map(({ text, weight }) => `${weight} ${text.slice(0, 40)}`)
  expect({ version: DOCUMENT_VERSION, id, rank, texts }).toEqual({
    version: 2,
    id: 'qinghe',
    rank: 77,
    texts: [
      '7 上海青禾餐饮用品有限公司',
      '7 Qinghe Tableware',
      '7 Qinghe',
      '6 王思远',
      '6 Wang Siyuan',
      '5 shang shanghaiqinghecanyinyongpin shqhcy',
      '5 wang wangsiyuan wsy si siyuan sy yuan',
      '4 +862112345678',
      '4 021 1234 5678',
      '2 hotel',
      '2 Shanghai',
      '2 Zhongshan Rd 1',
      '2 Buyer',
      '2 celadon',
      '2 tea',
      '2 no plastic',
      '2 Lids for bowls',
      '2 asked about lids',
    ],
  })
})
