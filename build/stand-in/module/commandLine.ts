import { refuseUnknown } from './notImplemented'

/** app.commandLine: what the process was started with plus what the app appends before Chromium starts. */
export function createCommandLine(initial: ReadonlyMap<string, string>) {
  const switches = new Map(initial)
  const appended = new Map<string, string>()
  const api = refuseUnknown('app.commandLine', {
    appendSwitch(name: string, value = ''): void {
      switches.set(name.toLowerCase(), value)
      appended.set(name.toLowerCase(), value)
    },
    hasSwitch: (name: string): boolean => switches.has(name.toLowerCase()),
    getSwitchValue: (name: string): string => switches.get(name.toLowerCase()) ?? '',
    removeSwitch(name: string): void {
      switches.delete(name.toLowerCase())
      appended.delete(name.toLowerCase())
    },
  })
  /** `appended` is forwarded to Chromium; the initial ones are only where both mean the same by them. */
  return { api, appended, switches }
}
