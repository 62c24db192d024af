import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron } from './electronBinary'
import { ROOT, STAND_IN } from './project'

/** What runs the app: the one named in ORCHARD_ELECTRON, Electron where it is there, else the stand-in. */
export function runtimePath(): string {
  return process.env.ORCHARD_ELECTRON ?? findElectron() ?? STAND_IN
}

/** Starts the built app headlessly on a user-data folder, as tour, bench and e2e do. */
export async function launchApp(
  userData: string,
  args: readonly string[] = [],
): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await _electron.launch({
    executablePath: runtimePath(),
    args: [ROOT, `--user-data-dir=${userData}`, ...args],
    cwd: ROOT,
    env: { ...environment(), ORCHARD_HEADLESS: '1' },
    // Playwright would force its own theme; the app's is what we want to see.
    colorScheme: null,
  })
  return { app, page: await app.firstWindow() }
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
