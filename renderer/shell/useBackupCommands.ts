import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { useBackups } from '../backup/BackupsContext'
import { type CommandList, command } from '../commands/registry'
import { useErrorText, useText } from '../i18n/text'
import { useHealthView } from '../view/healthView'
import { useRetentionView } from '../view/retentionView'
import { useView } from '../view/viewState'

/** What can be done about backups from anywhere. */
export function useBackupCommands(): CommandList {
  const backups = useBackups()
  const text = useText()
  const errorText = useErrorText()
  const go = useView((view) => view.go)
  const checkHealth = useHealthView((view) => view.show)
  const reviewRetention = useRetentionView((view) => view.show)
  return useMemo(() => {
    const takeNow = async () => {
      const taken = await backups.take('manual')
      const message = taken.ok
        ? text('backup.takenNow')
        : text('backup.failed', { reason: errorText(taken.error.code) })
      notifications.show({ message })
    }
    const show = () => {
      go('settings')
      // The list is there once the page has been drawn.
      requestAnimationFrame(() => document.getElementById('backups')?.focus())
    }
    return [
      command('backup.now', 'command.backupNow', [], () => void takeNow()),
      command('backup.show', 'command.backupShow', [], show),
      command('health.check', 'health.title', [], () => checkHealth(true)),
      command('retention.review', 'retention.title', [], () => reviewRetention(true)),
    ]
  }, [backups, text, errorText, go, checkHealth, reviewRetention])
}
