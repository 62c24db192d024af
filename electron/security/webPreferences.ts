import type { WebPreferences } from 'electron'
import { PARTITION, PRINT_PARTITION } from '#shared/identity'

/**
 * The only web preferences a window of ours may have. Every default that matters is spelled out, so that a
 * changed Electron default can't open a door unnoticed.
 */
export function secureWebPreferences(preloadPath: string, isPackaged: boolean): WebPreferences {
  return {
    preload: preloadPath,
    partition: PARTITION,
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
    devTools: !isPackaged,
  }
}

/**
 * For the hidden window that a page is printed in: as closed as the other, without a bridge, without scripts, and in a
 * session of its own that holds nothing and is forgotten with the process.
 */
export function printWebPreferences(): WebPreferences {
  const { preload: _preload, ...closed } = secureWebPreferences('', true)
  return { ...closed, partition: PRINT_PARTITION, javascript: false, images: false, webgl: false }
}
