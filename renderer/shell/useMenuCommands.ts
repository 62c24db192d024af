import { useEffect } from 'react'
import type { CommandList } from '../commands/registry'
import { useBridge } from './BridgeContext'

/** Runs the command that was chosen in the native menu. */
export function useMenuCommands(commands: CommandList): void {
  const bridge = useBridge()
  useEffect(
    () => bridge.on('menu:command', (id) => commands.find((command) => command.id === id)?.run()),
    [bridge, commands],
  )
}
