import { useRef, useState } from 'react'
import type { PanelName } from '#shared/insights/panels'
import { useText } from '../i18n/text'
import { KeyCaps } from '../ui/KeyCaps'
import link from '../ui/link.module.css'
import { NOT_IN_PICTURE, pictureOf } from '../ui/pictureOf'
import { usePlainKeys } from '../ui/usePlainKeys'
import { useInsights } from './InsightContext'
import styles from './Insights.module.css'
import { useExportFigures } from './useExportFigures'
import { usePictureLines } from './usePictureLines'

/** A figure as a picture on the clipboard (its key while the focus is in it), and as a spreadsheet of its own. */
export function FigureActions(props: {
  title: string
  /** The figure as a table; one that is drawn only has none. */
  name?: PanelName
  currency?: string | undefined
}) {
  const { title, name, currency } = props
  const text = useText()
  const { request } = useInsights()
  const lines = usePictureLines(currency)
  const own = useRef<HTMLSpanElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'failed'>()
  const saving = useExportFigures(
    text('insights.workbookTitle', { tab: title, day: request.today }),
    name === undefined ? [] : [name],
  )
  const copy = async () => {
    const section = own.current?.closest('section')
    if (section === null || section === undefined) return
    try {
      const picture = pictureOf(section, lines)
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
      setOutcome('copied')
    } catch {
      setOutcome('failed')
    }
  }
  usePlainKeys({
    // Asked when the key is pressed: of all figures only the one with the focus answers.
    get KeyC() {
      const section = own.current?.closest('section')
      return section?.contains(document.activeElement) === true ? () => void copy() : undefined
    },
  })
  const saved = saving.result?.ok === true ? saving.result.value?.files[0] : undefined
  return (
    <span ref={own} className={styles.actions} {...{ [NOT_IN_PICTURE]: '' }}>
      <span className={styles.quiet} aria-live="polite">
        {outcome !== undefined && text(`insights.picture.${outcome}`)}
        {saved !== undefined && 'fileName' in saved && <bdi>{saved.fileName}</bdi>}
        {saving.result?.ok === false && text('insights.failed')}
      </span>
      <button
        type="button"
        className={link.link}
        aria-label={text('insights.picture.of', { figure: title })}
        onClick={() => void copy()}
      >
        {text('insights.picture')} <KeyCaps chord="KeyC" />
      </button>
      {name !== undefined && (
        <button
          type="button"
          className={link.link}
          aria-label={text('insights.exportOne', { figure: title })}
          disabled={saving.busy}
          onClick={() => void saving.save()}
        >
          <bdi dir="ltr">.xlsx</bdi>
        </button>
      )}
    </span>
  )
}
