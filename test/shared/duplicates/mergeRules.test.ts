import { expect, test } from 'vitest'
import { DuplicateIndex } from '#shared/duplicates/duplicateIndex'
import { pairKey } from '#shared/duplicates/duplicatePair'
import { groupsByRule } from '#shared/duplicates/mergeRules'
import { testId } from '../changes/memoryNotebook'
import { profile } from './pages'

const ANNA = 'email:anna@alfa.example'
const BO = 'email:bo@alfa.example'

function index(): DuplicateIndex {
  const pages = new DuplicateIndex()
  pages.put(profile(3, { name: 'Alfa Home', addresses: [ANNA] }))
  pages.put(profile(5, { name: 'ALFA HOME GmbH', addresses: [ANNA, BO] }))
  pages.put(profile(4, { name: 'Alfa home', addresses: [BO] }))
  pages.put(profile(6, { name: 'Somebody else', addresses: [ANNA] }))
  pages.compare(Number.POSITIVE_INFINITY)
  return pages
}

test('the oldest page is kept and the others go into it, each tied by the rule to one of them', () => {
  const pages = index()
  expect(
    groupsByRule(
      pages.found(),
      'emailAndCompany',
      (id) => pages.createdAt(id) ?? 0,
      () => false,
    ),
  ).toEqual([{ keptId: testId(3), goingIds: [testId(4), testId(5)] }])
})

test('a group with two that are known not to be the same is left to the person', () => {
  const pages = index()
  const told = pairKey(testId(4), testId(3))
  const areDistinct = (one: string, other: string) => pairKey(one, other) === told
  expect(groupsByRule(pages.found(), 'emailAndCompany', () => 0, areDistinct)).toEqual([])
})
