import { useMemo } from 'react'
import { type Command, command } from '../commands/registry'
import { useErrorText } from '../i18n/text'
import { showNotice } from '../ui/notice'
import { useBridge } from './BridgeContext'

/** Locking the notebook from anywhere; a notebook without a lock says that it has none. */
export function useLockCommands(): readonly Command[] {
  const bridge = useBridge()
  const errorText = useErrorText()
  return useMemo(() => {
    const lock = async () => {
      const locked = await bridge.call['lock:now']()
      if (!locked.ok) showNotice({ bad: true, message: errorText(locked.error.code) })
    }
    return [
      // Whoever leaves the desk does not close dialogs first.
      { ...command('lock.now', 'command.lockNow', ['mod+shift+KeyL'], () => void lock()), overDialogs: true },
    ]
  }, [bridge, errorText])
}
