import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { ROOT } from '../../build/project'
import { expect } from './app'

/** The path of a file below the import fixtures. */
export function fixture(file: string): string {
  return path.join(ROOT, 'test/fixtures/import', file)
}

/** A file as a drag carries it. */
export interface Dropped {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A fixture as a drag carries it. */
export function droppedFixture(file: string): Dropped {
  return { name: path.basename(file), bytes: readFileSync(fixture(file)) }
}

/** Drags files over the window and lets them go on an element. */
export async function dropFiles(page: Page, files: readonly Dropped[], on = 'body'): Promise<void> {
  const carried = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }))
  await page.evaluate(
    ({ carried, on }) => {
      const transfer = new DataTransfer()
      for (const { name, base64 } of carried) {
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
        transfer.items.add(new File([bytes], name))
      }
      const target = document.querySelector(on) ?? document.body
      for (const type of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }))
      }
    },
    { carried, on },
  )
}

/** Answers the next open dialog with fixtures. */
export async function answerDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
  }, paths)
}

/** Waits for the dry run of the chosen file and imports it. */
export async function importShown(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await expect(page.getByRole('heading', { name: /is in the notebook/ })).toBeVisible()
}
