import { expect, test } from 'vitest'
import { chooseSelf } from '#shared/importing/self'

test.each([
  ['the word of the person', ['Ana', 'Me'], { chosen: 'Ana' }, 'Ana', 'import.why.chosen'],
  ['a name like Me', ['Ana', '我'], {}, '我', 'import.why.ownName'],
  [
    'the one the file is not named after',
    ['Ana', 'Bo'],
    { fileName: 'Chat with Bo.txt' },
    'Ana',
    'import.why.fileName',
  ],
  ['the one who is everywhere', ['Ana', 'Bo', 'Cy'], { everywhere: 'Ana' }, 'Ana', 'import.why.everywhere'],
])('we are %s', (_, participants, known, name, why) => {
  expect(chooseSelf(participants, known)).toMatchObject({ name, decision: { chosen: name, why } })
})

test('one who talks alone in a file of their own is the other', () => {
  expect(chooseSelf(['Ana'], { fileName: 'WhatsApp Chat with Ana.txt' })).toEqual({
    name: undefined,
    decision: undefined,
  })
})

test('a guess is asked about', () => {
  expect(chooseSelf(['Ana', 'Bo'], {}).decision).toMatchObject({
    chosen: 'Bo',
    alternatives: ['Ana'],
    ask: true,
  })
})
