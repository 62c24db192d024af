import { emitterRefusingUnknown } from './notImplemented'
import type { WebContents } from './webContents'
import { windows } from './windows'

type ThemeSource = 'system' | 'light' | 'dark'

/** Electron's nativeTheme: the app's choice reaches every page as prefers-color-scheme. The system counts as light. */
export class NativeTheme extends emitterRefusingUnknown('nativeTheme') {
  readonly shouldUseHighContrastColors = false
  readonly shouldUseInvertedColorScheme = false
  readonly inForcedColorsMode = false
  readonly prefersReducedTransparency = false
  private source: ThemeSource = 'system'

  get themeSource(): ThemeSource {
    return this.source
  }

  set themeSource(source: ThemeSource) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError(`Error processing argument: ${source}`)
    const before = this.shouldUseDarkColors
    this.source = source
    for (const window of windows.all) void this.applyTo(window.webContents)
    if (this.shouldUseDarkColors !== before) this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'dark'
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return false
  }

  /** Keeps a new page informed. Told again with each document, because a test runner's own emulation comes back then. */
  async follow(webContents: WebContents): Promise<void> {
    await this.applyTo(webContents)
    webContents.on('did-navigate', () => void this.applyTo(webContents))
  }

  private async applyTo(webContents: WebContents): Promise<void> {
    const value = this.source === 'system' ? '' : this.source
    const features = [{ name: 'prefers-color-scheme', value }]
    const page = await webContents.whenOpened().catch(() => undefined)
    await page?.session.sendQuietly('Emulation.setEmulatedMedia', { features })
  }
}
