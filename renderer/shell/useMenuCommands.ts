import { useEffect } from 'react'
import type { CommandList } from '../commands/registry'
import { isDialogOpen } from '../ui/isDialogOpen'
import { useBridge } from './BridgeContext'

/** Runs the command that was chosen in the native menu; as with its key, not under an open dialog. */
export function useMenuCommands(commands: CommandList): void {
  const bridge = useBridge()
  useEffect(
    () =>
      bridge.on('menu:command', (id) => {
        const chosen = commands.find((command) => command.id === id)
        if (chosen?.overDialogs === true || !isDialogOpen()) chosen?.run()
      }),
    [bridge, commands],
  )
}
