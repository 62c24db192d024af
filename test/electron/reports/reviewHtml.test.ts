import '../../support/everyLanguage'
import { expect, test } from 'vitest'
import { reviewReport } from '#shared/reporting/review/reviewReport'
import { pageDocument } from '../../../electron/reports/pageHtml'
import { OCTOBER, REVIEW_BOOK } from '../../shared/reporting/reviewFixture'

const TEMPLATE = '<html lang="en" dir="ltr"><body>\n<main></main></body></html>'
const documentOf = (change = {}) =>
  pageDocument(TEMPLATE, reviewReport(REVIEW_BOOK, { ...OCTOBER, ...change }).page)

test('a review is drawn with bars of both periods, and names are text whatever they hold', () => {
  const scope = { channelId: 'ads', name: '</title><img src=x onerror=alert(1)>' }
  const document = documentOf({ kind: 'channel', scope })
  expect(document).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(document).not.toMatch(/<img|<script| style=/)
  expect(documentOf()).toMatch(/<rect x="86" y="2" width="[1-9][\d.]*" height="6.5" \/>/)
  expect(documentOf()).toContain('<rect class="before"')
})

test('in a language from right to left the bars grow to the left', () => {
  const longest = /<rect x="([\d.]+)" y="2" width="([\d.]+)"/.exec(documentOf({ language: 'en-XB' }))
  expect(Number(longest?.[1]) + Number(longest?.[2])).toBe(260 - 86)
})

test('the amount beside the longest bar ends within the drawing', () => {
  const { page } = reviewReport(REVIEW_BOOK, OCTOBER)
  const bar = {
    label: 'Fairs',
    now: 977_453_640,
    before: 1,
    nowText: 'CNY 9,774,536.40',
    beforeText: 'CNY 0.01',
  }
  const document = pageDocument(TEMPLATE, { ...page, charts: [{ caption: 'Revenue', bars: [bar] }] })
  const start = Number(/<text class="amount" x="([\d.]+)"/.exec(document)?.[1])
  // In Noto Sans at 7.5: three capitals and a space of 2.2 em, nine figures of 0.572 em, three marks of 0.27 em.
  expect(start + 7.5 * (2.2 + 9 * 0.572 + 3 * 0.27)).toBeLessThanOrEqual(260)
  expect(start).toBeGreaterThan(86 + 3)
})
