import { useMemo } from 'react'
import { type CommandList, command } from '../commands/registry'
import { useCopyLink } from '../edits/useCopyLink'
import { useView } from '../view/viewState'

/** A link to what is open: the customer's page, else the place. */
export function useLinkCommands(): CommandList {
  const copy = useCopyLink()
  return useMemo(
    () => [
      command('link.copy', 'command.copyLink', [], () => {
        const { place, customerId } = useView.getState()
        const isPage = place === 'notebook' && customerId !== undefined
        void copy(isPage ? { kind: 'customer', customerId } : { kind: 'place', place })
      }),
    ],
    [copy],
  )
}
