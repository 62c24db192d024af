import { spawn } from 'node:child_process'
import { runtime, say } from '../runtime'
import { createCommandLine } from './commandLine'
import { emitterRefusingUnknown } from './notImplemented'
import { createPaths } from './paths'
import { preventable } from './preventable'
import { closeSchemeRegistration } from './protocol'
import { Quitting } from './quitting'
import { setSessionDataFolder } from './session'
import { SingleInstance } from './singleInstance'

/** What relaunch is told: defaults are this process's own. */
interface RelaunchOptions {
  readonly args?: readonly string[]
  readonly execPath?: string
}

/** Electron's app: life cycle, paths, command line, single instance. */
export class App extends emitterRefusingUnknown('app') {
  readonly isPackaged = false
  readonly commandLineParts = createCommandLine(runtime.launch.switches)
  readonly commandLine = this.commandLineParts.api
  readonly getPath: (name: string) => string
  readonly setPath: (name: string, path: string) => void
  name = runtime.appName
  private readonly instance: SingleInstance
  private readonly quitting: Quitting
  private ready = false
  private announceReady: () => void = () => undefined
  private readonly readiness = new Promise<void>((resolve) => {
    this.announceReady = resolve
  })
  private relaunchAs: RelaunchOptions | undefined

  /** @param stop ends Chromium in order; called once, before the process ends */
  constructor(private readonly stop: () => Promise<void>) {
    super()
    const userDataSwitch = runtime.launch.switches.get('user-data-dir')
    const paths = createPaths({ executable: runtime.executable, userDataSwitch, name: () => this.name })
    this.getPath = paths.getPath
    this.setPath = paths.setPath
    setSessionDataFolder(() => this.getPath('sessionData'))
    this.instance = new SingleInstance(
      () => this.getPath('userData'),
      (second) =>
        this.emit('second-instance', preventable({}), second.argv, second.cwd, second.additionalData),
    )
    this.quitting = new Quitting({
      emit: (name, ...args) => this.emit(name, ...args),
      listenerCount: (name) => this.listenerCount(name),
      end: (exitCode) => void this.end(exitCode),
    })
  }

  whenReady(): Promise<void> {
    return this.readiness
  }

  isReady(): boolean {
    return this.ready
  }

  /** Chromium runs: windows may come. Goes through `emit`, which Playwright's loader replaces to hold it back. */
  becomeReady(): void {
    closeSchemeRegistration()
    this.ready = true
    this.announceReady()
    this.emit('ready', preventable({}), {})
  }

  quit(): void {
    this.quitting.quit()
  }

  exit(exitCode = 0): void {
    this.quitting.exit(exitCode)
  }

  relaunch(options: RelaunchOptions = {}): void {
    this.relaunchAs = options
  }

  getVersion(): string {
    return runtime.appVersion
  }

  getName(): string {
    return this.name
  }

  setName(name: string): void {
    this.name = name
  }

  getAppPath(): string {
    return runtime.appPath
  }

  getLocale(): string {
    return this.commandLine.getSwitchValue('lang') || systemLanguages()[0] || 'en-US'
  }

  getSystemLocale(): string {
    return systemLanguages()[0] ?? 'en-US'
  }

  getPreferredSystemLanguages(): string[] {
    return systemLanguages()
  }

  getLocaleCountryCode(): string {
    return this.getSystemLocale().split('-')[1] ?? ''
  }

  requestSingleInstanceLock(additionalData?: unknown): boolean {
    return this.instance.request(additionalData)
  }

  hasSingleInstanceLock(): boolean {
    return this.instance.has()
  }

  releaseSingleInstanceLock(): void {
    this.instance.release()
  }

  /** Every renderer already counts as sandboxed here; what that is worth, see README.md. */
  enableSandbox(): void {}
  setAppUserModelId(_id: string): void {}
  setAboutPanelOptions(_options: object): void {}
  focus(): void {}
  disableHardwareAcceleration(): void {}

  /** The system's list of recent files is left alone: what was asked for is printed instead. */
  addRecentDocument(path: string): void {
    say(`app.addRecentDocument ${path}`)
  }
  clearRecentDocuments(): void {}

  /** The system is not told anything; false is Electron's answer when it could not be. */
  setAsDefaultProtocolClient(_scheme: string): boolean {
    return false
  }

  private async end(exitCode: number): Promise<void> {
    this.instance.release()
    await this.stop()
    if (this.relaunchAs) {
      const { args = process.argv.slice(1), execPath = runtime.executable } = this.relaunchAs
      spawn(execPath, args, { detached: true, stdio: 'ignore' }).unref()
    }
    process.exit(exitCode)
  }
}

/** The languages of the environment, most wanted first. @example LANG=de_DE.UTF-8 gives ['de-DE'] */
function systemLanguages(): string[] {
  const { LANGUAGE = '', LC_ALL = '', LC_MESSAGES = '', LANG = '' } = process.env
  const wanted = [...LANGUAGE.split(':'), LC_ALL || LC_MESSAGES || LANG]
  const tags = wanted.map((name) => name.replace(/[.@].*$/, '').replace('_', '-'))
  const languages = [...new Set(tags.filter((tag) => /^[a-z]{2,3}(-|$)/i.test(tag)))]
  return languages.length > 0 ? languages : ['en-US']
}
