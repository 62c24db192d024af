import { useEffect, useRef } from 'react'
import { useText } from '../i18n/text'
import { useDeskState } from '../store/ImportDeskContext'
import { showNotice, withdrawOffer } from '../ui/notice'
import { useView } from '../view/viewState'

/**
 * Says in every other place that an import was cut off, as soon as that is known. The import's own place says more: who
 * goes there has been told, and nothing stands over its buttons.
 */
export function useInterruptedNotice(): void {
  const text = useText()
  const go = useView((view) => view.go)
  const isThere = useView((view) => view.place === 'import')
  const fileName = useDeskState((state) => state.interrupted?.fileName)
  const isTold = useRef(false)
  useEffect(() => {
    if (fileName === undefined || isTold.current) return
    if (isThere) {
      isTold.current = true
      return
    }
    showNotice({
      message: text('import.interrupted', { file: fileName }),
      action: { label: text('import.interrupted.open'), run: () => go('import') },
      stays: true,
    })
    return withdrawOffer
  }, [fileName, text, go, isThere])
}
