import type { Locator, Page } from '@playwright/test'
import { expect, ready } from './app'
import { filesBelow } from './folderFiles'

/** The passphrase that `turnOn` chooses. */
export const WORDS = 'four words nobody guesses'

/** Every file below a folder that holds one of the words, in any way that text is written, or one of the runs of bytes. */
export function filesWith(folder: string, wanted: readonly (string | Buffer)[]): string[] {
  const words = wanted.filter((one) => typeof one === 'string')
  const needles = wanted.flatMap((one) =>
    typeof one !== 'string'
      ? [one]
      : [
          Buffer.from(one, 'utf8'),
          Buffer.from(one, 'utf16le'),
          Buffer.from(one, 'utf16le').swap16(),
          Buffer.from(one, 'latin1'),
        ],
  )
  const found: string[] = []
  for (const { name, bytes } of filesBelow(folder))
    if (needles.some((needle) => bytes.includes(needle)) || words.some((word) => name.includes(word)))
      found.push(name)
  return found
}

/** The window shows the lock and nothing else. */
export async function isLocked(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-app-state', 'locked')
  await expect(page.getByRole('heading', { name: 'Orchard is locked' })).toBeVisible()
}

/** Types a passphrase at the lock. */
export async function unlock(page: Page, passphrase: string): Promise<void> {
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused()
  await page.keyboard.type(passphrase)
  await page.keyboard.press('Enter')
}

/** Turns the lock on from the settings; answers with the recovery code. */
export async function turnOn(page: Page): Promise<string> {
  await page.keyboard.press('Control+9')
  await page.getByRole('button', { name: 'Turn the lock on…' }).press('Enter')
  const asking = page.getByRole('dialog', { name: 'Turn the lock on' })
  await asking.getByLabel('New passphrase').fill(WORDS)
  await asking.getByLabel('The same once more').fill(WORDS)
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Orchard recovery sheet' })
  const code = await codeOn(sheet)
  const seal = sheet.getByRole('button', { name: 'Seal the notebook' })
  await expect(seal).toBeDisabled()
  await sheet.getByLabel('To go on, type the last group of the code').fill('00001')
  await sheet.getByRole('checkbox').check()
  await seal.press('Enter')
  await expect(sheet.getByText('That is not the last group of the code')).toBeVisible()
  await sheet.getByLabel('To go on, type the last group of the code').fill(code.split('-').at(-1) ?? '')
  await seal.press('Enter')
  await converted(page, true)
  return code
}

/** The recovery code as a sheet shows it, group by group. */
export async function codeOn(sheet: Locator): Promise<string> {
  const groups = sheet.getByTestId('recovery-code').getByRole('listitem')
  await expect(groups).toHaveCount(8)
  return (await groups.allInnerTexts()).join('-')
}

/** Waits until the notebook was written anew and stands in the window again. */
export async function converted(page: Page, isOn: boolean): Promise<void> {
  const state = () =>
    page
      .evaluate(() => window.orchard.call['lock:state']())
      .then((now) => (now.ok ? `${now.value.isOn} ${now.value.work}` : now.error.code))
      // The page is loaded anew meanwhile.
      .catch(() => 'loading')
  await expect.poll(state, { timeout: 60_000 }).toBe(`${isOn} null`)
  await ready(page)
  // That its index was built anew is what was asked for: nobody is told of damage.
  await expect(page.getByText(/was damaged or missing/)).toHaveCount(0)
}
