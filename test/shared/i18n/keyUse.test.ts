import path from 'node:path'
import { expect, test } from 'vitest'
import { catalogueOf, isMessageKey } from '#shared/i18n/translator'
import { DYNAMIC_KEYS } from './dynamicKeys'
import { wordsInCode } from './wordsInCode'

const keys = Object.keys(catalogueOf('en'))
const { words, beginnings } = wordsInCode(path.join(import.meta.dirname, '../../..'))

/** The keys of the values that the table lists. */
const wanted = Object.entries(DYNAMIC_KEYS).flatMap(([prefix, values]) =>
  values.map((value) => prefix + value),
)

/** The declared prefixes, and the longer ones below them that the code uses. */
const prefixes = [...Object.keys(DYNAMIC_KEYS), ...beginnings.keys()].filter((prefix) => prefix.endsWith('.'))

/** Whether the code names the key, whole or put together from a declared prefix and words that occur. */
function isUsed(key: string): boolean {
  if (words.has(key) || wanted.includes(key)) return true
  return prefixes.some((prefix) => {
    if (!key.startsWith(prefix)) return false
    const rest = key.slice(prefix.length)
    return words.has(rest) || rest.split('.').every((word) => words.has(word) || words.has(`.${word}`))
  })
}

test('no message is without use', () => {
  expect(keys.filter((key) => !isUsed(key))).toEqual([])
})

test('every prefix that the code puts a key together from is declared', () => {
  const undeclared = [...beginnings].filter(
    ([beginning]) =>
      beginning.endsWith('.') &&
      keys.some((key) => key.startsWith(beginning)) &&
      !Object.keys(DYNAMIC_KEYS).some((prefix) => beginning.startsWith(prefix)),
  )
  expect(undeclared).toEqual([])
})

test('no declared prefix is without use', () => {
  expect(
    Object.keys(DYNAMIC_KEYS).filter(
      (prefix) => ![...beginnings.keys()].some((beginning) => beginning.startsWith(prefix)),
    ),
  ).toEqual([])
})

test('every value that a key is put together from has a message', () => {
  expect(wanted.filter((key) => !isMessageKey(key))).toEqual([])
})

test('an unused key would be found', () => {
  expect(isUsed('lead.nobodyNamesThis')).toBe(false)
  expect(isUsed('error.never.thrown')).toBe(false)
})
