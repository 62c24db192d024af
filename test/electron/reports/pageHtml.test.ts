import '../../support/everyLanguage'
import { expect, test } from 'vitest'
import { fairReport } from '#shared/reporting/fairReport'
import { fileNameOf, numberedName } from '../../../electron/files/fileName'
import { createHeldPages } from '../../../electron/reports/heldPages'
import { html } from '../../../electron/reports/html'
import { pageDocument } from '../../../electron/reports/pageHtml'
import { FAIR } from '../../shared/reporting/fairFixture'

const TEMPLATE = '<html lang="en" dir="ltr"><body>\n<main></main></body></html>'

test('whatever is put into markup is text', () => {
  const evil = `<script>alert("1")</script>' & $& $1`
  expect(html`<p title="${evil}">${evil}</p>`.text).toBe(
    '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; &amp; $&amp; $1">' +
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; &amp; $&amp; $1</p>',
  )
  expect(html`<ul>${[html`<li>${1}</li>`, html`<li>${undefined}</li>`]}</ul>`.text).toBe(
    '<ul><li>1</li><li></li></ul>',
  )
})

test('a fair with a name full of markup makes a page without any of it', () => {
  const name = `</title><img src=x onerror=alert(1)> $& "quoted"`
  const { page } = fairReport({ ...FAIR, fair: { ...FAIR.fair, name }, language: 'zh-Hans' })
  const document = pageDocument(TEMPLATE, page)
  expect(document).toContain('<html lang="zh-Hans" dir="ltr">')
  expect(document).toContain('&lt;img src=x onerror=alert(1)&gt; $&amp; &quot;quoted&quot;')
  expect(document).not.toMatch(/<img|<script|onerror=alert\(1\)>/)
  expect(document).not.toMatch(/ style=/)
})

test('a template without a place for the page is a fault of the build', () => {
  expect(() => pageDocument('<html></html>', fairReport(FAIR).page)).toThrow('without a place')
})

test('a held page is there until it is released, under a path that nobody can guess', () => {
  const pages = createHeldPages()
  const { path, release } = pages.hold('document')
  expect(path).toMatch(/^\/print\/[0-9a-f]{32}$/)
  expect([pages.read(path), pages.read('/print/other')]).toEqual(['document', undefined])
  release()
  expect(pages.read(path)).toBeUndefined()
})

test.each([
  ['Tavola, autumn 2026 2026-11-20', 'Tavola, autumn 2026 2026-11-20'],
  ['../../etc/passwd', 'etc passwd'],
  ['C:\\Users\\me:stream', 'C Users me stream'],
  ['a\u202Efdp.exe', 'a fdp.exe'],
  ['con', 'Orchard con'],
  ['LPT1.report', 'Orchard LPT1.report'],
  ['. . .', 'Orchard'],
  ['', 'Orchard'],
  ['Ends with dots...', 'Ends with dots'],
])('a fair called %j is saved as %j', (title, name) => {
  expect(fileNameOf(title)).toBe(name)
})

test('a name of ten thousand letters fits every file system, and a taken one gets a number', () => {
  const name = fileNameOf('漢😀'.repeat(5_000))
  expect(Buffer.byteLength(numberedName(name, 99, 'xlsx'))).toBeLessThanOrEqual(210)
  expect(name).not.toMatch(/[\ud800-\udbff]$/)
  expect(numberedName('Fair', 2, 'pdf')).toBe('Fair (2).pdf')
})
