import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import PostalMime from 'postal-mime'
import { createFair } from '../../build/tour/fairSteps'
import { expect, startOn, test } from './app'
import { dumpNotebook, liveRecords } from './notebookDump'

/** A working day on both sides of the world, whatever day the tests run on. */
const WEDNESDAY = new Date('2026-11-25T09:30:00')

interface Lead {
  readonly company: string
  readonly person: string
  readonly email?: string
  readonly whatsapp?: string
  readonly wechat?: string
}

const LEADS: readonly Lead[] = [
  { company: 'Nordlund Hem AB', person: 'Anna Nordlund', email: 'anna@nordlund.example' },
  { company: 'Distribuidora Araucaria', person: 'Valentina Ibáñez', whatsapp: '+56 9 5550 0142' },
  { company: '青川酒店', person: '陈伟', wechat: 'chenwei-example' },
]

test('three leads on the plan, written to in the evening, each over their own carrier', async ({
  launch,
}) => {
  const { app, page } = await launch()
  await startOn(page, WEDNESDAY)
  await createFair(page)
  await expect(page.getByRole('checkbox', { name: 'Fair welcome' })).not.toBeChecked()
  for (const lead of LEADS) await capture(page, lead)

  await page.keyboard.press('Control+1')
  const rows = page.getByRole('list', { name: 'What to do' }).getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await expect(rows.filter({ hasText: 'Thank-you:' })).toHaveCount(3)
  await expect(page.getByRole('button', { name: '3 due' })).toBeVisible()

  const saved = await answerSaveDialog(app)
  await recordExternalLinks(app)
  await recordCopies(page)
  await page.keyboard.press('q')
  await expect(page.getByRole('heading', { name: 'Evening queue' })).toBeVisible()
  for (let letter = 1; letter <= LEADS.length; letter += 1) {
    await expect(page.getByText(`${letter} of 3`, { exact: true })).toBeVisible()
    const name = await page.getByRole('heading', { level: 2 }).first().textContent()
    if (name?.includes('Anna')) {
      await page.keyboard.press('l')
      await expect(page.getByText(/LinkedIn is searching for them/)).toBeVisible()
      await page.keyboard.press('e')
      await expect(page.getByText(/Saved as Anna Nordlund 2026-11-25\.eml/)).toBeVisible()
    } else if (name?.includes('Valentina')) {
      await page.keyboard.press('a')
      await expect(page.getByText(/Opened\./)).toBeVisible()
    } else {
      await page.keyboard.press('c')
      await expect(page.getByText(/Copied\. Paste it into WeChat/)).toBeVisible()
    }
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText('3 letters logged. Nothing is left.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Nothing is due.')).toBeVisible()

  const mail = await PostalMime.parse(readFileSync(path.join(saved, 'Anna Nordlund 2026-11-25.eml')))
  expect(mail.to).toEqual([{ name: 'Anna Nordlund', address: 'anna@nordlund.example' }])
  expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1')
  expect(mail.subject).toBe('Tack för besöket på Tavola, autumn 2026')
  expect(mail.text).toContain('Hej Anna Nordlund')

  const links = await openedLinks(app)
  expect(links).toContain(
    'https://www.linkedin.com/search/results/people/?keywords=Anna%20Nordlund%20Nordlund%20Hem%20AB',
  )
  // On her page the letter stands with its subject.
  await page.keyboard.press('Control+3')
  await page.locator('main').getByText('Nordlund Hem AB').first().click()
  await expect(page.getByText('Tack för besöket på Tavola, autumn 2026', { exact: true })).toBeVisible()

  const link = links.find((url) => url.startsWith('https://wa.me/')) ?? ''
  expect(link).toMatch(/^https:\/\/wa\.me\/56955500142\?text=/)
  expect(decodeURIComponent(link)).toContain('Valentina Ibáñez')
  // Looked for on LinkedIn, then the WeChat letter; each as it is written and as webmail pastes it.
  const [, , plain, html] = await copies(page)
  expect(plain).toContain('陈伟')
  expect(html).toMatch(/^<div dir="ltr" lang="zh-Hans"><p>.*陈伟.*<\/p><\/div>$/)
})

