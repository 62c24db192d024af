import { ready, test } from './app'
import { droppedFixture, dropFiles, importShown } from './importSteps'
test('shots', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  const shot = (n: string) => page.screenshot({ path: `/tmp/imp/${n}.png` })
  await page.keyboard.press('Control+8'); await shot('1-empty')
  await dropFiles(page, [droppedFixture('alibaba/made/询盘导出_gbk.csv'), droppedFixture('linkedin/made/Connections.csv'), droppedFixture('quirks/made/empty.csv')])
  await page.getByRole('button', { name: /^Import \d/ }).waitFor(); await shot('2-gbk')
  await importShown(page); await shot('3-done')
  await page.getByRole('button', { name: /^Connections/ }).click()
  await page.getByRole('button', { name: /^Import \d/ }).waitFor(); 
  await page.getByRole('button', { name: /not usable/ }).click(); await shot('4-linkedin')
  await page.keyboard.press('Control+9')
  await page.getByText('Dark', { exact: true }).click(); await page.keyboard.press('Control+8'); await shot('5-dark')
  await page.keyboard.press('Control+z'); await page.getByRole('dialog').waitFor(); await page.waitForTimeout(400); await shot('6-undo')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^empty/ }).click(); await shot('7-bad')
  await page.keyboard.press('Control+9'); await page.getByText('Light', { exact: true }).click(); await page.getByText('中文').first().click(); await page.keyboard.press('Control+8')
  await page.getByRole('button', { name: /^Connections/ }).click(); await page.waitForTimeout(1500); await shot('8-zh')
  await page.evaluate(() => { const t = new DataTransfer(); t.items.add(new File(['a'], 'a.csv')); document.body.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer: t })) })
  await shot('9-drag')
})
