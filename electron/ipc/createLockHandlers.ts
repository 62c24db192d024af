import { ok } from '#shared/result'
import type { NotebookGate, Opened } from '../lock/notebookGate'
import { log } from '../log'
import type { LockHandlers } from './handle'

/** What is answered whether a notebook is open or not. */
export interface LockHandlerParts {
  readonly gate: NotebookGate<Opened>
  /** The window has kept what only it had. */
  readonly onReadyToLock: () => void
  /** Somebody is at the window. */
  readonly onUsed: () => void
  readonly onReadyToClose: () => void
}

/** The channels of the lock, each a line over the gate. */
export function createLockHandlers({
  gate,
  onReadyToLock,
  onUsed,
  onReadyToClose,
}: LockHandlerParts): LockHandlers {
  /** Whoever types a passphrase is there: a notebook that locked itself must not do so again as soon as it is opened. */
  const used = async <T>(open: () => Promise<T>): Promise<T> => {
    onUsed()
    const opened = await open()
    onUsed()
    return opened
  }
  return {
    'lock:state': async () => ok(gate.state()),
    'lock:unlock': (passphrase) => used(() => gate.unlock(passphrase)),
    'lock:recover': (code, passphrase) => used(() => gate.recover(code, passphrase)),
    'lock:now': () => gate.lock(),
    'lock:ready': async () => {
      onReadyToLock()
      return ok(null)
    },
    'lock:used': async () => {
      onUsed()
      return ok(null)
    },
    'lock:prepare': (passphrase) => gate.prepare(passphrase),
    'lock:turnOn': () => gate.turnOn(),
    'lock:turnOff': (passphrase) => gate.turnOff(passphrase),
    'lock:change': (passphrase, next) => gate.change(passphrase, next),
    'lock:newSheet': (passphrase) => gate.newSheet(passphrase),
    'app:readyToClose': async () => {
      onReadyToClose()
      return ok(null)
    },
    'log:report': async (code, where) => {
      log.error(code, { where })
      return ok(null)
    },
  }
}
