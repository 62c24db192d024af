import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillLetter, fillOwnLetter } from '#shared/nurture/letters/fillLetter'
import { asOwnText, templateFaults } from '#shared/nurture/letters/letterPieces'
import { LETTER_FIELDS, LETTER_KEYS } from '#shared/nurture/letters/letterTemplate'
import { filledLetter, letterSource, sourceLanguage, variantFor } from '#shared/nurture/letters/ownTemplates'
import { LETTER_LANGUAGES, shippedLetter } from '#shared/nurture/letters/shippedLetters'
import type { RecordOf } from '#shared/records/tables'

type Template = RecordOf<'templates'>

function template(n: number, part: Partial<Template>): Template {
  const id = `00000000-0000-7000-8000-00000000000${n}`
  const base = { id, schema: 2, rev: 1, createdAt: 0, updatedAt: n, origin: 'person' as const, name: `T${n}` }
  return { ...base, variants: [{ language: 'en', text: `text ${n}` }], ...part }
}

describe('a text of one’s own', () => {
  test('takes each field’s own fallback, drops what can’t do without, and keeps what has neither', () => {
    const filled = fillOwnLetter(
      {
        subject: 'Re: {{product|our pieces}}',
        text: 'Dear {{ salutationName }}, it is {{myName|}} here[[ from {{city}}]]. {product} by {{dueOn|soon}}',
      },
      { dueOn: '1 May' },
    )
    expect(filled).toEqual({
      subject: 'Re: our pieces',
      body: 'Dear {{ salutationName }}, it is here. {product} by 1 May',
      missing: ['product', 'salutationName', 'myName', 'city'],
      open: ['salutationName'],
      filled: [{ field: 'dueOn', value: '1 May', part: 'body', start: 52, end: 57 }],
    })
  })

  test('names what can’t be kept', () => {
    expect(templateFaults('Hi {{firstName}}, [[at {{ fairName |the fair}}]] {x}')).toEqual([])
    expect(templateFaults('Hi {{frstName|you}} and {{}}')).toEqual([
      { reason: 'unknownField', written: '{{frstName|you}}' },
      { reason: 'unknownField', written: '{{}}' },
    ])
    expect(templateFaults('Hi {{firstName')).toEqual([{ reason: 'openBrace', written: '{{firstName' }])
    expect(templateFaults('Hi [[ at {{city}}')).toEqual([{ reason: 'openBracket', written: '[[ at ' }])
  })

  test('a copy of any shipped letter fills to the same words, whatever is known', () => {
    const values = fc.record(
      Object.fromEntries(LETTER_FIELDS.map((field) => [field, fc.option(fc.string(), { nil: undefined })])),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...LETTER_LANGUAGES),
        fc.constantFrom(...LETTER_KEYS),
        values,
        (language, key, known) => {
          const shipped = shippedLetter(`letter.${key}`, language)
          if (shipped === undefined) throw new Error('no letter')
          const subject = asOwnText(shipped.subject, shipped.fallbacks)
          const text = asOwnText(shipped.body, shipped.fallbacks)
          expect(templateFaults(subject + text)).toEqual([])
          expect(fillOwnLetter({ subject, text }, known)).toEqual(fillLetter(shipped, known))
        },
      ),
    )
  })
})

describe('the letter that a step begins with', () => {
  const copy = template(1, { templateKey: 'letter.thanks' })
  const newer = template(2, { templateKey: 'letter.thanks' })
  const retired = template(3, { templateKey: 'letter.thanks', retiredAt: 9 })
  const free = template(4, {
    variants: [
      { language: 'pl', text: 'po polsku' },
      { language: 'pt', text: 'pt' },
      { language: 'pt', carrier: 'whatsapp', text: 'pt kurz' },
      { language: 'pt-BR', text: 'br' },
    ],
  })
  const all = [copy, newer, retired, free]

  test('is the named one, else the newest copy of the shipped one, never a retired one', () => {
    const chosen = (wanted: Parameters<typeof letterSource>[1]) => letterSource(all, wanted).own?.id
    expect(chosen({ templateKey: 'letter.thanks' })).toBe(newer.id)
    expect(chosen({ templateKey: 'letter.thanks', templateId: free.id })).toBe(free.id)
    expect(chosen({ templateKey: 'letter.thanks', templateId: retired.id })).toBe(newer.id)
    expect(chosen({ templateKey: 'letter.letter' })).toBeUndefined()
    expect(chosen({})).toBeUndefined()
  })

  test('speaks the exact language first, and for one way of writing before all ways', () => {
    expect(variantFor(free, 'pt-BR', undefined)?.text).toBe('br')
    expect(variantFor(free, 'pt', 'whatsapp')?.text).toBe('pt kurz')
    expect(variantFor(free, 'pt', 'email')?.text).toBe('pt')
    expect(variantFor(free, 'sv', 'email')).toBeUndefined()
  })

  test('falls back to the shipped words in a language that the copy does not speak', () => {
    const source = letterSource(all, { templateKey: 'letter.thanks' })
    expect(filledLetter(source, 'en', undefined, {})?.body).toBe('text 2')
    expect(filledLetter(source, 'de', undefined, {})?.body).toContain('vielen Dank')
    expect(filledLetter({ templateKey: undefined, own: free }, 'sv', undefined, {})?.body).toBe('po polsku')
    expect(filledLetter({ templateKey: undefined, own: undefined }, 'sv', undefined, {})).toBeUndefined()
  })

  test('is in their language where only one’s own words speak it', () => {
    const source = { templateKey: undefined, own: free }
    expect(sourceLanguage(source, 'pl-PL', undefined, 'DE')).toBe('pl')
    expect(sourceLanguage(source, 'sv', undefined, 'DE')).toBe('sv')
    expect(sourceLanguage({ templateKey: undefined, own: undefined }, 'pl', undefined, 'DE')).toBe('en')
  })
})
