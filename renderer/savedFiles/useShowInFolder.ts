import { useCallback } from 'react'
import { err } from '#shared/result'
import { useErrorText, useText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import { showNotice } from '../ui/notice'

/** Shows a file or folder that was saved a moment ago, by the name that is shown; says so where it is gone. */
export function useShowInFolder(): (name: string) => Promise<void> {
  const text = useText()
  const errorText = useErrorText()
  const { call } = useBridge()
  return useCallback(
    async (name) => {
      const shown = await call['export:show'](name).catch(() => err('ipc.fault'))
      if (!shown.ok)
        showNotice({ message: text('export.notShown', { reason: errorText(shown.error.code) }), bad: true })
    },
    [call, text, errorText],
  )
}
