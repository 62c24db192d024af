import { expect, test } from 'vitest'
import { parseMinutes } from '#shared/importing/values/duration'

test.each([
  ['59', 59],
  ['58.6', 59],
  ['58 minutes', 58],
  ['1 minute', 1],
  ['1 hour 2 minutes', 62],
  ['1 hr, 2 min', 62],
  ['1h 2m 40s', 63],
  ['58m 51s', 59],
  ['20s', 0],
  ['1:02:10', 62],
  ['٥', undefined],
  ['--', undefined],
  ['', undefined],
  ['1:02', undefined],
  ['soon', undefined],
  ['999999', undefined],
])('%s -> %s', (text, minutes) => {
  expect(parseMinutes(text)).toBe(minutes)
})
