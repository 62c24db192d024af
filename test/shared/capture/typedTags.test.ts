import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tagsLine, tagsOfLine } from '../../../shared/capture/typedTags'

test('tags are read between commas of any script, without their sign, each once', () => {
  expect(tagsOfLine(' #bamboo, key account，竹制品、#bamboo;; ')).toEqual(['bamboo', 'key account', '竹制品'])
})

test('an emptied line has no tags', () => {
  expect(tagsOfLine('  ')).toEqual([])
})

test('tags without separators come back from their line as they were', () => {
  const tag = fc.stringMatching(/^[a-z竹0-9]([a-z竹0-9 ]*[a-z竹0-9])?$/)
  fc.assert(
    fc.property(fc.uniqueArray(tag), (tags) => {
      expect(tagsOfLine(tagsLine(tags))).toEqual(tags)
    }),
  )
})
