import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { OUT, packageFolder } from './project'
import { runScript } from './runProcess'

/** The binary is about 120 MB, but a network that does not let it through must not hold up the start. */
const DOWNLOAD_LIMIT_MS = 20_000
/** After a download that failed, the next try is made this much later. */
const RETRY_MS = 24 * 60 * 60 * 1000
const FAILED_STAMP = path.join(OUT, 'electron-download-failed')

/** The path of Electron's own binary; undefined when it is not on this machine. */
export function findElectron(): string | undefined {
  const folder = packageFolder('electron')
  const pathFile = path.join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const binary = path.join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(binary) ? binary : undefined
}

/** As `findElectron`, but tries to download it first: by the package's own installer, quietly and not for long. */
export async function provideElectron(): Promise<string | undefined> {
  const found = findElectron()
  if (found !== undefined || failedLately()) return found
  await runScript(path.join(packageFolder('electron'), 'install.js'), [], { limitMs: DOWNLOAD_LIMIT_MS })
  const downloaded = findElectron()
  if (downloaded === undefined) {
    mkdirSync(OUT, { recursive: true })
    writeFileSync(FAILED_STAMP, '')
  }
  return downloaded
}

function failedLately(): boolean {
  return existsSync(FAILED_STAMP) && Date.now() - statSync(FAILED_STAMP).mtimeMs < RETRY_MS
}
