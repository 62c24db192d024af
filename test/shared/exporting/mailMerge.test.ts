import { expect, test } from 'vitest'
import {
  isFinished,
  MAIL_MERGE_COLUMNS,
  MergedAddresses,
  mailMergeRow,
  mergeAddress,
  type ReadyLetter,
} from '#shared/exporting/mailMerge'
import { testId } from '../changes/memoryNotebook'
import { consent, customer, handle, person } from './customerFiles'

const NORDLUND = customer(1, 'Nordlund Hem AB', { country: 'SE' })
const ANNA = person(2, 'Anna Nordlund', {
  salutation: 'Fru',
  lastName: 'Nordlund',
  handles: [handle('email', 'anna@nordlund.example'), handle('email', 'private@nordlund.example')],
})

const LETTER: ReadyLetter = {
  customer: NORDLUND,
  person: ANNA,
  language: 'sv',
  subject: 'Hej',
  text: 'Hej Fru Nordlund\n\n00123',
  values: { salutationName: 'Fru Nordlund', product: '=1+1', fairName: undefined, myName: 'Li Wei' },
  open: [],
}

test('a row has the person, the letter and each field that it was filled with, by names that never change', () => {
  const cells = Object.fromEntries(
    mailMergeRow(LETTER, 'anna@nordlund.example').map((cell, index) => [MAIL_MERGE_COLUMNS[index], cell]),
  )
  expect(cells).toEqual({
    Address: 'anna@nordlund.example',
    Salutation: 'Fru',
    FullName: 'Anna Nordlund',
    FirstName: null,
    LastName: 'Nordlund',
    Company: 'Nordlund Hem AB',
    Country: 'SE',
    Language: 'sv',
    Subject: 'Hej',
    Text: 'Hej Fru Nordlund\n\n00123',
    SalutationName: 'Fru Nordlund',
    Product: '=1+1',
    FairName: null,
    City: null,
    FairDays: null,
    Booth: null,
    Promised: null,
    DueOn: null,
    Piece: null,
    MyName: 'Li Wei',
    MyCompany: null,
  })
})

test.each([
  ['nothing said', [], { leftOut: 'noConsent' }],
  ['a yes to newsletters', [consent(9, { personId: ANNA.id })], { address: 'anna@nordlund.example' }],
  [
    'a yes for the second address alone',
    [consent(9, { personId: ANNA.id, address: 'private@nordlund.example' })],
    { address: 'private@nordlund.example' },
  ],
  [
    'a yes to letters, which is none to newsletters',
    [consent(9, { purpose: 'followUp' })],
    { leftOut: 'noConsent' },
  ],
  ['a no', [consent(9, { state: 'withdrawn' })], { leftOut: 'withdrawn' }],
  ['a no after a yes', [consent(8), consent(9, { state: 'withdrawn' })], { leftOut: 'withdrawn' }],
  [
    'a no to being written to at all',
    [consent(9, { purpose: 'followUp', state: 'withdrawn' })],
    { leftOut: 'withdrawn' },
  ],
  ['a yes of another page', [consent(9, { customerId: testId(7) })], { leftOut: 'noConsent' }],
])('%s', (_, consents, expected) => {
  expect(mergeAddress(LETTER, consents, 'newsletter')).toEqual(expected)
})

test('who has no email address, or one that is none, has nowhere to go', () => {
  const bare = person(2, 'Anna', { handles: [handle('wechat', 'anna'), handle('email', 'not an address')] })
  expect(mergeAddress({ customer: NORDLUND, person: bare }, [consent(9)], 'newsletter')).toEqual({
    leftOut: 'noAddress',
  })
})

test('a letter without words, with an open field or too long for a cell is not finished', () => {
  expect(isFinished(LETTER)).toBe(true)
  expect(isFinished({ text: ' \n', open: [] })).toBe(false)
  expect(isFinished({ text: 'Hej {{product}}', open: ['product'] })).toBe(false)
  expect(isFinished({ text: 'x'.repeat(32_768), open: [] })).toBe(false)
})

test('one mailbox gets a letter of a kind once, and another kind as well', () => {
  const seen = new MergedAddresses()
  expect(seen.isFirst('letter.letter', 'Info@a.example')).toBe(true)
  expect(seen.isFirst('letter.letter', 'info@A.example')).toBe(false)
  expect(seen.isFirst('letter.thanks', 'info@a.example')).toBe(true)
})
