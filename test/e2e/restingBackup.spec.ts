import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'

test('what was saved is backed up once the notebook rests, while its window stays open', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await page.clock.install()
  await createFair(page)
  await captureLead(page, 'Công ty CP Bếp Xanh', 'Trần Thị Ngọc Ánh')
  await expect(page.getByText('1 customer', { exact: true })).toBeVisible()
  await expect(page.getByText('No backup yet')).toBeVisible()
  await page.clock.fastForward('10:00')
  await expect(page.getByText(/Backup \d\d:\d\d ok/)).toBeVisible()
  await page.keyboard.press('Control+9')
  await expect(page.getByText('while nothing was saved')).toBeVisible()
  // What is saved right behind it waits until that backup is old.
  await page.keyboard.press('Control+2')
  await captureLead(page, '拾光選物有限公司', '林怡君')
  await expect(page.getByText('2 customers')).toBeVisible()
  await page.clock.fastForward('10:00')
  await page.keyboard.press('Control+9')
  await expect(page.getByText('while nothing was saved')).toHaveCount(1)
  await page.clock.fastForward('04:00:00')
  await expect(page.getByText('while nothing was saved')).toHaveCount(2)
})
