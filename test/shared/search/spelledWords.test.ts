import { expect, test } from 'vitest'
import { createSearchIndex, FIELD_WEIGHT } from '#shared/search/searchIndex'
import { spelledWords } from '#shared/search/spelledWords'

test('a name is found by each syllable, by what follows from there in one row, and by its initials', () => {
  expect(spelledWords(['wang', 'si', 'yuan'])).toBe('wang wangsiyuan wsy si siyuan sy yuan')
  expect(spelledWords(['li'])).toBe('li')
  expect(spelledWords([])).toBe('')
})

test('the words of a long name grow with its length and no faster', () => {
  const words = (syllables: number) => spelledWords(Array(syllables).fill('zhuang')).length
  expect(words(60)).toBeLessThan(12 * (6 + 8 * 6 + 8 + 3))
  expect(words(60)).toBe(words(600))
})

test('typing goes from the first letter to the whole name without losing the hit; a literal one comes first', () => {
  const index = createSearchIndex()
  const spelled = (id: string, syllables: readonly string[]) =>
    index.put({ id, rank: 2, fields: [{ text: spelledWords(syllables), weight: FIELD_WEIGHT.spelling }] })
  spelled('wang', ['wang', 'si', 'yuan'])
  spelled('qinghe', ['shang', 'hai', 'qing', 'he', 'can', 'yin', 'yong', 'pin'])
  index.put({ id: 'wangs', rank: 1, fields: [{ text: 'Wangs Trading', weight: FIELD_WEIGHT.name }] })
  for (const query of ['wsy', 'wangsiyuan', 'wang siyuan', 'wang si yuan', 'siyuan'])
    for (let typed = 2; typed <= query.length; typed += 1)
      expect(index.search(query.slice(0, typed)).ids, query.slice(0, typed)).toContain('wang')
  for (const query of ['qinghe', 'shanghai qinghe', 'qhcy', 'shqh'])
    expect(index.search(query).ids, query).toEqual(['qinghe'])
  expect(index.search('wang').ids).toEqual(['wangs', 'wang'])
})
