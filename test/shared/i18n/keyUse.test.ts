import path from 'node:path'
import { expect, test } from 'vitest'
import { catalogueOf, isMessageKey } from '#shared/i18n/catalogues'
import { DYNAMIC_KEYS } from './dynamicKeys'
import { wordsInCode } from './wordsInCode'

const keys = Object.keys(catalogueOf('en'))
const { words, beginnings } = wordsInCode(path.join(import.meta.dirname, '../../..'))

/** The keys of the values that the table lists. */
const wanted = Object.entries(DYNAMIC_KEYS).flatMap(([prefix, values]) =>
  values.map((value) => prefix + value),
)

/**
 * Prefixes whose values are not listed in the table, and the longer ones that the code uses: below them a key counts
 * as used where the code quotes the rest of it.
 */
const open = Object.keys(DYNAMIC_KEYS).filter((prefix) => DYNAMIC_KEYS[prefix]?.length === 0)
const prefixes = [
  ...open,
  ...[...beginnings.keys()].filter(
    (beginning) => beginning.endsWith('.') && open.some((prefix) => beginning.startsWith(prefix)),
  ),
]

/** Whether the code quotes the key, or puts it together from a declared prefix and a listed or quoted rest. */
function isUsed(key: string): boolean {
  if (words.has(key) || wanted.includes(key)) return true
  return prefixes.some((prefix) => key.startsWith(prefix) && isQuoted(key.slice(prefix.length)))
}

/** Whole, or in the pieces of a template: `${room}.${reason}`, `report.${reason}`, `${name}.why`. */
function isQuoted(rest: string): boolean {
  const parts = rest.split('.')
  return (
    words.has(rest) ||
    (parts.length > 1 &&
      parts.every((part) => words.has(part) || words.has(`.${part}`) || words.has(`${part}.`)))
  )
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
  // Names of variables are no use of a key, nor are words that a listed family does not list.
  expect(isUsed('error.parts')).toBe(false)
  expect(isUsed('settings.version')).toBe(false)
})
