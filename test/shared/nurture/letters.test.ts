import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillLetter } from '../../../shared/nurture/letters/fillLetter'
import { letterLanguage } from '../../../shared/nurture/letters/letterLanguage'
import { LETTER_FIELDS, LETTER_KEYS, type LetterField } from '../../../shared/nurture/letters/letterTemplate'
import { letterNames } from '../../../shared/nurture/letters/salutation'
import { LETTER_LANGUAGES, shippedLetter } from '../../../shared/nurture/letters/shippedLetters'

const values: Record<LetterField, string> = {
  firstName: 'Åsa',
  salutationName: 'Ms. Ekwall',
  product: 'bamboo tray',
  fairName: 'Lingnan Home & Table Fair',
  city: 'Guangzhou',
  fairDays: '15–19 October',
  booth: 'Hall 9.1, B21',
  promised: 'the price list',
  dueOn: '19 April',
  piece: 'Bamboo that lasts',
  myName: 'Shen Yulan',
  myCompany: 'Ningbo Bamboo & Clay',
}
const thanks = shippedLetter('letter.thanks', 'en')
if (thanks === undefined) throw new Error('no letter')

describe('the shipped letters', () => {
  const all = LETTER_LANGUAGES.flatMap((language) =>
    LETTER_KEYS.map((key) => ({
      name: `${language} ${key}`,
      letter: shippedLetter(`letter.${key}`, language),
    })),
  )

  test('exist for every step in ten languages', () => {
    expect(LETTER_LANGUAGES).toEqual(['en', 'zh-Hans', 'zh-Hant', 'es', 'fr', 'de', 'sv', 'vi', 'he', 'ar'])
    expect(all.filter(({ letter }) => letter === undefined)).toEqual([])
    expect(new Set(all.map(({ letter }) => letter?.body)).size).toBe(all.length)
    expect([shippedLetter('letter.other', 'en'), shippedLetter('letter.thanks', 'ja')]).toEqual([
      undefined,
      thanks,
    ])
  })

  test('read well with everything known and with nothing known', () => {
    for (const { name, letter } of all) {
      if (letter === undefined) continue
      for (const known of [values, {}]) {
        const { subject, body } = fillLetter(letter, known)
        expect(`${name}: ${subject}\n${body}`).not.toMatch(/[{}[\]]|undefined| {2}| [,.:;!،]|\n\n\n\n/)
        expect(subject.trim()).toBe(subject)
        expect(subject.length).toBeGreaterThan(5)
      }
      expect(fillLetter(letter, values).missing).toEqual([])
    }
  })

  test('name the product that was seen in the thank-you, in every language', () => {
    for (const language of LETTER_LANGUAGES) {
      const letter = shippedLetter('letter.thanks', language)
      expect(letter && fillLetter(letter, values).body).toContain('bamboo tray')
    }
  })
})

describe('filling a letter', () => {
  test('gives the finished text and where each value landed', () => {
    const letter = {
      subject: 'Re: {product}',
      body: 'Hello {firstName},\nour talk[[ in {city}]] on {product}.',
      fallbacks: {},
    }
    expect(fillLetter(letter, { product: 'tray', firstName: 'Åsa' })).toEqual({
      subject: 'Re: tray',
      body: 'Hello Åsa,\nour talk on tray.',
      missing: ['city'],
      open: [],
      filled: [
        { field: 'product', value: 'tray', part: 'subject', start: 4, end: 8 },
        { field: 'firstName', value: 'Åsa', part: 'body', start: 6, end: 9 },
        { field: 'product', value: 'tray', part: 'body', start: 23, end: 27 },
      ],
    })
  })

  test('uses fallbacks, drops empty ones with their space, and shows what has none', () => {
    const letter = {
      subject: '{dueOn}',
      body: 'Hello {firstName}, {product} by {dueOn} {nonsense}',
      fallbacks: { firstName: '', product: 'it' },
    }
    expect(fillLetter(letter, { firstName: '  ' })).toEqual({
      subject: '{dueOn}',
      body: 'Hello, it by {dueOn} {nonsense}',
      missing: ['dueOn', 'firstName', 'product'],
      open: ['dueOn'],
      filled: [],
    })
  })

  test('keeps a subject on one line and takes no orders from values', () => {
    const letter = {
      subject: 'Re: {product}',
      body: '[[About {product}]] {myName}',
      fallbacks: { myName: 'me' },
    }
    expect(
      fillLetter(letter, { product: 'tray\r\nBcc: x@y.example\u0000 {myName} [[{city}]]' }),
    ).toMatchObject({
      subject: 'Re: tray Bcc: x@y.example {myName} [[{city}]]',
      body: 'About tray\nBcc: x@y.example {myName} [[{city}]] me',
    })
  })

  test('never breaks a subject, and marks exactly the values, whatever they hold', () => {
    const unit = fc.constantFrom(
      '\r',
      '\n',
      '\u2028',
      '\u0000',
      '\u0085',
      '{',
      '}',
      '[',
      ']',
      ' ',
      'å',
      '😀',
      '{myName}',
      '[[{city}]]',
    )
    const nasty = fc.string({ unit, maxLength: 12 })
    const anything = fc.record(
      Object.fromEntries(LETTER_FIELDS.map((field) => [field, fc.option(nasty, { nil: undefined })])),
    )
    fc.assert(
      fc.property(anything, fc.constantFrom(...LETTER_KEYS), (chosen, key) => {
        const letter = shippedLetter(`letter.${key}`, 'en')
        if (letter === undefined) return
        const result = fillLetter(letter, chosen)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the absence of control characters is what is tested.
        expect(result.subject).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/)
        for (const { part, start, end, value } of result.filled)
          expect(result[part].slice(start, end)).toBe(value)
      }),
    )
  })
})

describe('the language of a letter', () => {
  test('is the person’s, else the customer’s, else the country’s, else English', () => {
    expect([
      letterLanguage('es-MX', 'sv', 'SE'),
      letterLanguage(undefined, 'zh-TW', 'US'),
      letterLanguage('zh', undefined, undefined),
      letterLanguage(undefined, undefined, 'VN'),
      letterLanguage(undefined, undefined, 'NL'),
      letterLanguage('ja', 'es', 'MX'),
      letterLanguage('ja', undefined, 'MX'),
      letterLanguage('iw', undefined, undefined),
      letterLanguage(undefined, undefined, 'constructor'),
    ]).toEqual(['es', 'zh-Hant', 'zh-Hans', 'vi', 'en', 'es', 'en', 'he', 'en'])
  })

  test('decides how somebody is addressed', () => {
    const person = { fullName: '欧阳晓梅', firstName: '晓梅', lastName: '欧阳' }
    expect([
      letterNames(person, 'zh-Hans'),
      letterNames({ ...person, salutation: 'Ms.' }, 'en'),
      letterNames({ fullName: 'Sigrid Ekwall' }, 'sv'),
      letterNames({ fullName: ' ' }, 'de'),
    ]).toEqual([
      { firstName: '晓梅', salutationName: '欧阳晓梅' },
      { firstName: '晓梅', salutationName: 'Ms. 欧阳' },
      { firstName: 'Sigrid Ekwall', salutationName: 'Sigrid Ekwall' },
      {},
    ])
  })
})
