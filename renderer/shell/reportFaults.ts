import type { OrchardBridge } from '#shared/ipc/contract'

/**
 * Sends the name of a fault to the log file. Never its message, which might quote what a customer wrote; the
 * place in the code is what a programmer needs.
 */
export function reportFault(bridge: OrchardBridge, fault: unknown): void {
  const name = fault instanceof Error ? fault.name : 'unknown'
  void bridge.call['log:report'](`window.${name.replace(/[^A-Za-z]/g, '')}`, placeOf(fault))
}

/** Reports what nobody caught. */
export function reportUncaughtFaults(bridge: OrchardBridge): void {
  window.addEventListener('error', (event) => reportFault(bridge, event.error))
  window.addEventListener('unhandledrejection', (event) => reportFault(bridge, event.reason))
}

/** `index-Dj7/18/4` of the first stack line: file, line and column of our own bundle. */
function placeOf(fault: unknown): string {
  const stack = fault instanceof Error ? (fault.stack ?? '') : ''
  const found = /([\w-]{1,40})\.js:(\d+):(\d+)/.exec(stack)
  return found === null ? '' : `${found[1]?.replaceAll('_', '-')}/${found[2]}/${found[3]}`
}
