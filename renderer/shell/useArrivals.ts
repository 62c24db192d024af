import { notifications } from '@mantine/notifications'
import { useEffect, useRef } from 'react'
import type { Arrival } from '#shared/ipc/arrivals'
import { useBackups } from '../backup/BackupsContext'
import { useText } from '../i18n/text'
import { livingRecord } from '../store/currentRecord'
import { useImportDesk } from '../store/ImportDeskContext'
import { useNotebook, useNotebookState } from '../store/NotebookContext'
import { isDialogOpen } from '../ui/isDialogOpen'
import { whenDialogsClose } from '../ui/whenDialogsClose'
import { useView } from '../view/viewState'
import { useBridge } from './BridgeContext'

/**
 * Shows what was opened with Orchard from outside: a link's page, files in the place Import, a backup's preview. Nothing is
 * written by it. An open dialog is not torn away: what came waits until it is closed.
 */
export function useArrivals(): void {
  const { call, on } = useBridge()
  const isReady = useNotebookState(({ phase }) => phase === 'ready')
  const welcome = useRef(useWelcome())
  welcome.current = useWelcome()
  useEffect(() => {
    if (!isReady) return
    const take = async () => {
      const taken = await call['arrival:take']()
      if (!taken.ok) return
      for (const arrival of taken.value) await welcome.current(arrival)
    }
    void take()
    return on('arrival:waiting', () => void take())
  }, [isReady, call, on])
}

function useWelcome(): (arrival: Arrival) => Promise<void> {
  const text = useText()
  const notebook = useNotebook()
  const desk = useImportDesk()
  const backups = useBackups()
  const go = useView((view) => view.go)
  const openCustomer = useView((view) => view.openCustomer)
  return async (arrival) => {
    if (isDialogOpen()) notifications.show({ message: text('arrival.waits') })
    await whenDialogsClose()
    if (arrival.kind === 'place') return go(arrival.place)
    if (arrival.kind === 'files') {
      go('import')
      return desk.take(arrival.files)
    }
    if (arrival.kind === 'backup') {
      backups.wasGiven()
      return go('settings')
    }
    const customer = await livingRecord(notebook.database(), 'customers', arrival.customerId)
    if (customer !== undefined) return openCustomer(customer.id)
    notifications.show({ message: text('arrival.unknownPage') })
  }
}
