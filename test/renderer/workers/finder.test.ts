import { expect, test } from 'vitest'
import type { Customer } from '#shared/records/customer'
import type { Person } from '#shared/records/person'
import { createSearchIndex } from '#shared/search/searchIndex'
import { customerDocument } from '../../../renderer/workers/customerDocument'
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
