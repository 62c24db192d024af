import { createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { axeFaults as faults } from './axeFaults'

const LOOKS = [
  { name: 'light', language: 'en', theme: 'light', w: 1280, h: 800 },
  { name: 'dark-small', language: 'en', theme: 'dark', w: 1024, h: 640 },
  { name: 'zh', language: 'zh-Hans', theme: 'light', w: 1024, h: 640 },
  { name: 'xb', language: 'en-XB', theme: 'light', w: 1024, h: 640 },
]

test('shots', async ({ launch }) => {
  test.setTimeout(600_000)
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  const cap = async (company: string, person: string, email: string, phone: string) => {
    await page.getByLabel('Company').fill(company)
    await page.getByLabel('Person', { exact: true }).fill(person)
    if (email) await page.getByLabel('E-mail').fill(email)
    if (phone) await page.getByLabel('Mobile').fill(phone)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByLabel('Company')).toHaveValue('')
  }
  await cap('Nordlund Hem AB', 'Anna Nordlund', 'anna@nordlund.example', '+46 70 555 01 01')
  await cap('NORDLUND', 'Nordlund Anna', 'anna@nordlund.example', '')
  await cap('Nordlund Heim', 'Erik Berg', 'erik@nordlund.example', '')
  await cap('上海青川餐饮用品有限公司', '王思远', 'wang@qingchuan.example', '')
  await cap('Qingchuan', 'Siyuan Wang', 'siyuan@qingchuan.example', '')
  await cap('Distribuidora Araucaria SpA', 'Valentina Ibáñez', '', '+56 9 5550 0142')
  await cap('Distribuidora Araucaria', 'Valentina Ibañez', 'v@araucaria.example', '+56 9 5550 0142')
  await cap('Công ty CP Bếp Xanh', 'Trần Thị Ngọc Ánh', 'ngocanh@bepxanh.example', '+84 905 550 173')
  await cap('Bep Xanh JSC', 'Ngoc Anh Tran Thi', 'ngocanh@bepxanh.example', '')
  await page.keyboard.press('Control+3')
  await page.getByLabel('Search the notebook').fill('nordlund hem')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(500)
  for (const look of LOOKS) {
    await page.setViewportSize({ width: look.w, height: look.h })
    await page.evaluate(async ({ language, theme }) => {
      const w = window as never as { orchard: { call: Record<string, (a: unknown) => Promise<unknown>> } }
      await w.orchard.call['preferences:save']?.({ language, theme })
      location.reload()
    }, look)
    await page.waitForTimeout(1500)
    await ready(page)
    await page.waitForTimeout(2500)
    const shot = (name: string) => page.screenshot({ path: `/tmp/mergeshots/${look.name}-${name}.png` })
    await page.keyboard.press('Control+3')
    await page.locator('#notebook-search').fill('nordlund')
    await page.keyboard.press('Enter')
    await page.waitForTimeout(800)
    await shot('1-notebook')
    await page.locator('[class*="countLine"] button').click()
    await page.waitForTimeout(800)
    await shot('2-list')
    console.log(look.name, 'list', JSON.stringify(await faults(page)))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForTimeout(900)
    await shot('3-side')
    console.log(look.name, 'side', JSON.stringify(await faults(page)))
    await page.keyboard.press('Escape')
    await page.waitForTimeout(400)
    await page.locator('header button').first().click()
    await page.waitForTimeout(900)
    await shot('4-rule')
    console.log(look.name, 'rule', JSON.stringify(await faults(page)))
    await page.keyboard.press('Escape')
    await page.waitForTimeout(500)
    await page.keyboard.press('Home')
    await page.keyboard.press('m')
    await page.waitForTimeout(900)
    await shot('5-merged')
    await page.keyboard.press('Control+3')
    await page.locator('#notebook-search').fill('nordlund')
    await page.keyboard.press('Enter')
    await page.waitForTimeout(800)
    await page
      .locator('article textarea, article [role=textbox], article input')
      .last()
      .fill('Wants matt glaze; second shop in Lund')
    await page.keyboard.press('Control+Enter')
    await page.waitForTimeout(800)
    await shot('6-page')
    const apart = page
      .locator('article header button')
      .filter({ hasText: /apart|拆分|áp|ap/i })
      .last()
    await apart.click().catch(() => undefined)
    await page.waitForTimeout(900)
    await shot('7-apart')
    console.log(look.name, 'apart', JSON.stringify(await faults(page)))
    await page.keyboard.press('Escape')
    await page.waitForTimeout(300)
    await page.mouse.click(5, look.h - 200)
    await page.keyboard.press('Control+z')
    await page.waitForTimeout(500)
    await page.keyboard.press('Control+z')
    await page.waitForTimeout(800)
  }
})
