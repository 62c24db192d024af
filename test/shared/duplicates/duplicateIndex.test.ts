import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DuplicateIndex } from '#shared/duplicates/duplicateIndex'
import { pairKey } from '#shared/duplicates/duplicatePair'
import { pairKeysOf } from '#shared/duplicates/pairKeys'
import { keyNumber } from '#shared/matching/keyNumber'
import { testId } from '../changes/memoryNotebook'
import { type PageWords, profile } from './pages'

function indexOf(pages: ReadonlyMap<number, PageWords>): DuplicateIndex {
  const index = new DuplicateIndex()
  for (const [number, words] of pages) index.put(profile(number, words))
  index.compare(Number.POSITIVE_INFINITY)
  return index
}

const words: fc.Arbitrary<PageWords> = fc.record(
  {
    name: fc.constantFrom('Alfa Home', 'Alfa Home GmbH', 'Alfa Hone', 'Beta', '青川', 'Qing Chuan'),
    country: fc.constantFrom('DE', 'CN'),
    website: fc.constantFrom('alfa.example', 'beta.example'),
    addresses: fc.array(fc.constantFrom('email:info@alfa.example', 'phone:+84905550173', 'wechat:an7'), {
      maxLength: 2,
    }),
    person: fc.constantFrom('Anna Berg', 'Berg Anna', '王思远', 'Siyuan Wang'),
  },
  { requiredKeys: ['name'] },
)

test('what is found depends on the pages alone, whatever came and went and in which portions it was compared', () => {
  const steps = fc.array(
    fc.record({
      number: fc.integer({ min: 1, max: 60 }),
      words: fc.option(words, { nil: undefined }),
      portion: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 150, size: 'max' },
  )
  fc.assert(
    fc.property(steps, (walk) => {
      const index = new DuplicateIndex()
      const pages = new Map<number, PageWords>()
      for (const { number, words: said, portion } of walk) {
        if (said === undefined) {
          pages.delete(number)
          index.remove(testId(number))
        } else {
          pages.set(number, said)
          index.put(profile(number, said))
        }
        index.compare(portion)
      }
      index.compare(Number.POSITIVE_INFINITY)
      expect(index.found()).toEqual(indexOf(pages).found())
      const [first] = index.found()
      const without = new Set(first === undefined ? [] : [pairKey(first.aId, first.bId), 'nobody knows'])
      for (const limit of [0, 1, 3, 1000]) {
        const left = indexOf(pages)
          .found()
          .slice(without.size === 0 ? 0 : 1)
        expect(index.strongest(limit, without)).toEqual({ pairs: left.slice(0, limit), total: left.length })
      }
    }),
    { numRuns: 150 },
  )
})

test('two pages that are found have met under a key', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [one, other] = [profile(1, a), profile(2, b)]
      const keys = new Set(pairKeysOf(one).map(({ key }) => key))
      const meet = pairKeysOf(other).some(({ key }) => keys.has(key))
      const found = indexOf(
        new Map([
          [1, a],
          [2, b],
        ]),
      ).found()
      expect(found.length === 0 || meet).toBe(true)
    }),
  )
})

test('comparing goes on where it stopped', () => {
  const index = new DuplicateIndex()
  for (let number = 1; number <= 5; number += 1) index.put(profile(number, { name: 'Alfa Home' }))
  expect([index.compare(2), index.compare(2), index.compare(2)]).toEqual([3, 1, 0])
  expect(index.found()).toHaveLength(10)
})

test('a name that half the notebook bears leads nowhere, and does again when it has become rare', () => {
  const index = new DuplicateIndex()
  for (let number = 1; number <= 21; number += 1) index.put(profile(number, { name: 'Hem' }))
  index.compare(Number.POSITIVE_INFINITY)
  expect(index.found()).toEqual([])
  for (let number = 3; number <= 21; number += 1) index.remove(testId(number))
  index.compare(Number.POSITIVE_INFINITY)
  expect(index.found().map(({ aId, bId }) => [aId, bId])).toEqual([[testId(1), testId(2)]])
})

test('two whose keys are different texts with one number are not taken for having met', () => {
  const one = { name: 'Alfa Home', person: 'Anna Berg', addresses: ['wechat:an4064'] }
  const other = { name: 'Beta Haus', person: 'Anna Berg', addresses: ['wechat:an198260'] }
  const numbersOf = (said: PageWords) => pairKeysOf(profile(1, said)).map(({ key }) => keyNumber(key))
  expect(numbersOf(one).filter((number) => numbersOf(other).includes(number))).toHaveLength(1)
  const pages = new Map([
    [1, one],
    [2, other],
  ])
  expect(indexOf(pages).found()).toEqual([])
})
