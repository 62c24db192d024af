import type { IpcMainInvokeEvent } from 'electron'
import { isOwnUrl } from '../security/requests'

/**
 * Whether a call comes from the top frame of one of our own pages. A frame that is gone, detached, embedded or
 * of another origin is refused, whatever it asks.
 */
export function isTrustedSender(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame
  if (frame === null || frame === undefined || frame.detached || frame.parent !== null) return false
  return isOwnUrl(`${frame.origin}/`)
}
