import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isolated, keptApart } from '../../../renderer/i18n/keptApart'

const ENGLISH: Record<string, string> = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../../shared/i18n/en.json'), 'utf8'),
)

test('what people wrote is kept apart from the line, what is counted or chosen is not', () => {
  const values = { name: 'Monthly letter “Clay & Bamboo”', count: 3, what: 'card' }
  expect(keptApart(values)).toEqual({ ...values, name: isolated('Monthly letter “Clay & Bamboo”') })
  expect(keptApart(undefined)).toBeUndefined()
})

test('no message chooses its wording by what people wrote', () => {
  const chosenBy = Object.values(ENGLISH).flatMap((message) =>
    [...message.matchAll(/\{(\w+), (?:select|plural|selectordinal)/g)].map(([, name]) => name ?? ''),
  )
  const marked = chosenBy.filter((name) => keptApart({ [name]: 'x' })?.[name] !== 'x')
  expect(marked).toEqual([])
})
