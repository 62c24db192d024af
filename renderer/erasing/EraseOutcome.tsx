import { useState } from 'react'
import type { ErasureReport, ErasureRequest } from '#shared/erasing/request'
import { err, type Result } from '#shared/result'
import { dayIn } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { useErrorText, useText } from '../i18n/text'
import { SavedTold, type Told } from '../savedFiles/SavedTold'
import { useBridge } from '../shell/BridgeContext'
import { deviceZone } from '../store/TodayContext'
import dialog from '../ui/dialog.module.css'
import styles from './Erase.module.css'
import { reportFile, reportLines } from './reportText'

/** What an erasure came to, and the report as a file for whoever asked for it. */
export function EraseOutcome(props: {
  readonly request: ErasureRequest
  readonly result: Result<ErasureReport>
  readonly onLeave: () => void
}) {
  const { request, result, onLeave } = props
  const text = useText()
  const errorText = useErrorText()
  const formats = useFormats()
  const bridge = useBridge()
  const [told, setTold] = useState<Told>()

  const save = async (report: ErasureReport) => {
    const title = text('erase.report.fileTitle', { on: dayIn(deviceZone(), report.at) })
    const content = reportFile(report, request, text, formats)
    const saved = await bridge.call['export:saveText']('txt', title, content).catch(() => err('ipc.fault'))
    if (!saved.ok) setTold({ words: text('erase.report.notSaved', { reason: errorText(saved.error.code) }) })
    else if (saved.value !== null)
      setTold({
        words: text('erase.report.saved', { file: saved.value.fileName }),
        file: saved.value.fileName,
      })
  }

  return (
    <div className={styles.dialog}>
      {result.ok ? (
        <>
          <p className={styles.done}>{text('erase.done')}</p>
          <ul className={styles.points}>
            {reportLines(result.value, text).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className={dialog.bad} role="alert">
          {errorText(result.error.code)}
        </p>
      )}
      <SavedTold told={told} className={styles.told} />
      <div className={`${dialog.actions} ${dialog.foot}`}>
        <button type="button" className={dialog.primary} data-autofocus onClick={onLeave}>
          {text('erase.leave')}
        </button>
        {result.ok && (
          <button type="button" className={dialog.button} onClick={() => void save(result.value)}>
            {text('erase.report.save')}
          </button>
        )}
      </div>
    </div>
  )
}
