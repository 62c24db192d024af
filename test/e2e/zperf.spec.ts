import { expect, ready, test } from './app'
import { dropFiles } from './importSteps'
test('perf', async ({ launch }) => {
  test.setTimeout(600_000)
  const { page } = await launch()

  await ready(page)
  const n = Number(process.env.ROWS ?? 20000)
  const rows = Array.from({ length: n }, (_, at) => `Person ${at},Company ${at} Ltd,p${at}@company${at}.example,+86 138 ${String(at).padStart(8, '0')},note ${at}`)
  const t0 = Date.now()
  await dropFiles(page, [{ name: 'big.csv', bytes: Buffer.from(`Name,Company,Email,Phone,Notes\n${rows.join('\n')}\n`) }])
  await page.getByRole('button', { name: /^Import \d/ }).waitFor({ timeout: 300_000 })
  const t1 = Date.now()
  console.log('PLANNED', n, (t1 - t0) / 1000, await page.getByRole('region', { name: 'What would happen' }).innerText())
  await page.getByRole('button', { name: /^Import \d/ }).click()
  const seen = new Map<string, number>()
  for (;;) {
    if (await page.getByRole('heading', { name: /is in the notebook/ }).isVisible()) break
    const s = await page.locator('footer').innerText().catch(() => '')
    const key = s.split('\n')[0] ?? ''
    if (key && !seen.has(key)) seen.set(key, Date.now() - t1)
    await new Promise((r) => setTimeout(r, 200))
    if (Date.now() - t1 > 500_000) break
  }
  const t2 = Date.now()
  console.log('IMPORTED', (t2 - t1) / 1000, JSON.stringify([...seen]))
  const mem = await page.evaluate(() => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory?.usedJSHeapSize)
  console.log('HEAP', mem)
  await page.getByRole('button', { name: 'Look at it again' }).click()
  await page.getByRole('button', { name: /already there/ }).waitFor({ timeout: 300_000 })
  const t3 = Date.now()
  console.log('REPLANNED', (t3 - t2) / 1000)
  await page.keyboard.press('Control+z')
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('Undone: Import of big.csv')).toBeVisible({ timeout: 400_000 })
  console.log('UNDONE', (Date.now() - t3) / 1000, await page.locator('section[aria-label]').last().innerText())
})
