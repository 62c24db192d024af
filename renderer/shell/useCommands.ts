import { notifications } from '@mantine/notifications'
import { spotlight } from '@mantine/spotlight'
import { useMemo } from 'react'
import type { MessageKey } from '#shared/i18n/catalogues'
import { type Command, command } from '../commands/registry'
import { useUndo } from '../commands/useUndo'
import { useImportDesk } from '../store/ImportDeskContext'
import { useAppointmentView } from '../view/appointmentView'
import { PLACES, type Place, useView } from '../view/viewState'
import { useBackupCommands } from './useBackupCommands'
import { useFairAhead } from './useFairAhead'
import { useLibraryCommands } from './useLibraryCommands'
import { useLinkCommands } from './useLinkCommands'
import { useLockCommands } from './useLockCommands'
import { useLookCommands } from './useLookCommands'
import { useReportCommand } from './useReportCommand'
import { useTabCommands } from './useTabCommands'

const PLACE_KEYS: Readonly<Record<Place, string>> = {
  today: 'mod+Digit1',
  fair: 'mod+Digit2',
  notebook: 'mod+Digit3',
  timeline: 'mod+Digit4',
  library: 'mod+Digit5',
  channels: 'mod+Digit6',
  insights: 'mod+Digit7',
  import: 'mod+Digit8',
  settings: 'mod+Digit9',
}

const PLACE_TITLES: Readonly<Record<Place, MessageKey>> = {
  today: 'command.goToday',
  fair: 'command.goFair',
  notebook: 'command.goNotebook',
  timeline: 'command.goTimeline',
  library: 'command.goLibrary',
  channels: 'command.goChannels',
  insights: 'command.goInsights',
  import: 'command.goImport',
  settings: 'command.goSettings',
}

/** The commands that work everywhere. */
export function useCommands(): readonly Command[] {
  const { undo, redo } = useUndo()
  const backupCommands = useBackupCommands()
  const libraryCommands = useLibraryCommands()
  const linkCommands = useLinkCommands()
  const lookCommands = useLookCommands()
  const lockCommands = useLockCommands()
  const tabCommands = useTabCommands()
  const desk = useImportDesk()
  const openReport = useReportCommand()
  const openVisitors = useFairAhead(useView((view) => view.openVisitors))
  const openInvitations = useFairAhead(useView((view) => view.openInvitations))
  const openExport = useView((view) => view.openExport)
  const go = useView((view) => view.go)
  const togglePrivacy = useView((view) => view.togglePrivacy)
  const askAppointment = useAppointmentView((view) => view.ask)
  const showKeys = useView((view) => view.showKeys)
  const toggleHelp = useView((view) => view.toggleHelp)
  const showDuplicates = useView((view) => view.showDuplicates)
  return useMemo(
    () => [
      command('palette.open', 'command.palette', ['mod+KeyK'], spotlight.open),
      command('keys.show', 'command.keys', ['?'], () => showKeys(true)),
      command('help.show', 'command.help', ['F1'], toggleHelp),
      ...PLACES.map((place) =>
        command(`go.${place}`, PLACE_TITLES[place], [PLACE_KEYS[place]], () => go(place)),
      ),
      command('lead.new', 'command.newLead', ['mod+KeyN'], () => {
        go('fair')
        // The form is there once the page has been drawn; where it was open already, the cursor comes back to it.
        requestAnimationFrame(() => document.getElementById('lead-company')?.focus())
      }),
      command('appointment.new', 'command.newAppointment', ['F8'], () => {
        const { place, customerId } = useView.getState()
        askAppointment(place === 'notebook' ? { customerId } : {})
      }),
      command('import.files', 'command.importFiles', ['mod+KeyI'], () => {
        go('import')
        void desk.pick()
      }),
      command('import.paste', 'command.pasteText', [], () => {
        go('import')
        desk.showPane('paste')
      }),
      command('import.history', 'import.history', [], () => {
        go('import')
        desk.showPane('history')
      }),
      command('export.open', 'command.export', ['mod+KeyE'], () => {
        const { place, markedIds, privacy } = useView.getState()
        const isMarked = place === 'notebook' && markedIds.length > 0 && !privacy
        openExport(isMarked ? { query: '', ids: markedIds } : 'all')
      }),
      command('notebook.search', 'command.search', ['/'], () => {
        showDuplicates(false)
        // The field is there once the page has been drawn.
        requestAnimationFrame(() => document.getElementById('notebook-search')?.focus())
      }),
      command('duplicates.show', 'command.duplicates', [], () => showDuplicates(true)),
      {
        ...command('privacy.toggle', 'command.privacy', ['F7'], togglePrivacy),
        // The buyer looks at the dialog as well.
        overDialogs: true,
      },
      command('report.open', 'command.report', ['F9'], openReport),
      command('visitors.open', 'command.visitors', ['shift+F9'], openVisitors),
      command('invitations.open', 'command.invite', [], openInvitations),
      command('undo', 'command.undo', ['mod+KeyZ'], () => void undo(), false),
      command('redo', 'command.redo', ['mod+shift+KeyZ', 'mod+KeyY'], () => void redo(), false),
      ...backupCommands,
      ...lookCommands,
      ...lockCommands,
      ...libraryCommands,
      ...linkCommands,
      ...tabCommands,
      command('notices.close', 'command.closeNotices', [], notifications.clean),
    ],
    [
      backupCommands,
      libraryCommands,
      linkCommands,
      lookCommands,
      lockCommands,
      tabCommands,
      desk,
      openExport,
      openReport,
      openVisitors,
      openInvitations,
      go,
      togglePrivacy,
      askAppointment,
      showKeys,
      toggleHelp,
      showDuplicates,
      undo,
      redo,
    ],
  )
}
