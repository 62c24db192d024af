import type { App } from './app'
import { BrowserWindow } from './browserWindow'
import { dialog } from './dialog'
import { ipcMain } from './ipcMain'
import { MenuItem, menuModule } from './menu'
import { nativeImage } from './nativeImage'
import { NativeTheme } from './nativeTheme'
import { refuseUnknown } from './notImplemented'
import { registerSchemesAsPrivileged } from './protocol'
import { sessionFor, sessionModule } from './session'
import { shell } from './shell'
import { clipboard, notification, powerMonitor, safeStorage, screen } from './surroundings'
import { tray } from './tray'
import { webContentsModule } from './webContents'

/** The object that `require('electron')` gives in the main process. */
export function createElectronModule(app: App): { electron: object; nativeTheme: NativeTheme } {
  const nativeTheme = new NativeTheme()
  const electron = refuseUnknown('electron', {
    app,
    BrowserWindow: refuseUnknown('BrowserWindow', BrowserWindow),
    clipboard,
    dialog,
    ipcMain,
    Menu: menuModule,
    MenuItem,
    nativeImage,
    nativeTheme,
    Notification: notification,
    powerMonitor,
    // The module's own protocol is the default session's; registration is the one thing that comes before it.
    protocol: refuseUnknown('protocol', { ...sessionFor('').protocol, registerSchemesAsPrivileged }),
    safeStorage,
    screen,
    session: sessionModule,
    shell,
    Tray: tray,
    webContents: refuseUnknown('webContents', webContentsModule),
  })
  return { electron, nativeTheme }
}
