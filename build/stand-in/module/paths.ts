import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** What the defaults depend on; the name is asked for late because the app may set it first. */
export interface PathSources {
  readonly executable: string
  readonly userDataSwitch: string | undefined
  name(): string
}

/** app.getPath / app.setPath with Electron's defaults; folders of the app itself are made on first use. */
export function createPaths(sources: PathSources) {
  const chosen = new Map<string, string>()
  if (sources.userDataSwitch) chosen.set('userData', resolve(sources.userDataSwitch))

  function defaultPath(name: string): string {
    const home = homedir()
    switch (name) {
      case 'home':
        return home
      case 'appData':
        return appDataFolder(home)
      case 'userData':
        return join(getPath('appData'), sources.name())
      case 'sessionData':
        return getPath('userData')
      case 'temp':
        return tmpdir()
      case 'exe':
      case 'module':
        return sources.executable
      case 'logs':
        return process.platform === 'darwin'
          ? join(home, 'Library/Logs', sources.name())
          : join(getPath('userData'), 'logs')
      case 'crashDumps':
        return join(getPath('userData'), 'Crashpad')
      case 'desktop':
      case 'documents':
      case 'downloads':
      case 'music':
      case 'pictures':
      case 'videos':
        return join(home, `${name.charAt(0).toUpperCase()}${name.slice(1)}`)
      default:
        throw new Error(`Failed to get '${name}' path`)
    }
  }

  function getPath(name: string): string {
    const path = chosen.get(name) ?? defaultPath(name)
    if (name === 'userData' || name === 'sessionData') mkdirSync(path, { recursive: true })
    return path
  }

  function setPath(name: string, path: string): void {
    if (resolve(path) !== path) throw new Error('Path must be absolute')
    defaultPath(name)
    chosen.set(name, path)
  }

  return { getPath, setPath }
}

function appDataFolder(home: string): string {
  if (process.platform === 'darwin') return join(home, 'Library/Application Support')
  if (process.platform === 'win32') return process.env.APPDATA ?? join(home, 'AppData/Roaming')
  return process.env.XDG_CONFIG_HOME || join(home, '.config')
}
