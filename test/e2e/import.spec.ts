import { zipSync } from 'fflate'
import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { axeFaults } from './axeFaults'
import { answerDialog, dropFiles, droppedFixture, fixture, importShown } from './importSteps'
import { dumpNotebook, liveRecords } from './notebookDump'

const CONNECTIONS = 'linkedin/made/Connections.csv'
const ENQUIRIES = 'alibaba/made/询盘导出_gbk.csv'
const CARDS = 'vcard/made/ios-3.0.vcf'
const CAMCARD = 'camcard/made/CamCard_en.xlsx'

test('files of four kinds are taken in, found, known the second time and taken back', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await dropFiles(page, [CONNECTIONS, ENQUIRIES, CARDS, CAMCARD].map(droppedFixture))
  const files = page.getByRole('list', { name: 'Files' })
  await expect(files.getByRole('listitem')).toHaveCount(4)

  const result = page.getByRole('region', { name: 'What would happen' })
  await expect(result.getByRole('button', { name: /^300 new/ })).toBeVisible()
  await expect(result.getByRole('button', { name: /^3 not usable/ })).toBeVisible()
  await importShown(page)

  await files.getByRole('button', { name: /^询盘导出_gbk/ }).click()
  await expect(page.getByLabel('Letters', { exact: true })).toHaveValue('0')
  await expect(page.getByText('Alibaba enquiries · 50 rows')).toBeVisible()
  // Some of its buyers are among the connections: one source knows them by an address, the other by a name.
  await expect(result.getByRole('button', { name: /^28 new/ })).toBeVisible()
  await expect(result.getByRole('button', { name: /^7 added to/ })).toBeVisible()
  await result.getByRole('button', { name: /^15 look alike/ }).click()
  await expect(page.getByText(/same name at a company of the same name/).first()).toBeVisible()
  await importShown(page)

  await files.getByRole('button', { name: /^ios-3.0/ }).click()
  await expect(result).toBeVisible()
  await importShown(page)
  await files.getByRole('button', { name: /^CamCard_en/ }).click()
  await expect(result).toBeVisible()
  await importShown(page)

  await page.getByRole('button', { name: 'Open the notebook' }).click()
  await page.getByLabel('Search the notebook').fill('Beispiel Textiles')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Inquiry about Textiles/).first()).toBeVisible()

  await page.keyboard.press('Control+8')
  await files.getByRole('button', { name: /^Connections/ }).click()
  await page.getByRole('button', { name: 'Look at it again' }).click()
  await expect(result.getByRole('button', { name: /^300 already there/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0)
  await expect(page.getByText('Nothing to import: the notebook has all of this.')).toBeVisible()

  await page.keyboard.press('Control+z')
  const ask = page.getByRole('dialog', { name: /Take this back\? Import of CamCard_en.xlsx/ })
  await expect(ask).toBeVisible()
  await ask.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('Undone: Import of CamCard_en.xlsx')).toBeVisible()
})

test('undo takes the only import back, and the notebook is empty again', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await dropFiles(page, [droppedFixture(CONNECTIONS)])
  await importShown(page)
  await expect(page.getByText('125 customers', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('Undone: Import of Connections.csv')).toBeVisible()
  await expect(page.getByText('125 customers', { exact: true })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Connections.csv was taken back' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Files' }).getByText('taken back')).toBeVisible()
})

test('a picked file, a column sent elsewhere, and the rows behind a count', async ({ launch }) => {
  const { app, page } = await launch()
  await ready(page)
  await answerDialog(app, [fixture('quirks/made/semicolon-decimal-comma.csv'), fixture(CONNECTIONS)])
  await page.keyboard.press('Control+i')
  await page.getByRole('button', { name: /^Connections/ }).click()
  const result = page.getByRole('region', { name: 'What would happen' })
  await result.getByRole('button', { name: /^3 not usable/ }).click()
  await expect(page.getByText('a member who hides name and address').first()).toBeVisible()
  await page.getByLabel('Where Position goes').selectOption('none')
  await expect(page.getByLabel('Where Position goes')).toHaveValue('none')
  await expect(result.getByRole('button', { name: /^300 new/ })).toBeVisible()
})

test('an archive is opened into its files, an old workbook is read like a new one', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  const bytes = zipSync({
    'Connections.csv': droppedFixture(CONNECTIONS).bytes,
    '名片全能王.xls': droppedFixture('quirks/made/biff8.xls').bytes,
    'Profile picture.jpg': new Uint8Array([0xff, 0xd8, 0xff]),
  })
  await dropFiles(page, [{ name: 'Basic_LinkedInDataExport_10-02-2026.zip', bytes }])
  const files = page.getByRole('list', { name: 'Files' })
  await expect(files.getByRole('listitem')).toHaveCount(3)
  const result = page.getByRole('region', { name: 'What would happen' })
  await expect(result.getByRole('button', { name: /^300 new/ })).toBeVisible()

  await files.getByRole('button', { name: /^Basic_LinkedIn/ }).click()
  await expect(page.getByText('Everything that LinkedIn exported')).toBeVisible()
  await expect(page.getByText('Profile picture.jpg')).toBeVisible()
  expect(await axeFaults(page), 'archive').toEqual([])

  await files.getByRole('button', { name: /^名片全能王/ }).click()
  await expect(result.getByRole('button', { name: /^2 new/ })).toBeVisible()
  await importShown(page)

  await files.getByRole('button', { name: /^Take Basic_LinkedIn.* off the list/ }).click()
  await expect(files.getByRole('listitem')).toHaveCount(0)
})

