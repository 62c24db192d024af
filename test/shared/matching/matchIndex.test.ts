import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MatchCustomer, MatchPerson, MatchQuery } from '../../../shared/matching/match'
import { createMatchIndex, type MatchIndex } from '../../../shared/matching/matchIndex'
import { spell } from '../duplicates/pages'

const BEP: MatchCustomer = {
  id: 'c1',
  name: 'Công ty CP Bếp Xanh',
  country: 'VN',
  handles: [{ kind: 'email', value: 'info@bepxanh.example', entered: 'info@bepxanh.example' }],
}
const ANH: MatchPerson = {
  id: 'p1',
  fullName: 'Trần Thị Ngọc Ánh',
  handles: [
    { kind: 'phone', value: '+84905550173', entered: '0905 550 173' },
    { kind: 'email', value: 'ngocanh@bepxanh.example', entered: 'ngocanh@bepxanh.example' },
    { kind: 'wechat', value: 'ngocanh_88', entered: 'ngocanh_88' },
  ],
}
const QINGHE: MatchCustomer = { id: 'c2', name: '上海青禾餐饮用品有限公司', country: 'CN', handles: [] }
const WANG: MatchPerson = { id: 'p2', fullName: '王思远', latinName: 'Siyuan Wang', handles: [] }
const SJOGREN: MatchCustomer = {
  id: 'c3',
  name: 'Sjögren & Åkerlund AB',
  country: 'SE',
  website: 'https://www.sjogren.example/om',
  handles: [{ kind: 'phone', value: '08-123 45 67', entered: '08-123 45 67' }],
}
const FERRARIS: MatchCustomer = { id: 'c4', name: 'Casa Ferraris Srl', country: 'IT', handles: [] }
const MARCO: MatchPerson = {
  id: 'p4',
  fullName: 'Marco Ferraris',
  handles: [{ kind: 'email', value: 'sales@ferraris.example', entered: 'sales@ferraris.example' }],
}

function notebook(): MatchIndex {
  const index = createMatchIndex()
  index.put(BEP, [ANH])
  index.put(QINGHE, [WANG])
  index.put(SJOGREN, [])
  index.put(FERRARIS, [MARCO])
  return index
}

/** Customer, person and codes of the first hit: `c1 p1 sameEmail`. */
function best(query: MatchQuery): string {
  const [match] = notebook().find(query, 5)
  if (!match) return ''
  return [match.customerId, match.personId ?? '-', ...match.reasons.map((reason) => reason.code)].join(' ')
}

describe('names that sound alike', () => {
  test.each<[MatchQuery, string]>([
    [{ person: 'Wang Siyuan' }, 'c2 p2 spelledName'],
    [{ person: 'Siyuan Wang' }, 'c2 p2 spelledName'],
    [{ company: 'Qingchuan' }, 'c2 - spelledCompany'],
    [{ person: '王思远' }, 'c2 p2 sameName'],
    [{ person: '欧阳修' }, 'c5 p5 spelledName'],
  ])('%o', (query, expected) => {
    const index = createMatchIndex(spell)
    index.put({ ...QINGHE, name: '青川有限公司', country: 'CN' }, [{ ...WANG, latinName: undefined }])
    index.put({ id: 'c5', name: 'Ouyang Tableware', handles: [] }, [
      { id: 'p5', fullName: 'Ou Yangxiu', handles: [] },
    ])
    const [match] = index.find(query, 1)
    expect(
      [match?.customerId, match?.personId ?? '-', ...(match?.reasons ?? []).map(({ code }) => code)].join(
        ' ',
      ),
    ).toBe(expected)
  })
})

