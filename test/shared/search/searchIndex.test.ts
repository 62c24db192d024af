import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../shared/matching/fold'
import {
  createSearchIndex,
  FIELD_WEIGHT,
  loadSearchIndex,
  type SearchDocument,
  type SearchHits,
  type SearchIndex,
} from '../../../shared/search/searchIndex'

const WORDS = [
  ...[
    'Sjögren',
    'Åkerlund',
    'Bếp',
    'Xanh',
    'Đồ',
    'Gỗ',
    'An',
    'Nhiên',
    "O'Brien",
    'Jean-Luc',
    'Müller',
    'Straße',
  ],
  ...[
    '拾光選物有限公司',
    '上海青禾餐饮用品',
    '林怡君',
    '株式会社トヨタ',
    'がま',
    'かま',
    '삼성전자',
    '김민수',
    'บริษัท',
    '碗',
  ],
  ...[
    'מטבח',
    'הגליל',
    'בע״מ',
    'شركة',
    'النور',
    'أحمد',
    'Ромашка',
    'Ёлка',
    'Αθήνα',
    'दिल्ली',
    '٢٠٢٦',
    'ＡＢＣ',
  ],
  ...[
    'glaze',
    'lids',
    'Q-291',
    '16cm',
    'ngocanh@bepxanh.example',
    '2026-11-27',
    'naïve',
    'İstanbul',
    '𠮷野家',
  ],
]
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\u30fc]/u

const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(' '))
const documents = fc.uniqueArray(
  fc.record({
    id: fc.nat(200).map(String),
    rank: fc.nat(50),
    fields: fc.array(fc.record({ text, weight: fc.constantFrom(...Object.values(FIELD_WEIGHT)) }), {
      maxLength: 3,
    }),
  }),
  { selector: (document) => document.id, maxLength: 25 },
)

function filled(all: readonly SearchDocument[]): SearchIndex {
  const index = createSearchIndex()
  for (const document of all) index.put(document)
  return index
}

function ids(hits: SearchHits): string[] {
  return [...hits.ids].sort()
}

/** What anybody would write first: fold, then look at the start of every word, or anywhere for Han and co. */
function scan(all: readonly SearchDocument[], query: string): string[] {
  const wanted = fold(query)
  const hit = (field: string): boolean =>
    UNSPACED.test(wanted)
      ? fold(field).includes(wanted)
      : fold(field)
          .split(/[^\p{L}\p{M}\p{N}]+/u)
          .some((word) => word.startsWith(wanted))
  return all
    .filter((document) => document.fields.some((field) => hit(field.text)))
    .map((document) => document.id)
}

function put(id: string, name: string, more: Partial<SearchDocument> = {}): SearchDocument {
  return { id, rank: 0, fields: [{ text: name, weight: FIELD_WEIGHT.name }], ...more }
}

