import { expect, test } from 'vitest'
import { companyDomain, parseEmails } from '#shared/importing/values/email'

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

test('free mail names no company, a role belongs to nobody', () => {
  expect(companyDomain('a@gmail.com')).toBeUndefined()
  expect(companyDomain('a@yahoo.co.uk')).toBeUndefined()
  expect(companyDomain('a@fictional.example')).toBe('fictional.example')
  expect(parseEmails('info@fictional.example').emails[0]?.role).toBe(true)
})