describe('met before?', () => {
  test.each<[MatchQuery, string]>([
    [{ emails: ['NgocAnh@BepXanh.example'] }, 'c1 p1 sameEmail sameDomain'],
    [{ phones: ['+84 905 550 173'] }, 'c1 p1 samePhone'],
    [{ phones: ['0905.550.173'] }, 'c1 p1 samePhone'],
    [{ phones: ['550173'] }, 'c1 p1 samePhone'],
    [{ phones: ['0905 550'] }, 'c1 p1 samePhone'],
    [{ phones: ['+84 905 550 1'] }, 'c1 p1 samePhone'],
    [{ phones: ['+46 8 123 45 67'] }, 'c3 - samePhone'],
    [{ handles: [{ kind: 'wechat', value: 'NgocAnh_88' }] }, 'c1 p1 sameHandle'],
    [{ domain: 'www.bepxanh.example' }, 'c1 - sameDomain'],
    [{ emails: ['astrid@sjogren.example'] }, 'c3 - sameDomain'],
    [{ company: 'BEP XANH' }, 'c1 - sameCompany'],
    [{ company: 'Bếp X' }, 'c1 - similarCompany'],
    [{ company: 'Xanh bep' }, 'c1 - similarCompany'],
    [{ company: 'akerlund' }, 'c3 - similarCompany'],
    [{ company: 'Sjorgen Akerlund' }, 'c3 - similarCompany'],
    [{ company: '青禾' }, 'c2 - similarCompany'],
    [{ company: '青禾餐饮用品' }, 'c2 - similarCompany'],
    [{ company: '上海青禾餐饮用品' }, 'c2 - sameCompany'],
    [{ person: 'Ngoc Anh Tran Thi' }, 'c1 p1 sameName'],
    [{ person: 'ngoc a' }, 'c1 p1 partOfName'],
    [{ person: 'Anh Ngoc' }, 'c1 p1 partOfName'],
    [{ person: '思远' }, 'c2 p2 partOfName'],
    [{ person: 'Wang Siyuan' }, 'c2 p2 sameName'],
    [{ person: 'Wang Syiuan' }, ''],
    [{ person: 'Marco Feraris' }, 'c4 p4 similarName'],
    [{ person: 'Marco Ferraris', company: 'Casa Ferraris' }, 'c4 p4 sameCompany sameName'],
    [{}, ''],
    [{ company: '', person: ' ', emails: [''], phones: [''], handles: [], domain: '' }, ''],
    [{ company: '青' }, ''],
    [{ phones: ['12345'] }, ''],
    [{ emails: ['ngocanh@gmail.com'] }, ''],
  ])('%j -> %s', (query, expected) => {
    expect(best(query)).toBe(expected)
  })

  test('a department never stands for a person', () => {
    expect(notebook().find({ emails: ['sales@ferraris.example'] }, 5)).toEqual([
      {
        customerId: 'c4',
        score: 0.88,
        reasons: [
          { code: 'sameEmail', params: { value: 'sales@ferraris.example', role: true } },
          { code: 'sameDomain', params: { domain: 'ferraris.example' } },
        ],
      },
    ])
  })

  test('numbers that only end alike in two countries are not the same', () => {
    expect(best({ phones: ['+49 905 550 173'] })).toBe('')
  })

  test('several reasons add up, and a namesake abroad counts less', () => {
    const index = notebook()
    index.put({ id: 'c9', name: 'Bep Xanh GmbH', country: 'DE', handles: [] }, [])
    const found = index.find({ company: 'Bep Xanh', person: 'Tran Thi Ngoc Anh', country: 'VN' }, 5)
    expect(found.map((match) => [match.customerId, match.personId, match.score])).toEqual([
      ['c1', 'p1', 0.91],
      ['c9', undefined, 0.6],
    ])
  })

  test('a very common word identifies nobody by itself, but still helps', () => {
    const index = createMatchIndex()
    for (let at = 0; at < 2000; at++)
      index.put({ id: `t${at}`, name: `Trading ${at + 1000}x`, handles: [] }, [])
    index.put(FERRARIS, [])
    expect(index.find({ company: 'trading' }, 5)).toEqual([])
    expect(index.find({ company: 'trading 1007x' }, 1)).toMatchObject([{ customerId: 't7' }])
  })

  test('deleted customers and people are not offered', () => {
    const index = notebook()
    index.put({ ...BEP, deletedAt: 1 }, [ANH])
    index.put(FERRARIS, [{ ...MARCO, deletedAt: 1 }])
    expect(index.find({ company: 'Bep Xanh', person: 'Marco', phones: ['0905550173'] }, 5)).toEqual([])
    expect(index.size()).toBe(3)
  })
})

describe('incremental equals full', () => {
  const name = fc
    .array(
      fc.constantFrom(
        'Bếp',
        'Xanh',
        'Bora',
        'Sjögren',
        'Sjogern',
        'Trading',
        '青禾餐饮',
        '上海青禾',
        '王思远',
        'Anna',
        'Ltd',
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((words) => words.join(' '))
  const handle = fc.constantFrom(
    { kind: 'phone', value: '+84905550173', entered: '' },
    { kind: 'phone', value: '0905 550 173', entered: '' },
    { kind: 'phone', value: '0905 550 173', entered: '' },
    { kind: 'email', value: 'info@x.example', entered: '' },
    { kind: 'email', value: 'anna@x.example', entered: '' },
    { kind: 'line', value: 'anna', entered: '' },
    { kind: 'web', value: 'x.example', entered: '' },
  )
  const handles = fc.array(handle, { maxLength: 3 })
  const id = fc.nat(6).map((number) => `c${number}`)
  const put = fc.record({
    customer: fc.record({ id, name, handles, country: fc.constantFrom(undefined, 'VN', 'DE') }),
    people: fc.uniqueArray(fc.record({ id: fc.constantFrom('p1', 'p2'), fullName: name, handles }), {
      selector: (person) => person.id,
      maxLength: 2,
    }),
  })
  const step = fc.oneof({ weight: 4, arbitrary: put }, { weight: 1, arbitrary: id })
  const queries: MatchQuery[] = [
    { company: 'Bếp Xa' },
    { company: 'Sjogren', country: 'DE' },
    { company: '青禾' },
    { person: 'Bora Anna' },
    { person: '王思远', phones: ['905550173'], emails: ['anna@x.example'] },
    { phones: ['550173'], handles: [{ kind: 'line', value: 'Anna' }] },
    { company: 'Trading', person: 'Trading', domain: 'x.example' },
  ]

  test('any sequence of puts and removals answers like a fresh index', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const index = createMatchIndex()
        const state = new Map<string, { customer: MatchCustomer; people: MatchPerson[] }>()
        for (const change of steps) {
          if (typeof change === 'string') {
            index.remove(change)
            state.delete(change)
          } else {
            index.put(change.customer, change.people)
            state.set(change.customer.id, change)
          }
          index.find({ company: 'Bep' }, 3)
        }
        const fresh = createMatchIndex()
        for (const { customer, people } of [...state.values()].reverse()) fresh.put(customer, people)
        expect(index.size()).toBe(fresh.size())
        for (const query of queries) expect(index.find(query, 10)).toEqual(fresh.find(query, 10))
      }),
      { numRuns: 300 },
    )
  })
})
