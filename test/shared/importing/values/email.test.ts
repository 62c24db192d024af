import { expect, test } from 'vitest'
import { parseEmails } from '#shared/importing/values/email'

test.each([
  ['Nea <NEA@EXAMPLE.COM>', ['nea@example.com']],
  ['mailto:olle@example.org', ['olle@example.org']],
  ['a@example.com; b@example.com', ['a@example.com', 'b@example.com']],
  ['a@example.com ::: b@example.com', ['a@example.com', 'b@example.com']],
  ['a@example.com/b@example.com', ['a@example.com', 'b@example.com']],
  ['ａ＠example.com', ['a@example.com']],
  ['a@example.com.', ['a@example.com']],
  ['"quoted name" <q@example.com>', ['q@example.com']],
  ['用户@例子.测试', ['用户@例子.测试']],
  ['a@example.com\u200b', ['a@example.com']],
  ['n/a', []],
])('%s', (raw, expected) => {
  const { emails, bad } = parseEmails(raw)
  expect(emails.map((email) => email.value)).toEqual(expected)
  expect(bad).toBeUndefined()
})

test.each(['a(at)example.com', 'a@example', '/o=ORG/ou=X/cn=RECIPIENTS/cn=user'])(
  '%s is flagged, not guessed',
  (raw) => {
    expect(parseEmails(raw).emails).toEqual([])
    expect(parseEmails(raw).bad).toBeTruthy()
  },
)

test('a role belongs to nobody', () => {
  expect(parseEmails('info@fictional.example; ines@fictional.example').emails).toEqual([
    { value: 'info@fictional.example', role: true },
    { value: 'ines@fictional.example', role: false },
  ])
})
