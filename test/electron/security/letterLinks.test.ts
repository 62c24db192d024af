import { describe, expect, test } from 'vitest'
import { createLetterOpener, isLetterLink } from '../../../electron/security/letterLinks'
import { linkedinPath } from '../../../shared/nurture/carriers'
import { letterLink } from '../../../shared/nurture/letters/letterLinks'

describe('what may be handed to the system', () => {
  test.each([
    'mailto:anna@nordlund.example?subject=Tack&body=Hej',
    'mailto:anna@nordlund.example',
    'https://wa.me/56955500142?text=Hola',
    'https://wa.me/56955500142',
    'https://www.linkedin.com/in/anna-nordlund-4a',
    'https://www.linkedin.com/in/%E9%99%88%E4%BC%9F/',
    'https://www.linkedin.com/company/nordlund-hem',
    'https://www.linkedin.com/search/results/people/?keywords=Anna%20Nordlund',
  ])('%s', (url) => {
    expect(isLetterLink(url)).toBe(true)
  })
})

describe('what may not', () => {
  test.each([
    'https://wa.me.evil.example/56955500142',
    'https://evil.example/https://wa.me/56955500142',
    'https://user:pass@wa.me/56955500142',
    'https://wa.me:8443/56955500142',
    'http://wa.me/56955500142',
    'https://wa.me/56955500142/../../x',
    'https://wa.me/56955500142?text=a&next=https://evil.example',
    'https://wa.me/56955500142#x',
    'https://wa.me/send?phone=1',
    'mailto:anna@nordlund.example?bcc=all@example.com',
    'mailto:anna@nordlund.example,all@example.com',
    'mailto:anna@nordlund.example?attach=/etc/passwd',
    'mailto:?to=anna@nordlund.example',
    'https://www.linkedin.com.evil.example/in/anna',
    'https://linkedin.com/in/anna',
    'http://www.linkedin.com/in/anna',
    'https://www.linkedin.com/in/../redir/redirect?url=https://evil.example',
    'https://www.linkedin.com/in/anna?next=https://evil.example',
    'https://www.linkedin.com/in/anna#x',
    'https://www.linkedin.com/messaging/',
    'https://www.linkedin.com/search/results/people/?keywords=a&next=b',
    'https://user@www.linkedin.com/in/anna',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'not a url',
    '',
  ])('%s', (url) => {
    expect(isLetterLink(url)).toBe(false)
  })
})

describe('opening a letter', () => {
  const mail = (address: string) => ({ means: 'mailto' as const, address, subject: 'Tack' })

  test('makes the link itself and says whether the text went with it', async () => {
    const opened: string[] = []
    const open = createLetterOpener(async (url) => void opened.push(url), 'linux')
    expect(await open(mail('anna@nordlund.example'), 'Hej\nAnna')).toEqual({
      ok: true,
      value: { carriesText: true },
    })
    expect(opened).toEqual(['mailto:anna@nordlund.example?subject=Tack&body=Hej%0D%0AAnna'])
  })

  test('refuses an address that smuggles in more than an address, and opens nothing', async () => {
    const opened: string[] = []
    const open = createLetterOpener(async (url) => void opened.push(url), 'linux')
    const refused = { ok: false, error: { code: 'letter.badAddress' } }
    expect(await open(mail('a@b.example?bcc=all@example.com'), '')).toEqual(refused)
    expect(await open(mail('a@b.example,c@d.example'), '')).toEqual(refused)
    expect(opened).toEqual([])
  })

  test('tells when no program answers', async () => {
    const open = createLetterOpener(() => Promise.reject(new Error('none')), 'darwin')
    expect(await open({ means: 'whatsapp', digits: '56955500142' }, 'Hola')).toEqual({
      ok: false,
      error: { code: 'letter.noProgram' },
    })
  })

  test('leaves a text out that Windows could not carry', () => {
    const target = { means: 'whatsapp' as const, digits: '56955500142' }
    const arabic = 'مرحبا '.repeat(80)
    expect(letterLink(target, arabic, true)).toEqual({
      url: 'https://wa.me/56955500142?text=',
      carriesText: false,
    })
    expect(letterLink(target, arabic, false)?.carriesText).toBe(true)
  })
})

describe('LinkedIn', () => {
  const open = async (target: Parameters<ReturnType<typeof createLetterOpener>>[0]) => {
    const opened: string[] = []
    const answer = await createLetterOpener(async (url) => void opened.push(url), 'win32')(target, 'Hej')
    return { answer, opened }
  }

  test('opens a page by its path and says that no text went with it', async () => {
    expect(await open({ means: 'linkedin', path: '/in/anna-nordlund' })).toEqual({
      answer: { ok: true, value: { carriesText: false } },
      opened: ['https://www.linkedin.com/in/anna-nordlund'],
    })
  })

  test('searches by words, which stay words', async () => {
    const { opened } = await open({ means: 'linkedinSearch', words: ' Anna &\n Söner? #1 ' })
    expect(opened).toEqual([
      'https://www.linkedin.com/search/results/people/?keywords=Anna%20%26%20S%C3%B6ner%3F%20%231',
    ])
  })

  test.each(['/messaging/', '/in/../redir/x', '//evil.example/in/a', '/in/a?x=1', '/in/a#b', '/in/'])(
    'opens nothing for the path %s',
    async (path) => {
      expect(await open({ means: 'linkedin', path })).toEqual({
        answer: { ok: false, error: { code: 'letter.badAddress' } },
        opened: [],
      })
    },
  )
})

test.each([
  ['https://www.linkedin.com/in/anna-nordlund', '/in/anna-nordlund'],
  ['https://cn.linkedin.com/in/陈伟', '/in/%E9%99%88%E4%BC%9F'],
  ['https://linkedin.com/company/nordlund/', '/company/nordlund/'],
  ['https://www.linkedin.com/feed', undefined],
  ['https://www.linkedin.com/in/../feed', undefined],
  ['https://linkedin.com.evil.example/in/anna', undefined],
])('the path of %s is %s', (link, path) => {
  expect(linkedinPath(link)).toBe(path)
})