test('a chat becomes the talk with a customer, once somebody says who we are', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await dropFiles(page, [droppedFixture('talk/_chat.txt')])
  const self = page.getByLabel('You are', { exact: true })
  await expect(self).toHaveValue('0')
  await expect(page.getByText('Only you can know.').first()).toBeVisible()
  await self.selectOption({ label: 'Fictional Buyer' })
  await expect(self.locator('option:checked')).toHaveText('Fictional Buyer')
  await self.selectOption({ label: 'Lin Example' })
  const result = page.getByRole('region', { name: 'What would happen' })
  await expect(result.getByRole('button', { name: /^1 new/ })).toBeVisible()
  await importShown(page)
  await page.getByRole('button', { name: 'Open the notebook' }).click()
  await page.getByRole('button', { name: /^Fictional Buyer/ }).click()
  await expect(page.getByText(/Good morning, we met at booth 10.2K15/).first()).toBeVisible()

  await page.keyboard.press('Control+8')
  await page.getByRole('button', { name: 'Look at it again' }).click()
  await expect(page.getByText('Nothing to import: the notebook has all of this.')).toBeVisible()
})

const BAD: readonly (readonly [name: string, file: string | (() => Uint8Array), message: RegExp])[] = [
  ['empty', 'quirks/made/empty.csv', /The file is empty/],
  ['binary', 'quirks/made/binary-named.csv', /not a table|damaged|picture/],
  ['old locked workbook', 'spreadsheets/password_2002_40_xor.xls', /locked with a password/],
  ['locked workbook', 'quirks/made/password.xlsx', /locked with a password/],
  ['truncated workbook', () => firstHalf('quirks/made/types.xlsx'), /The end of the file is missing/],
  ['header only', 'quirks/made/header-only.csv', /No row of this file says who it is about/],
  ['garbage zip', () => new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3, 4, 5, 6]), /damaged|missing/],
]

test('bad input of every kind gives a message and changes nothing', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Casa Ferraris Srl', 'Marco Ferraris')
  await page.keyboard.press('Control+8')
  const before = await dumpNotebook(page)
  expect(liveRecords(before, 'customers')).toHaveLength(1)
  for (const [name, file, message] of BAD) {
    await test.step(name, async () => {
      const dropped =
        typeof file === 'string' ? droppedFixture(file) : { name: `${name}.xlsx`, bytes: file() }
      await dropFiles(page, [dropped])
      await expect(page.getByRole('alert').filter({ hasText: message })).toBeVisible()
      await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0)
      expect(await dumpNotebook(page)).toEqual(before)
      await page.getByRole('button', { name: `Take ${dropped.name} off the list` }).click()
      await expect(page.getByRole('alert')).toHaveCount(0)
    })
  }
})

function firstHalf(file: string): Uint8Array {
  const { bytes } = droppedFixture(file)
  return bytes.subarray(0, bytes.length / 2)
}

test('formulas, markup, emoji and endless names arrive as plain text', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  const long = 'x'.repeat(10_000)
  const rows = [
    'Name,Company,Email',
    `=cmd|' /C calc'!A0,=1+1,a@formula.example`,
    '<img src=x onerror=alert(1)>,<script>alert(2)</script>,b@markup.example',
    '🙂🙂,🏭,c@emoji.example',
    `${long},Long Ltd,d@long.example`,
    `Short,${'y'.repeat(10_000)},e@endless.example`,
  ]
  await dropFiles(page, [{ name: 'odd <b>.csv', bytes: Buffer.from(rows.join('\n')) }])
  await expect(page.getByRole('region', { name: 'What would happen' })).toBeVisible()
  await importShown(page)
  await page.getByRole('button', { name: 'Open the notebook' }).click()
  await expect(page.getByText('<script>alert(2)</script>').first()).toBeVisible()
  await expect(page.getByText('=1+1').first()).toBeVisible()
  await expect(page.getByText('🏭').first()).toBeVisible()
  expect(await page.locator('main script, main img[src="x"]').count()).toBe(0)

  // Of the longest name the page shows a beginning; what stands beside it stays in the window.
  await page
    .getByRole('button', { name: /^y{100}/ })
    .first()
    .click()
  const name = page.getByRole('heading', { level: 1 }).getByRole('button', { name: /yyyy/ })
  await expect(name).toBeVisible()
  expect((await name.getAttribute('title'))?.length).toBe(10_000)
  const box = await name.boundingBox()
  expect(box?.height).toBeLessThan(40)
  for (const label of ['More actions', 'Country']) {
    const beside = page
      .getByRole('article')
      .getByLabel(label)
      .or(page.getByRole('button', { name: label }))
    await expect(beside.first()).toBeInViewport({ ratio: 1 })
  }
})

test('the dry run and its end are free of accessibility faults, light and dark', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  const expectFree = async (where: string) => {
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme })
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
      expect(await axeFaults(page), `${where}, ${theme}`).toEqual([])
    }
  }
  await dropFiles(page, [droppedFixture(CONNECTIONS), droppedFixture('quirks/made/phones-damaged.csv')])
  const result = page.getByRole('region', { name: 'What would happen' })
  await result.getByRole('button', { name: /^3 not usable/ }).click()
  await expectFree('dry run')
  await importShown(page)
  await expectFree('done')
  await page.getByRole('button', { name: /^phones-damaged/ }).click()
  await expect(result).toBeVisible()
  await expectFree('warnings')
})

test('files dropped on any place open the import', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await dropFiles(page, [droppedFixture(CONNECTIONS)], 'nav')
  await expect(page.getByRole('heading', { name: 'Import', exact: true })).toBeVisible()
})