test('a reply pauses the plan and says so; undo brings it back; the timeline shows what is planned', async ({
  launch,
}) => {
  const { page } = await launch()
  await startOn(page, WEDNESDAY)
  await createFair(page)
  for (const lead of LEADS.slice(0, 1)) await capture(page, lead)

  await page.keyboard.press('Control+4')
  const lanes = page.getByRole('list', { name: 'Lanes' })
  const planned = lanes.getByRole('button', { name: /^planned, .*Nordlund Hem AB/ })
  await expect(planned.first()).toBeVisible()
  const before = await planned.count()
  expect(before).toBeGreaterThan(2)

  await openNote(page)
  await page.getByLabel('Kind of note').selectOption('message')
  await page.getByLabel('Who spoke').selectOption('in')
  await page.getByRole('textbox', { name: 'Quick note' }).fill('She wants the price list')
  await page.keyboard.press('Control+Enter')
  const notice = page.getByText('Nordlund Hem AB answered: the plan is paused.')
  await expect(notice).toBeVisible()
  // The offer goes by itself after a while, but not under the pointer of whoever means to take it.
  await notice.hover()
  await expect(page.getByText(/they answered/)).toBeVisible()

  await page.keyboard.press('Control+4')
  await expect(planned).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('Undone: Note about Nordlund Hem AB')).toBeVisible()
  await expect(planned).toHaveCount(before)
})

