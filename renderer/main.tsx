import './store/withoutEval'
import '@fontsource-variable/noto-sans/index.css'
import '@fontsource-variable/noto-sans-hebrew/index.css'
import '@fontsource-variable/noto-sans-sc/index.css'
import '@fontsource-variable/noto-sans-arabic/index.css'
import '@fontsource-variable/noto-sans-thai/index.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { v7 as uuidV7 } from 'uuid'
import type { OrchardBridge } from '#shared/ipc/contract'
import { BackupsProvider } from './backup/BackupsContext'
import { Backups } from './backup/backups'
import { RestingBackup } from './backup/restingBackup'
import { LockWindow } from './lock/LockWindow'
import { loadLanguage } from './settings/loadLanguage'
import { PreferencesProvider } from './settings/PreferencesContext'
import { shownLanguage } from './settings/shownLanguage'
import { App } from './shell/App'
import { BridgeContext } from './shell/BridgeContext'
import { closeWhenAsked } from './shell/closeWhenAsked'
import { reportUncaughtFaults } from './shell/reportFaults'
import { StartFailure } from './shell/StartFailure'
import { BootProvider } from './store/BootContext'
import { createBackupState } from './store/backupState'
import { BootKeeper } from './store/bootKeeper'
import { ImportDeskProvider } from './store/ImportDeskContext'
import { InsightCallsProvider } from './store/InsightCallsContext'
import { ImportDesk } from './store/importDesk'
import { NotebookProvider } from './store/NotebookContext'
import { Notebook } from './store/notebook'
import { createNotebookState } from './store/notebookState'
import { takeRowKey } from './store/sealing/ownSeal'
import { PlatformContext } from './ui/PlatformContext'
import { callWorker } from './workers/callWorker'

async function startWindow(): Promise<void> {
  const root = createRoot(document.getElementById('root') as HTMLElement)
  const bridge = window.orchard
  reportUncaughtFaults(bridge)
  const started = await bridge.call['app:start']()
  await loadLanguage(shownLanguage(started.ok ? started.value.preferences : { language: 'system' }))
  if (!started.ok && started.error.code === 'lock.locked') return showLock(root, bridge)
  if (!started.ok) {
    root.render(<StartFailure code={started.error.code} />)
    document.documentElement.dataset.appState = 'failed'
    return
  }
  takeRowKey(started.value.notebook.rowKey ?? null)
  const worker = new Worker(new URL('./workers/notebookWorker.ts', import.meta.url), { type: 'module' })
  const { client, onDeath } = callWorker(worker)
  worker.addEventListener('error', onDeath)
  const sources = { now: () => Date.now(), newId: () => uuidV7() }
  const state = createNotebookState()
  const notebook = new Notebook(started.value.notebook, bridge.call, client, sources, state)
  // What a test or a tour waits for: the window can be used, and, next, the index has caught up.
  state.subscribe(({ phase }) => {
    document.documentElement.dataset.appState = phase
  })
  const backups = new Backups(bridge.call, client, notebook, createBackupState())
  bridge.on('place:changed', (place) => backups.secondPlaceIs(place))
  const boot = new BootKeeper(bridge.call['boot:save'], notebook, started.value.boot)
  closeWhenAsked({ bridge, notebook, backups, boot })
  const backup = () => backups.takeIfChanged('beforeImport')
  const desk = new ImportDesk({ calls: bridge.call, notebook, backup })
  bridge.on('import:progress', ({ token, done, total }) => desk.readingAt(token, done, total))
  root.render(
    <StrictMode>
      <BridgeContext.Provider value={bridge}>
        <PlatformContext.Provider value={started.value.platform}>
          <PreferencesProvider initial={started.value.preferences}>
            <NotebookProvider notebook={notebook}>
              <BootProvider boot={started.value.boot}>
                <BackupsProvider backups={backups}>
                  <ImportDeskProvider desk={desk}>
                    <InsightCallsProvider value={client}>
                      <App />
                    </InsightCallsProvider>
                  </ImportDeskProvider>
                </BackupsProvider>
              </BootProvider>
            </NotebookProvider>
          </PreferencesProvider>
        </PlatformContext.Provider>
      </BridgeContext.Provider>
    </StrictMode>,
  )
  // Behind the first picture: a fifth of all that is said of fonts, for names that not every notebook has.
  void import('@fontsource-variable/noto-sans-kr/index.css')
  await notebook.start()
  boot.start()
  await desk.recall()
  await backups.start()
  new RestingBackup(backups, notebook).start()
}

/** No notebook is open: there is nothing to show but the lock. */
async function showLock(root: Root, bridge: OrchardBridge): Promise<void> {
  const state = await bridge.call['lock:state']()
  if (!state.ok) return
  await loadLanguage(state.value.language)
  root.render(
    <StrictMode>
      <BridgeContext.Provider value={bridge}>
        <LockWindow state={state.value} />
      </BridgeContext.Provider>
    </StrictMode>,
  )
  document.documentElement.dataset.appState = 'locked'
}

void startWindow()
