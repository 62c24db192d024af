import { useSystemNotices } from './useSystemNotices'
import { useTrayCount } from './useTrayCount'

/** Draws nothing: keeps the system's notices and the number beside the clock going, whatever place is open. */
export function SystemNotices() {
  useSystemNotices()
  useTrayCount()
  return null
}