test('on the timeline arrows choose a mark, and its letter answers to the keys it shows', async ({
  launch,
}) => {
  const { page } = await launch()
  await startOn(page, WEDNESDAY)
  await createFair(page)
  for (const lead of LEADS.slice(0, 1)) await capture(page, lead)
  await page.keyboard.press('Control+4')
  // The meeting alone may be there before what is planned.
  const planned = page.getByRole('list', { name: 'Lanes' }).getByRole('button', { name: /^planned, / })
  await expect(planned.first()).toBeVisible()
  await page.keyboard.press('ArrowRight')
  const card = page.getByRole('complementary', { name: 'Chosen touch' })
  await expect(card.getByText('Nordlund Hem AB')).toBeVisible()
  await expect(card.getByRole('button', { name: /^Write/ })).toBeVisible()
  await page.keyboard.press('w')
  const letter = page.getByRole('dialog', { name: 'Letter' })
  await expect(letter.getByRole('button', { name: /^Done and log/ })).toBeVisible()
  await page.keyboard.press('w')
  await expect(letter.getByRole('textbox', { name: 'Text of the letter' })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('d')
  await expect(page.getByText('Logged: Anna Nordlund')).toBeVisible()
  await expect(letter).toBeHidden()
})

test('snooze, skip and done leave the list, and undo by name brings them back', async ({ launch }) => {
  const { page } = await launch()
  await startOn(page, WEDNESDAY)
  await createFair(page)
  for (const lead of LEADS) await capture(page, lead)
  await page.keyboard.press('Control+1')
  const rows = page.getByRole('list', { name: 'What to do' }).getByRole('listitem')
  await expect(rows).toHaveCount(3)

  await page.keyboard.press('s')
  await page.keyboard.press('1')
  await expect(rows).toHaveCount(2)
  await page.keyboard.press('x')
  await page.getByLabel('Why? It stays on the page.').fill('Met again on Thursday')
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('d')
  // Quick work leaves one notice, the newest. It goes by itself after a while, so it is looked at first.
  const notices = page.getByRole('alert')
  await expect(notices).toHaveText([/Logged: /])
  await expect(page.getByText('Nothing is due.')).toBeVisible()
  for (const left of [1, 2, 3]) {
    await page.keyboard.press('Control+z')
    await expect(notices).toHaveText([/Undone: /])
    await expect(rows).toHaveCount(left)
  }
})

test('an undone letter is counted as open again and can be logged once more; without an outlet it has no carrier', async ({
  launch,
}) => {
  const { page } = await launch()
  await startOn(page, WEDNESDAY)
  await createFair(page)
  for (const lead of LEADS.slice(0, 2)) await capture(page, lead)
  await page.keyboard.press('Control+1')
  // The evening's letters are those that are listed when it begins.
  await expect(page.getByRole('list', { name: 'What to do' }).getByRole('listitem')).toHaveCount(2)
  await page.keyboard.press('q')
  await expect(page.getByText('1 of 2', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Log as written, next/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 of 2', { exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 letters logged. Nothing is left.')).toBeVisible()
  const written = liveRecords(await dumpNotebook(page), 'interactions').filter(
    (interaction) => interaction.kind !== 'met',
  )
  expect(written.map(({ direction, carrier }) => ({ direction, carrier }))).toEqual([
    { direction: 'out', carrier: undefined },
    { direction: 'out', carrier: undefined },
  ])

  await page.keyboard.press('Control+z')
  await expect(page.getByText('1 letter logged. 1 stays for later.')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('button', { name: /^Log as written, next/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 letters logged. Nothing is left.')).toBeVisible()
})

test('keys pressed faster than a brief or a letter can be read are not lost', async ({ launch }) => {
  const { page } = await launch()
  await startOn(page, WEDNESDAY)
  await createFair(page)
  for (const lead of LEADS) await capture(page, lead)
  await page.keyboard.press('Control+1')
  const rows = page.getByRole('list', { name: 'What to do' }).getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await expect(page.getByRole('button', { name: /^Copy/ })).toBeVisible()
  await pressInOneBreath(page, ['KeyD', 'KeyD'])
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(2)
  // Put off before its name was read: the notice has it all the same.
  await pressInOneBreath(page, ['KeyS', 'Digit1'])
  await expect(page.getByRole('alert').filter({ hasText: /^\S.*: moved to / })).toBeVisible()
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(2)
  await pressInOneBreath(page, ['KeyQ', 'Enter'])
  await expect(page.getByText('2 of 2', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Copy/ })).toBeVisible()
  await pressInOneBreath(page, ['Enter'])
  await expect(page.getByText('2 letters logged. Nothing is left.')).toBeVisible()
})

test('no row of the list is seen without the name of whom it is about', async ({ launch }) => {
  const { page } = await launch()
  await startOn(page, WEDNESDAY)
  await createFair(page)
  for (const lead of LEADS) await capture(page, lead)
  await rememberNamelessRows(page)
  await page.keyboard.press('Control+1')
  const rows = page.getByRole('list', { name: 'What to do' }).getByRole('listitem')
  await expect(rows.filter({ hasText: /Anna|Valentina|陈伟/ })).toHaveCount(3)
  expect(await page.evaluate(() => (globalThis as Record<string, unknown>).nameless)).toEqual([])
})

/** Whatever a row of Today's list says before it says a name, from now on. */
async function rememberNamelessRows(page: Page): Promise<void> {
  await page.evaluate(() => {
    const nameless: string[] = []
    ;(globalThis as Record<string, unknown>).nameless = nameless
    new MutationObserver(() => {
      for (const row of document.querySelectorAll('ol[aria-label="What to do"] button')) {
        const said = row.textContent ?? ''
        if (said !== '' && row.querySelector('strong')?.textContent === '') nameless.push(said)
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}

/** Each key as soon as the page has drawn what the one before did: no time for reading rows in between. */
async function pressInOneBreath(page: Page, codes: readonly string[]): Promise<void> {
  await page.evaluate(async (given) => {
    for (const code of given) {
      const init = { code, key: code, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new KeyboardEvent('keydown', init))
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    }
  }, codes)
}

async function capture(page: Page, lead: Lead): Promise<void> {
  await page.getByLabel('Company').fill(lead.company)
  await page.getByLabel('Person', { exact: true }).fill(lead.person)
  if (lead.email !== undefined) {
    await page.getByLabel('E-mail', { exact: true }).fill(lead.email)
    await page.getByLabel('Country').selectOption('SE')
  }
  if (lead.whatsapp !== undefined) {
    await page.getByLabel('Country').selectOption('CL')
    await page.getByLabel('Mobile').fill(lead.whatsapp)
    await page.getByRole('checkbox', { name: 'WhatsApp' }).first().check()
  }
  if (lead.wechat !== undefined) {
    await page.getByLabel('Country').selectOption('CN')
    await page.getByLabel('Also on').fill(lead.wechat)
  }
  await page.keyboard.press('Alt+]')
  await expect(page.getByRole('checkbox', { name: 'Fair welcome' })).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Company')).toHaveValue('')
}

async function openNote(page: Page): Promise<void> {
  await page.keyboard.press('Control+3')
  await page.getByLabel('Search the notebook').fill('Nordlund')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Quick note' })).toBeVisible()
}

/** Puts a folder in place of the save dialog; the name is the one that was offered. */
async function answerSaveDialog(app: ElectronApplication): Promise<string> {
  const folder = test.info().outputPath('letters')
  mkdirSync(folder, { recursive: true })
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async (...args: unknown[]) => {
      const options = args.at(-1) as { defaultPath: string }
      const fileName = options.defaultPath.split(/[\\/]/).at(-1)
      return { canceled: false, filePath: `${chosen}/${fileName}` }
    }
  }, folder)
  return folder
}

async function recordExternalLinks(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ shell }) => {
    const links: string[] = []
    ;(globalThis as Record<string, unknown>).openedLinks = links
    shell.openExternal = async (url: string) => {
      links.push(url)
    }
  })
}

function openedLinks(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => (globalThis as Record<string, unknown>).openedLinks as string[])
}

/** Writes down what goes to the clipboard; no test may depend on the machine's own. */
async function recordCopies(page: Page): Promise<void> {
  await page.evaluate(() => {
    const copied: string[] = []
    ;(globalThis as Record<string, unknown>).copied = copied
    navigator.clipboard.write = async (items) => {
      for (const item of items)
        for (const type of ['text/plain', 'text/html']) copied.push(await (await item.getType(type)).text())
    }
  })
}

function copies(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as Record<string, unknown>).copied as string[])
}
