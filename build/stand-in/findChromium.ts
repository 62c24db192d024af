import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const UNIX_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC_APPS = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome']
const WINDOWS_APPS = ['Chromium/Application/chrome.exe', 'Google/Chrome/Application/chrome.exe']

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The path of an installed Chromium or Chrome, or undefined. ORCHARD_CHROMIUM and CHROME_BIN come first, then the
 * system's usual places, then what Playwright has downloaded (newest revision first).
 */
export function findChromium(
  env: Environment = process.env,
  platform: string = process.platform,
): string | undefined {
  const named = [env.ORCHARD_CHROMIUM, env.CHROME_BIN].filter((path) => path !== undefined && path !== '')
  return [...(named as string[]), ...usualPlaces(env, platform), ...playwrightDownloads(env, platform)].find(
    isExecutable,
  )
}

function usualPlaces(env: Environment, platform: string): string[] {
  if (platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      MAC_APPS.map((app) => join(folder, app)),
    )
  }
  if (platform === 'win32') {
    const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA]
    return folders.flatMap((folder) =>
      folder === undefined ? [] : WINDOWS_APPS.map((app) => join(folder, app)),
    )
  }
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', ...(env.PATH ?? '').split(delimiter)]
  return UNIX_NAMES.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)))
}

function playwrightDownloads(env: Environment, platform: string): string[] {
  const folder = playwrightFolder(env, platform)
  if (folder === undefined || !existsSync(folder)) return []
  const revision = (name: string): number => Number(name.split('-').at(-1))
  const downloads = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name))
  return downloads
    .sort((one, other) => revision(other) - revision(one))
    .flatMap((name) => [
      join(folder, name, 'chrome-linux/chrome'),
      join(folder, name, 'chrome-linux64/chrome'),
      join(folder, name, 'chrome-win/chrome.exe'),
      join(folder, name, 'chrome-win64/chrome.exe'),
      join(folder, name, 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'),
      join(folder, name, 'chrome-mac-arm64/Chromium.app/Contents/MacOS/Chromium'),
    ])
}

function playwrightFolder(env: Environment, platform: string): string | undefined {
  const named = env.PLAYWRIGHT_BROWSERS_PATH
  if (named !== undefined && named !== '' && named !== '0') return named
  if (platform === 'darwin') return join(homedir(), 'Library/Caches/ms-playwright')
  if (platform === 'win32') return env.LOCALAPPDATA && join(env.LOCALAPPDATA, 'ms-playwright')
  return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright')
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
