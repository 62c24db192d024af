import { expect, test } from 'vitest'
import {
  APP_HOST,
  APP_ID,
  APP_ORIGIN,
  APP_SCHEME,
  BACKUP_SUFFIX,
  BRIDGE_NAME,
  NOTEBOOK_FOLDER,
  PARTITION,
} from '#shared/identity'
import { secureWebPreferences } from '../../../electron/security/webPreferences'

test.each([
  { isPackaged: true, devTools: false },
  { isPackaged: false, devTools: true },
])('a window has these preferences and no others (packaged: $isPackaged)', ({ isPackaged, devTools }) => {
  expect(secureWebPreferences('/out/preload/preload.cjs', isPackaged)).toEqual({
    preload: '/out/preload/preload.cjs',
    partition: 'persist:orchard',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools,
  })
})

test('the names that everybody’s data hang on are frozen', () => {
  expect({
    APP_SCHEME,
    APP_HOST,
    APP_ORIGIN,
    PARTITION,
    APP_ID,
    NOTEBOOK_FOLDER,
    BACKUP_SUFFIX,
    BRIDGE_NAME,
  }).toEqual({
    APP_SCHEME: 'app',
    APP_HOST: 'orchard',
    APP_ORIGIN: 'app://orchard',
    PARTITION: 'persist:orchard',
    APP_ID: 'app.orchard.notebook',
    NOTEBOOK_FOLDER: 'notebook',
    BACKUP_SUFFIX: '.orchard',
    BRIDGE_NAME: 'orchard',
  })
})
