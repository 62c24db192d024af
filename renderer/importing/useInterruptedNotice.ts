import { useEffect } from 'react'
import { useText } from '../i18n/text'
import { useDeskState } from '../store/ImportDeskContext'
import { showNotice } from '../ui/notice'
import { useView } from '../view/viewState'

/** Says in every place that an import was cut off, as soon as that is known; the import's own place says more. */
export function useInterruptedNotice(): void {
  const text = useText()
  const go = useView((view) => view.go)
  const fileName = useDeskState((state) => state.interrupted?.fileName)
  useEffect(() => {
    if (fileName === undefined) return
    showNotice({
      message: text('import.interrupted', { file: fileName }),
      action: { label: text('import.interrupted.open'), run: () => go('import') },
      stays: true,
    })
  }, [fileName, text, go])
}
