import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRedactor, isSearched } from '#shared/erasing/redact'
import { BLANK } from '#shared/erasing/shells'

test.each([
  ['info@chan-chao.example', 'write to info@chan-chao.example today', `write to ${BLANK} today`],
  ['+66 80-000 (0002)', 'call +66 80-000  (0002).', `call ${BLANK}.`],
  ['Anna [Ana] Nord*', 'met anna [ana] nord* again', `met ${BLANK} again`],
  ['Anna Nord', 'Joanna Nordlund', 'Joanna Nordlund'],
  ['王思远', '请王思远看', `请${BLANK}看`],
])('%s is found as it is written and nowhere else', (word, text, redacted) => {
  expect(createRedactor([word])?.(text)).toBe(redacted)
})

test('whatever somebody is called, a text that is nothing but the name loses it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 4, maxLength: 30 }), (word) => {
      fc.pre(isSearched(word.trim()))
      expect(createRedactor([word.trim()])?.(word.trim())).toBe(BLANK)
    }),
    { examples: [['a-b.c@d-e'], ['(x)[y]{z}'], ['$&\\1|^*'], ['a/b/c-d']] },
  )
})
