import fc from 'fast-check'
import { expect, test } from 'vitest'
import { letterHtml } from '#shared/nurture/letters/letterHtml'

test('paragraphs and lines stay, in the direction of the letter', () => {
  expect(letterHtml('Hej Anna\r\n\r\nTack.\nLi Wei\n\n\n', 'sv')).toBe(
    '<div dir="ltr" lang="sv"><p>Hej Anna</p><p>Tack.<br>Li Wei</p></div>',
  )
  expect(letterHtml('שלום', 'he')).toBe('<div dir="rtl" lang="he"><p>שלום</p></div>')
})

test('what looks like markup is text, wherever it comes from', () => {
  expect(letterHtml(`<img src=x onerror="alert('1')"> & co`, 'en"><script>')).toBe(
    '<div dir="ltr" lang="en&quot;&gt;&lt;script&gt;">' +
      '<p>&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co</p></div>',
  )
})

test('only the address of the piece becomes a link, and only one of the web', () => {
  const url = 'https://a.example/p?x=1&y="2"'
  expect(letterHtml(`See ${url}`, 'en', url)).toBe(
    '<div dir="ltr" lang="en"><p>See <a href="https://a.example/p?x=1&amp;y=&quot;2&quot;">' +
      'https://a.example/p?x=1&amp;y=&quot;2&quot;</a></p></div>',
  )
  expect(letterHtml('javascript:alert(1)', 'en', 'javascript:alert(1)')).not.toContain('<a')
})

test('no text gets a tag through, and none of its words are lost', () => {
  const signs = fc.constantFrom(
    '<',
    '>',
    '&',
    '"',
    "'",
    '/',
    '\n',
    ' ',
    'a',
    'script',
    '&lt;',
    '陈',
    '\u0000',
  )
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      const inside = letterHtml(text, 'en').replace(/^<div dir="ltr" lang="en">|<\/div>$/g, '')
      const bare = inside.replaceAll(/<\/?p>|<br>/g, '')
      expect(bare).not.toMatch(/[<>"']/)
      const read = bare
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&')
      const words = (value: string) => value.replaceAll('\u0000', '').replace(/\s/g, '')
      expect(words(read)).toBe(words(text))
    }),
  )
})
