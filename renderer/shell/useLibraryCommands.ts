import { useMemo } from 'react'
import { type Command, command } from '../commands/registry'
import { type LibraryDialog, useLibraryView } from '../view/libraryView'
import { useView } from '../view/viewState'

/** What can be added to the library from anywhere. */
export function useLibraryCommands(): readonly Command[] {
  const openTab = useView((view) => view.openTab)
  const openDialog = useLibraryView((view) => view.openDialog)
  return useMemo(() => {
    const open = (tab: string, dialog: LibraryDialog) => () => {
      openTab('library', tab)
      openDialog(dialog)
    }
    return [
      command('library.newPiece', 'command.newPiece', [], open('content', { kind: 'newPiece' })),
      command('library.newPosition', 'command.newPosition', [], open('positions', { kind: 'newPosition' })),
      command('library.newTemplate', 'command.newTemplate', [], open('templates', { kind: 'newTemplate' })),
      command('library.newOffer', 'command.newOffer', [], open('offers', { kind: 'newOffer' })),
    ]
  }, [openTab, openDialog])
}