describe('recall', () => {
  test('finds everything that a scan finds: starts of words in any script, any part of unspaced ones', () => {
    const query = fc.constantFrom(...WORDS).chain((word) => {
      const [part = ''] = word.match(/[\p{L}\p{M}\p{N}]+/u) ?? []
      const chars = [...part]
      return fc
        .tuple(fc.nat(chars.length - 1), fc.integer({ min: 1, max: chars.length }))
        .map(([from, length]) =>
          UNSPACED.test(part) ? chars.slice(from, from + length).join('') : chars.slice(0, length).join(''),
        )
        .filter((candidate) => /^[\p{L}\p{N}]/u.test(candidate))
    })
    fc.assert(
      fc.property(documents, query, (all, wanted) => {
        const found = new Set(filled(all).search(wanted, { limit: 1000 }).ids)
        expect(scan(all, wanted).filter((id) => !found.has(id))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('adds nothing for one or two unspaced characters', () => {
    const query = fc.constantFrom('限公', '青', '司', '公司', '민수', '社ト', '𠮷', 'が')
    fc.assert(
      fc.property(documents, query, (all, wanted) => {
        expect(ids(filled(all).search(wanted, { limit: 1000 }))).toEqual(scan(all, wanted).sort())
      }),
    )
  })

  test.each([
    ['ake', 'Sjögren & Åkerlund'],
    ['obrien', "Pat O'Brien"],
    ['brien', "Pat O'Brien"],
    ['jeanluc', 'Jean-Luc Picard'],
    ['do go', 'Đồ Gỗ An Nhiên'],
    ['strasse', 'Straße 5'],
    ['בעמ', 'מטבח בע״מ'],
    ['احمد', 'أحمد'],
    ['2026', '٢٠٢٦'],
    ['0905550', '+84 905 550 173'],
    ['0905 550 1', '+84905550173'],
    ['+84 905', '+84 905 550 173'],
    ['84905550', '+84 905 550 173'],
    ['550173', '+84905550173'],
    ['0084905', '+84905550173'],
    ['bepxanh', 'ngocanh@bepxanh.example'],
    ['ngocanh@bepxanh.ex', 'ngocanh@bepxanh.example'],
  ])('finds %s in %s', (query, name) => {
    expect(filled([put('a', name), put('b', 'Casa Ferraris')]).search(query)).toMatchObject({ ids: ['a'] })
  })

  test('does not take one kana for another, nor a letter for a missing word', () => {
    const index = filled([put('a', 'かま'), put('b', 'Zeta')])
    expect(index.search('が')).toEqual({ ids: [], total: 0 })
    expect(index.search('zeta q')).toEqual({ ids: [], total: 0 })
    expect(index.search(' .,; ')).toEqual({ ids: [], total: 0 })
  })
})

describe('typing mistakes', () => {
  const index = filled([put('a', 'Ferraris Casa'), put('b', 'Wójcik Hurt'), put('c', 'Almacén Rojas')])
  test.each([
    ['feraris', ['a']],
    ['ferrraris', ['a']],
    ['ferarris', ['a']],
    ['gerraris', ['a']],
    ['ferrariz casa', ['a']],
    ['wojick', ['b']],
    ['almacne roj', ['c']],
    ['hur casa', []],
    ['cas', ['a']],
    ['kas', []],
  ])('%s finds %j', (query, expected) => {
    expect(index.search(query).ids).toEqual(expected)
  })

  test('come after exact hits, and only where these are few', () => {
    const few = filled([put('exact', 'Berglund'), put('near', 'Bergland', { rank: 9 })])
    expect(few.search('berglund').ids).toEqual(['exact', 'near'])
    const many = filled([
      ...Array.from({ length: 5 }, (_, at) => put(`e${at}`, 'Berglund')),
      put('near', 'Bergland'),
    ])
    expect(many.search('berglund').ids).toEqual(['e0', 'e1', 'e2', 'e3', 'e4'])
  })
})

describe('order', () => {
  test('is by the weakest field a word was found in, then the newest, then the id', () => {
    const index = filled([
      { id: 'note', rank: 9, fields: [{ text: 'glaze bowl', weight: FIELD_WEIGHT.note }] },
      { id: 'old', rank: 1, fields: [{ text: 'Glaze Bowl', weight: FIELD_WEIGHT.name }] },
      { id: 'new2', rank: 2, fields: [{ text: 'Glaze Bowl', weight: FIELD_WEIGHT.name }] },
      { id: 'new1', rank: 2, fields: [{ text: 'Glaze Bowl', weight: FIELD_WEIGHT.name }] },
      {
        id: 'mixed',
        rank: 8,
        fields: [
          { text: 'Glaze', weight: FIELD_WEIGHT.name },
          { text: 'bowl', weight: FIELD_WEIGHT.person },
        ],
      },
    ])
    expect(index.search('glaze bo')).toEqual({ ids: ['new1', 'new2', 'old', 'mixed', 'note'], total: 5 })
    expect(index.search('glaze bo', { limit: 2 }).ids).toEqual(['new1', 'new2'])
  })

  test('the first hits of a short list are those of a long one', () => {
    fc.assert(
      fc.property(
        documents,
        fc.constantFrom('a', 'x', 'glaze', '公司', 'an nh', 'b'),
        fc.nat(8),
        (all, query, limit) => {
          const index = filled(all)
          const short = index.search(query, { limit: limit + 1 })
          const long = index.search(query, { limit: 1000 })
          const exactHits = 'total' in long && long.ids.length >= 5
          if (exactHits) expect(short.ids).toEqual(long.ids.slice(0, limit + 1))
          if ('totalAtLeast' in short) expect(short.totalAtLeast).toBeLessThanOrEqual(long.ids.length)
        },
      ),
    )
  })

  test('a prefix that thousands hold is answered in the same order, with its count', () => {
    const all = Array.from({ length: 6000 }, (_, at) =>
      put(`d${at}`, at % 3 === 0 ? 'Zeta' : `Alpha${at} Amber${at}`, { rank: (at * 7919) % 6007 }),
    )
    const index = filled(all)
    const expected = all
      .filter((_, at) => at % 3 !== 0)
      .sort((a, b) => b.rank - a.rank)
      .map((document) => document.id)
    expect(index.search('a')).toEqual({ ids: expected.slice(0, 50), total: 4000 })
    for (const id of expected.slice(0, 230)) index.remove(id)
    expect(index.search('a').ids).toEqual(expected.slice(230, 280))
  })
})

describe('edits', () => {
  const step = fc.oneof(
    { weight: 3, arbitrary: documents.map((all) => ({ put: all, remove: [] as string[] })) },
    {
      weight: 1,
      arbitrary: fc.array(fc.nat(200).map(String)).map((remove) => ({ put: [] as SearchDocument[], remove })),
    },
  )
  const queries = ['a', 'xanh', '公司', '青', 'glaze', 'an nhien', 'obrien', 'sjorgen', '2026']

  test('any sequence of puts, searches and removals answers like a fresh index', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.boolean(), (steps, viaBytes) => {
        let index = createSearchIndex()
        const state = new Map<string, SearchDocument>()
        for (const { put: added, remove } of steps) {
          for (const document of added) {
            index.put(document)
            state.set(document.id, document)
          }
          index.search('a')
          for (const id of remove) {
            index.remove(id)
            state.delete(id)
          }
        }
        if (viaBytes) index = loadSearchIndex(index.save()) ?? createSearchIndex()
        const fresh = filled([...state.values()])
        expect(index.size()).toBe(state.size)
        for (const query of queries) {
          expect(index.search(query, { limit: 1000 }).ids).toEqual(fresh.search(query, { limit: 1000 }).ids)
        }
      }),
    )
  })
})

describe('bytes', () => {
  const saved = filled([put('a', '拾光選物有限公司'), put('b', 'Sjögren')]).save()

  test('come back as the same index', () => {
    const index = loadSearchIndex(saved)
    expect(index?.search('光選').ids).toEqual(['a'])
    expect(index?.search('sjog').ids).toEqual(['b'])
    expect(loadSearchIndex(createSearchIndex().save())?.size()).toBe(0)
  })

  test('are refused when damaged, cut, of another version or something else', () => {
    for (let at = 0; at < saved.length; at++) {
      const damaged = saved.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 0x10
      expect(loadSearchIndex(damaged)).toBeUndefined()
    }
    expect(loadSearchIndex(saved.slice(0, -4))).toBeUndefined()
    expect(loadSearchIndex(new Uint8Array())).toBeUndefined()
    expect(loadSearchIndex(new TextEncoder().encode('{"orchard":true}'))).toBeUndefined()
  })

  test('may lie anywhere in a larger buffer', () => {
    const larger = new Uint8Array(saved.length + 3)
    larger.set(saved, 3)
    expect(loadSearchIndex(larger.subarray(3))?.size()).toBe(2)
  })
})
