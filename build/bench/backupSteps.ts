import type { ElectronApplication, Page } from '@playwright/test'

/** For a hang, not for speed. */
const LIMIT_MS = 3_600_000

/** Lets the dialogs for files answer with this one, whichever is asked. */
export async function answer(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, file)
}

/** Takes a backup, with the settings open, until it was read back and checked. */
export async function backUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Back up now' }).click()
  await page.getByText('A backup was taken and checked.').waitFor({ timeout: LIMIT_MS })
}

/** Adds the answered file to the list of backups, with the settings open, until it was checked. */
export async function openCopy(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open a backup file…' }).click()
  await page.getByText('The file was checked and added to the list').waitFor({ timeout: LIMIT_MS })
}
