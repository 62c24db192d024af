import type { OrchardBridge } from '#shared/ipc/contract'
import { err, type OrchardError, type Result } from '#shared/result'
import type { OpenIndexAnswer } from '../workers/notebookProtocol'

type Open = () => Promise<Result<OpenIndexAnswer>>

/** Faults that a new store would have as well, or that say that the store is whole: a later version's, a full disk. */
const NOT_BROKEN = new Set(['NewerIndexError', 'QuotaExceededError'])

/**
 * Opens the index. Where the browser's store opens under no name, it is moved out of the way and a new index begun: the
 * journal has everything. Errors: those of the opening, or `index.diskFull` where there is no room for a new store.
 */
export async function openOrSetAside(
  open: Open,
  openNew: Open,
  setAside: OrchardBridge['call']['index:setAside'],
): Promise<Result<OpenIndexAnswer>> {
  const opened = await open()
  if (opened.ok || !isBroken(opened.error)) return opened
  const moved = await setAside().catch(() => err('ipc.fault'))
  return moved.ok ? openNew() : moved
}

function isBroken({ code, params }: OrchardError): boolean {
  return code === 'index.fault' && !NOT_BROKEN.has(String(params?.name))
}
