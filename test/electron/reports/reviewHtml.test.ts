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
