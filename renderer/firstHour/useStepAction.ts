import { useBackups } from '../backup/BackupsContext'
import { useErrorText, useText } from '../i18n/text'
import { showNotice } from '../ui/notice'
import { useView } from '../view/viewState'
import type { FirstHourStep } from './firstHourSteps'

/** What a press on a step does; `undefined` where one is there already, or where there is more than one way. */
export function useStepAction(step: FirstHourStep): (() => void) | undefined {
  const text = useText()
  const errorText = useErrorText()
  const backups = useBackups()
  const place = useView((view) => view.place)
  const go = useView((view) => view.go)
  const goTo = (target: 'today' | 'fair') => (place === target ? undefined : () => go(target))
  switch (step) {
    case 'look':
      return undefined
    case 'letter':
      return goTo('today')
    case 'backup':
      return async () => {
        const taken = await backups.take('manual')
        if (!taken.ok)
          showNotice({ message: text('backup.failed', { reason: errorText(taken.error.code) }), bad: true })
      }
    case 'fair':
    case 'lead':
      return goTo('fair')
  }
}
