import path from 'node:path'
import electronLog from 'electron-log/node'

/** Values that may be logged: codes, counts and names of our own making, never what a customer or user wrote. */
type LogFields = Readonly<Record<string, string | number | boolean>>

const SIZE_LIMIT_BYTES = 1024 * 1024

// By itself electron-log writes below the user's configuration folder as soon as it is used.
electronLog.transports.file.level = false

/** Sends the log to a rotating file in `folder`; before this is called, lines go to the console only. */
export function openLog(folder: string): void {
  electronLog.transports.file.resolvePathFn = () => path.join(folder, 'orchard.log')
  electronLog.transports.file.maxSize = SIZE_LIMIT_BYTES
  electronLog.transports.file.level = 'info'
  electronLog.transports.console.level = 'warn'
}

/** Logs a code with fields. There is no free text, so that no name or address can slip in. */
export const log = {
  info: (code: string, fields: LogFields = {}) => electronLog.info(code, JSON.stringify(fields)),
  warn: (code: string, fields: LogFields = {}) => electronLog.warn(code, JSON.stringify(fields)),
  error: (code: string, fields: LogFields = {}) => electronLog.error(code, JSON.stringify(fields)),
}
