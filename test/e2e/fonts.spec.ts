import type { Page } from '@playwright/test'
import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'

/** One name in each script that we ship letters for; the Korean ones hold syllables of several pieces of the font. */
const NAMES = [
  'Ánh Łódź Ελένη Жанна',
  '王思远 陳靜怡',
  '森山けんじ',
  '한빛조명 궯쀍힣',
  'יעל בן־ארי',
  'مريم حداد',
  'สมชาย',
]

test('names in every script are drawn with the letters that we ship, not with what the system happens to have', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, NAMES.join(' '), 'Kim Seo-yeon')
  const name = page.getByText(NAMES[3] ?? '').first()
  await expect(name).toBeVisible()
  await name.evaluate((element) => element.setAttribute('data-drawn', ''))
  await expect.poll(() => foreignFonts(page, '[data-drawn]')).toEqual([])
})

/** The fonts that draw an element's letters and are not ours. */
async function foreignFonts(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
  await session.detach()
  expect(fonts.length).toBeGreaterThan(0)
  return fonts.filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => familyName)
}
