import { expect, test } from 'vitest'
import { readCardText } from '../../../shared/capture/cardText'

// A pattern that tries every way would need minutes for the first of them: the runner's own time limit is the check.
test('10,000 characters of any one kind come to an end, with every piece found in the text', () => {
  const hostile = [
    '1 ',
    'a@',
    ' ',
    '+',
    '(',
    'a.',
    '0905 550 173 ',
    '微信:',
    'T: ',
    '\n1',
    'Mr A, ',
    '"',
    '王 ',
    '=C3',
    ';\\',
    'a/',
  ]
  for (const each of hostile) {
    const card = each.repeat(10_000 / each.length)
    for (const line of readCardText(card).lines) expect(card).toContain(line.entered)
    readCardText(`MECARD:${card}`)
    readCardText(`BEGIN:VCARD\n${card}`)
  }
})
