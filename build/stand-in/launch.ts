import { existsSync, readFileSync } from 'node:fs'
import { open as openInspector } from 'node:inspector'
import { createRequire, Module } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { parseLaunchArguments } from './launchArguments'
import { App } from './module/app'
import { createElectronModule } from './module/index'
import { runtime, say } from './runtime'
import { start, stop } from './start'

/** Node's loader, of which the types show only the public part. */
interface Loader {
  _load(request: string, parent: unknown, isMain: boolean): unknown
  _resolveFilename(request: string, parent: unknown, isMain: boolean): string
}

/** Takes Electron's place in this process: reads the command line, offers `electron`, runs the app's main script. */
function launch(): void {
  const args = process.argv.slice(2)
  runtime.launch = parseLaunchArguments(args)
  runtime.executable = process.env.ORCHARD_STAND_IN_EXECUTABLE ?? process.argv[1] ?? process.execPath
  runtime.headless = isHeadless(process.env, process.platform)
  if (args.includes('--version') || args.includes('-v')) return void console.log(`v${electronVersion()}`)
  if (runtime.launch.appPath === undefined) {
    say('Usage: electron [-r module] <folder or main script> [arguments]')
    process.exit(1)
  }
  const { inspectPort } = runtime.launch
  if (inspectPort !== undefined) openInspector(inspectPort, '127.0.0.1')
  dressProcess(args)
  const main = findApp(resolve(runtime.launch.appPath))
  const app = new App(stop)
  const { electron, nativeTheme } = createElectronModule(app)
  offerModule(electron)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  let ended = false
  app.once('quit', () => {
    ended = true
  })
  const load = createRequire(join(process.cwd(), 'stand-in.cjs'))
  for (const preload of runtime.launch.preloads) load(preload)
  const loader = Module as unknown as Loader
  loader._load(main, null, true)
  // The script has had its say about paths and switches; only now may Chromium start. An app that quits meanwhile
  // (a second instance, for one) must not see it start at all.
  setImmediate(() => {
    if (ended) return
    start(app, nativeTheme).catch((error: unknown) => {
      say(String(error instanceof Error ? error.message : error))
      process.exit(1)
    })
  })
}

/** Gives `process` the marks by which code knows Electron's main process. */
function dressProcess(args: readonly string[]): void {
  process.argv = [runtime.executable, ...args]
  const define = (target: object, name: string, value: unknown): void => {
    Object.defineProperty(target, name, { value, configurable: true, enumerable: true, writable: true })
  }
  define(process, 'type', 'browser')
  define(process, 'defaultApp', true)
  define(process, 'resourcesPath', dirname(runtime.executable))
  define(process, 'versions', { ...process.versions, electron: electronVersion() })
}

/** Electron's own version with a mark that it is not the real one, so that a bug report can't be mistaken. */
function electronVersion(): string {
  try {
    const path = join(__dirname, '../../node_modules/electron/package.json')
    return `${(JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version}+stand-in`
  } catch {
    return '0.0.0+stand-in'
  }
}

/** Electron's default app: a folder with a package.json, or a script without name and version of its own. */
function findApp(path: string): string {
  runtime.appVersion = electronVersion()
  const loader = Module as unknown as Loader
  const packagePath = join(path, 'package.json')
  const main = loader._resolveFilename(path, null, true)
  runtime.appPath = existsSync(packagePath) ? path : dirname(main)
  if (!existsSync(packagePath)) return main
  const description = JSON.parse(readFileSync(packagePath, 'utf8')) as Record<string, string | undefined>
  runtime.appName = description.productName ?? description.name ?? runtime.appName
  runtime.appVersion = description.version ?? runtime.appVersion
  return main
}

function offerModule(electron: object): void {
  const loader = Module as unknown as Loader
  const original = loader._load
  const names = new Set(['electron', 'electron/main', 'electron/common'])
  loader._load = (request, parent, isMain) => {
    if (names.has(request)) return electron
    return original.call(Module, request, parent, isMain)
  }
}

function isHeadless(env: Readonly<Record<string, string | undefined>>, platform: string): boolean {
  if (env.ORCHARD_HEADLESS === '1') return true
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY
}

// A worker of the app that is started with this file in its arguments must not become a second app.
if (isMainThread) launch()
