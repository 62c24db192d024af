import { readFileSync } from 'node:fs'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { guards } from '#shared/ipc/guards'
import type { LetterFile } from '#shared/ipc/letters'
import { NAME_MAX_CHARS } from '#shared/records/record'
import { buildEml } from '../../../electron/letters/buildEml'

const FIXTURES = path.join(import.meta.dirname, '../../fixtures/letters')

const swedish: LetterFile = {
  to: { name: 'Åsa Öberg', address: 'asa@oberg.example' },
  subject: 'Tack för besöket på Tavola',
  body: 'Hej Åsa,\n\ntack för tiden <du> gav "oss" & ses.\nVänliga hälsningar\nLinh',
  language: 'sv',
  about: ['Åsa Öberg'],
  on: '2026-11-25',
}

const arabic: LetterFile = {
  ...swedish,
  to: { name: 'مريم حداد', address: 'm.haddad@alnoor.example' },
  subject:
    'تقرير اختبار IP66 لمصابيح المارينا كما وعدتكم في المعرض، مع خالص الشكر على وقتكم الثمين وزيارتكم الكريمة',
  body: 'السيدة مريم المحترمة،\n\nمع خالص التحية',
  language: 'ar',
}

/** The composer's boundaries are random; everything else of a letter is always the same. */
async function fileOf(letter: LetterFile): Promise<string> {
  const text = new TextDecoder().decode(await buildEml(letter))
  const boundary = /boundary="([^"]+)"/.exec(text)?.[1] ?? 'none'
  return text.replaceAll(boundary, 'BOUNDARY')
}

describe.each([
  ['swedish', swedish],
  ['arabic', arabic],
])('the %s letter', (name, letter) => {
  test('is the file it has always been, byte for byte', async () => {
    expect(await fileOf(letter)).toBe(readFileSync(path.join(FIXTURES, `${name}.eml`), 'utf8'))
  })

  test('is read back by another parser as it was written', async () => {
    const mail = await PostalMime.parse(await buildEml(letter))
    expect({ to: mail.to, subject: mail.subject, text: mail.text?.replaceAll('\r\n', '\n').trim() }).toEqual({
      to: [letter.to],
      subject: letter.subject,
      text: letter.body,
    })
  })

  test('has no sender, date or id, asks to be sent, and keeps its lines short and ended by CRLF', async () => {
    const text = await fileOf(letter)
    const head = text.slice(0, text.indexOf('\r\n\r\n'))
    expect(head).toContain('X-Unsent: 1')
    expect(head).not.toMatch(/^(from|date|message-id|bcc):/im)
    const lines = text.split('\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78)
  })
})

test('the page beside the text holds the same words, harmless and in their direction', async () => {
  const mail = await PostalMime.parse(await buildEml(swedish))
  expect(mail.html).toContain('tack för tiden &lt;du&gt; gav &quot;oss&quot; &amp; ses.<br>')
  expect((await PostalMime.parse(await buildEml(arabic))).html).toContain('<html lang="ar" dir="rtl">')
})

test('a name of ten thousand letters is a letter like any other, its name cut between two signs', async () => {
  const name = '🏭'.repeat(NAME_MAX_CHARS / 2)
  const letter = { ...swedish, to: { name, address: 'asa@oberg.example' }, about: [name] }
  expect(guards['letter:saveEml'].safeParse([letter]).success).toBe(true)
  const mail = await PostalMime.parse(await buildEml(letter))
  expect(mail.to).toEqual([{ name: `${'🏭'.repeat(200)}…`, address: 'asa@oberg.example' }])
})

test('no line break of a name, an address or a subject begins a header of its own', async () => {
  const evil = 'a\r\nBcc: all@example.com\n\u2028X-Evil: 1\u0000'
  const mail = await PostalMime.parse(
    await buildEml({ ...swedish, subject: evil, to: { name: evil, address: 'asa@oberg.example' } }),
  )
  expect(mail.headers.map(({ key }) => key).sort()).toEqual([
    'content-type',
    'mime-version',
    'subject',
    'to',
    'x-unsent',
  ])
  expect(mail.to).toHaveLength(1)
  expect(mail.subject).toBe('a Bcc: all@example.com X-Evil: 1')
})
