import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect as baseExpect, type ElectronApplication, type Page } from '@playwright/test'

/** Outside a test runner nobody sets a time limit; a busy machine may need this long for a page. */
export const expect = baseExpect.configure({ timeout: 30_000 })

/** Who plays the day: says what is done, takes pictures, keeps the figures. */
export class Tourist {
  private pictures = 0
  readonly figures: Record<string, number | string> = {}

  constructor(
    readonly app: ElectronApplication,
    readonly page: Page,
    readonly folder: string,
    private readonly write: (line: string) => void,
  ) {
    mkdirSync(path.join(folder, 'screens'), { recursive: true })
  }

  /** Tells one thing that was done, in words. */
  say(line: string): void {
    this.write(line)
  }

  /** Takes a picture of the window as it stands; pictures are numbered in the order of the day. */
  async picture(name: string): Promise<void> {
    this.pictures += 1
    const file = `${String(this.pictures).padStart(2, '0')}-${name}.png`
    await this.page.screenshot({ path: path.join(this.folder, 'screens', file) })
    this.write(`  picture screens/${file}`)
  }

  /** The file that the next save dialog shall choose: without a screen nobody can click it. */
  async answerSaveDialog(fileName: string): Promise<string> {
    const filePath = path.join(this.folder, fileName)
    await this.app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
    }, filePath)
    return filePath
  }

  /** The files or the folder that the next open dialog shall choose. */
  async answerOpenDialog(filePaths: readonly string[]): Promise<void> {
    await this.app.evaluate(
      ({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...chosen] })
      },
      [...filePaths],
    )
  }

  /** Presses a chord with real key events. */
  async press(chord: string): Promise<void> {
    await this.page.keyboard.press(chord)
  }

  /** Types with real key events. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }
}
