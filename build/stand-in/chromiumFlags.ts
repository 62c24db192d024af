/** What decides Chromium's command line. */
export interface ChromiumOptions {
  readonly profileFolder: string
  /** Port of the loopback server that answers for every http://*.localhost. */
  readonly serverPort: number
  readonly headless: boolean
  /** Value of --remote-debugging-port, undefined to open none. */
  readonly remoteDebuggingPort: string | undefined
  readonly language: string
  /** What the app appended through app.commandLine. */
  readonly appended: ReadonlyMap<string, string>
}

/** Browser features that an Electron app does not have, or that would talk to the network by themselves. */
const DISABLED_FEATURES = [
  'Translate',
  'OptimizationHints',
  'MediaRouter',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'AutofillServerCommunication',
  'PreconnectToSearch',
  'NetworkTimeServiceQuerying',
  'DestroyProfileOnBrowserClose',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  // Frames stay in their page's process: one in another starts before DevTools can prepare it.
  'IsolateSandboxedIframes',
  'IsolateOrigins',
  'site-per-process',
  // Pages of the address bar's popups, loaded beside each window though nobody sees that bar: 1.5 s of a core each start.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
]

/** Ours to decide: an app that appends one of these would cut the stand-in off. */
const RESERVED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'user-data-dir',
  'headless',
  'host-resolver-rules',
]

/** Appended by the app to what we say ourselves: Chromium counts the last of two alike. */
const JOINED = ['disable-features', 'js-flags']

/**
 * DevTools makes a script of each value that it hands to a function, and that is how our messages get into a page. The
 * engine would keep these scripts for as long as it keeps those of a page, which came to 10 MB for a thousand imported rows.
 */
const ENGINE_FLAGS = ['--no-compilation-cache']

/** The arguments for Chromium; only flags with a reason of ours are here. */
export function chromiumFlags(options: ChromiumOptions): string[] {
  const disabled = [...DISABLED_FEATURES, ...(options.appended.get('disable-features')?.split(',') ?? [])]
  const engine = [...ENGINE_FLAGS, ...(options.appended.get('js-flags')?.split(' ') ?? [])]
  const flags = [
    `--user-data-dir=${options.profileFolder}`,
    '--remote-debugging-pipe',
    '--no-startup-window',
    // A custom scheme's host is a name under .localhost, and all of these are our server.
    `--host-resolver-rules=MAP *.localhost:80 127.0.0.1:${options.serverPort}`,
    // The rule that counts last decides. Everything else goes through our proxy, which lets nothing out that the app's handlers have not seen.
    `--proxy-server=http://127.0.0.1:${options.serverPort}`,
    '--proxy-bypass-list=<-loopback>;*.localhost:80',
    `--lang=${options.language}`,
    `--disable-features=${disabled.join(',')}`,
    `--js-flags=${engine.join(' ')}`,
    '--no-first-run',
    // What Chromium's makers try out on some: a start must be the same for all.
    '--disable-field-trial-config',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-sync',
    '--disable-quic',
    '--disable-breakpad',
    '--disable-back-forward-cache',
    '--disable-search-engine-choice-screen',
    // Timers and painting of a window that is covered or not focused must not stop, least of all in tests.
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-site-isolation-trials',
    '--disable-hang-monitor',
    '--disable-ipc-flooding-protection',
    '--disable-dev-shm-usage',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--metrics-recording-only',
    '--password-store=basic',
    '--use-mock-keychain',
    ...headlessFlags(options.headless),
    ...sandboxFlags(options.headless),
  ]
  if (options.remoteDebuggingPort !== undefined)
    flags.push(`--remote-debugging-port=${options.remoteDebuggingPort}`)
  for (const [name, value] of options.appended) {
    if (RESERVED.includes(name) || JOINED.includes(name) || name === 'lang') continue
    flags.push(value === '' ? `--${name}` : `--${name}=${value}`)
  }
  return flags
}

/** The arguments for the short second start that opens a window in the running Chromium. */
export function appWindowFlags(profileFolder: string): string[] {
  return [
    `--user-data-dir=${profileFolder}`,
    '--remote-debugging-pipe',
    '--no-first-run',
    ...sandboxFlags(false),
  ]
}

function headlessFlags(headless: boolean): string[] {
  return headless ? ['--headless', '--force-color-profile=srgb', '--disable-gpu'] : []
}

/**
 * Chromium refuses to run as root with its sandbox. So in a container the renderer is not sandboxed at all: that a real
 * Electron's sandbox holds is not verified here.
 */
function sandboxFlags(headless: boolean): string[] {
  if (process.getuid?.() !== 0) return []
  return headless ? ['--no-sandbox'] : ['--no-sandbox', '--test-type']
}
