import path from 'node:path'
import { expect as baseExpect, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import { loadCatalogue, type MessageKey } from '#shared/i18n/catalogues'
import { LANGUAGE_NAMES, type Language } from '#shared/i18n/languages'
import { createTranslator, type MessageValues, type Translate } from '#shared/i18n/translator'
import type { Look } from './look'
import { isQuiet, pageDown, toTop } from './settle'

/** One thing to be looked at: the way to it and its pictures. */
export interface Scene {
  readonly name: string
  /** What others stand on, such as the sample: gone through whatever is asked for. */
  readonly isNeeded?: true
  readonly show: (photographer: Photographer) => Promise<void>
}

/** What has not come by then hangs; a machine that does ten other things needs long for a page. */
const HANGS_MS = 60_000
export const expect = baseExpect.configure({ timeout: HANGS_MS })

/** A Wednesday in a week of a fair's plans; the sample is made around it. */
const WEDNESDAY = new Date('2026-11-18T10:00:00Z')
const DAY_MS = 86_400_000
/** Screenfuls of a long page that are taken. */
const MOST_PARTS = 12

interface Equipment {
  readonly app: ElectronApplication
  readonly page: Page
  readonly folder: string
  readonly language: Language
  readonly look: Look
  readonly say: (line: string) => void
}

/** Goes to places in one language, by the words of its catalogue, and takes each in every theme and size. */
export class Photographer {
  taken = 0

  private constructor(
    private readonly equipment: Equipment,
    /** The words of the language. */
    readonly words: Translate,
  ) {}

  /** Starts the window anew in the language, on the day of the pictures. */
  static async begin(equipment: Equipment): Promise<Photographer> {
    const { page, language, look } = equipment
    await loadCatalogue(language)
    page.setDefaultTimeout(HANGS_MS)
    await page.clock.install({ time: WEDNESDAY })
    await page.locator('html[data-app-state="ready"]').waitFor()
    await page.keyboard.press('Control+9')
    // The radio itself is drawn by its label.
    await page.locator('label', { hasText: LANGUAGE_NAMES[language] }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await page.reload()
    await page.locator('html[data-app-state="ready"]').waitFor()
    const photographer = new Photographer(equipment, createTranslator(language))
    const [size] = look.sizes
    if (size !== undefined) await page.setViewportSize(size)
    return photographer
  }

  get page(): Page {
    return this.equipment.page
  }

  /** Goes through a scene; one that can't be reached is said, with a picture of where the way ended. */
  async take(scene: Scene): Promise<boolean> {
    const { say, folder, language } = this.equipment
    try {
      await scene.show(this)
      await this.leave()
      return true
    } catch (error) {
      say(`not reached: ${scene.name} (${language}): ${firstLines(error)}`)
      await this.page.screenshot({ path: path.join(folder, `not-reached-${scene.name}-${language}.png`) })
      await this.leave().catch(() => undefined)
      return false
    }
  }

  /** Takes the window as it stands, in every theme and size. */
  async picture(name: string): Promise<void> {
    await this.inEverySize(async (width) => this.inEveryTheme(name, width))
  }

  /** Takes a page longer than the window, one screenful after another. */
  async scrolled(name: string): Promise<void> {
    await this.inEverySize(async (width) => {
      await toTop(this.page)
      for (let part = 1; part <= MOST_PARTS; part += 1) {
        await this.inEveryTheme(`${name}-${part}`, width)
        if (!(await pageDown(this.page))) break
      }
      await toTop(this.page)
    })
  }

  /** Opens a dialog by its button or a key, takes it and closes it. */
  async dialog(name: string, open: Locator | string): Promise<void> {
    await (typeof open === 'string' ? this.page.keyboard.press(open) : open.click())
    await expect(this.page.getByRole('dialog').first()).toBeVisible()
    await this.picture(name)
    await this.leave()
  }

  /** Goes to a place by the digit of its key. */
  async go(digit: number): Promise<void> {
    await this.page.keyboard.press(`Control+${digit}`)
    await expect(this.page.getByRole('main')).not.toBeEmpty()
  }

  /** Lets days pass and opens the window anew. */
  async later(days: number): Promise<void> {
    await this.page.clock.setSystemTime(WEDNESDAY.getTime() + days * DAY_MS)
    await this.page.reload()
    await this.page.locator('html[data-app-state="ready"]').waitFor()
  }

  /** A button by the beginning of its words: what follows is a count, a key cap. */
  button(key: MessageKey, values?: MessageValues, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name: this.beginning(key, values) }).first()
  }

  /** Chooses a part of a place. */
  async tab(key: MessageKey): Promise<void> {
    await this.page.getByRole('tab', { name: this.words(key), exact: true }).click()
  }

  /** A message as the beginning of a name, whatever number stands where `values` has seven digits. */
  beginning(key: MessageKey, values?: MessageValues): RegExp {
    const escaped = this.words(key, values).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return new RegExp(`^${escaped.replace(/\d[\d.,\\\s]{6,}\d/g, '[\\d.,\\s]+')}`)
  }

  /** Runs a command through the palette. */
  async command(key: MessageKey): Promise<void> {
    await this.page.keyboard.press('Control+k')
    const palette = this.page.getByRole('dialog', { name: this.words('palette.title') })
    await palette.getByRole('textbox').fill(this.words(key))
    await expect(palette.getByRole('button', { name: this.words(key) }).first()).toBeVisible()
    await this.page.keyboard.press('Enter')
    await expect(palette).toBeHidden()
  }

  /** The files or the folder that the next open dialog shall choose: without a screen nobody can click it. */
  async answerOpenDialog(filePaths: readonly string[]): Promise<void> {
    await this.equipment.app.evaluate(
      ({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...chosen] })
      },
      [...filePaths],
    )
  }

  /**
   * Holds an import that is being written once the journal has had some chunks of it; the returned function lets it go.
   * The chunks are only said to be written, so the import has to be stopped, and nothing is imported afterwards.
   */
  async holdImport(chunks: number): Promise<() => Promise<void>> {
    const { app } = this.equipment
    await app.evaluate(({ ipcMain }, most) => {
      const hold = new AbortController()
      const letGo = new Promise((resolve) => {
        hold.signal.addEventListener('abort', resolve)
      })
      const seen = { chunks: 0 }
      Object.assign(globalThis, { importHold: hold })
      ipcMain.removeHandler('import:chunk')
      ipcMain.handle('import:chunk', async () => {
        seen.chunks += 1
        if (seen.chunks > most) await letGo
        return { ok: true, value: { seq: seen.chunks } }
      })
    }, chunks)
    return () =>
      app.evaluate(() => (globalThis as unknown as { importHold: AbortController }).importHold.abort())
  }

  /** Closes whatever lies over the page. */
  private async leave(): Promise<void> {
    const dialogs = this.page.getByRole('dialog')
    for (let left = 4; left > 0 && (await dialogs.count()) > 0; left -= 1) {
      await this.page.keyboard.press('Escape')
      await isQuiet(this.page)
    }
    await expect(dialogs).toHaveCount(0)
  }

  private async inEverySize(show: (width: number) => Promise<void>): Promise<void> {
    const { look } = this.equipment
    for (const size of look.sizes) {
      await this.page.setViewportSize(size)
      await show(size.width)
    }
    const [first] = look.sizes
    if (first !== undefined && look.sizes.length > 1) await this.page.setViewportSize(first)
  }

  private async inEveryTheme(name: string, width: number): Promise<void> {
    const { folder, language, look, say } = this.equipment
    for (const theme of look.themes) {
      // Each time anew: saving a preference hands the theme back to the system.
      await this.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await expect(this.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
      await isQuiet(this.page)
      const file = `${name}-${language}-${theme}-${width}.png`
      await this.page.screenshot({ path: path.join(folder, file), animations: 'disabled' })
      this.taken += 1
      say(file)
    }
  }
}

/** What Playwright says first; its log goes on for a page. */
function firstLines(error: unknown): string {
  return String(error instanceof Error ? error.message : error)
    .split('\n')
    .slice(0, 6)
    .join(' ')
}
