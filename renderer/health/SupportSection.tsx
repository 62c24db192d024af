import { useState } from 'react'
import type { HealthFinding } from '#shared/health/finding'
import { supportFile } from '#shared/health/supportFile'
import { SCHEMA_VERSION } from '#shared/records/record'
import { err } from '#shared/result'
import { dayIn } from '#shared/time/calendarDay'
import { useErrorText, useText } from '../i18n/text'
import { SavedTold, type Told } from '../savedFiles/SavedTold'
import { usePreferences } from '../settings/PreferencesContext'
import { useBridge } from '../shell/BridgeContext'
import { useNotebook } from '../store/NotebookContext'
import { restingCounts } from '../store/queries/retention'
import { tableRows } from '../store/queries/tableRows'
import { deviceZone } from '../store/TodayContext'
import dialog from '../ui/dialog.module.css'
import styles from './Health.module.css'

/** The file for whoever helps: shown whole before it is saved. */
export function SupportSection({ findings }: { readonly findings: readonly HealthFinding[] | undefined }) {
  const text = useText()
  const errorText = useErrorText()
  const notebook = useNotebook()
  const { call } = useBridge()
  const { language } = usePreferences()
  const [shown, setShown] = useState<string>()
  const [told, setTold] = useState<Told>()

  const show = async () => {
    const facts = await call['health:support']().catch(() => err('ipc.fault'))
    if (!facts.ok) {
      setTold({ words: text('health.support.failed', { reason: errorText(facts.error.code) }) })
      return
    }
    const db = notebook.database()
    const rows = db === undefined ? {} : await tableRows(db).catch(() => ({}))
    const today = dayIn(deviceZone(), notebook.sources.now())
    const atRest =
      db === undefined ? undefined : await restingCounts(db, today, deviceZone()).catch(() => undefined)
    const { phase, appliedSeq, failure, saveError } = notebook.state.getState()
    const errors = [failure, saveError].filter((code) => code !== undefined)
    const { generation, sources } = notebook
    const state = { language, schema: SCHEMA_VERSION, generation, appliedSeq, phase, errors, rows, atRest }
    setTold(undefined)
    setShown(supportFile(facts.value, state, findings, sources.now()))
  }

  const save = async (content: string) => {
    const title = text('health.support.fileTitle', { on: dayIn(deviceZone(), notebook.sources.now()) })
    const saved = await call['export:saveText']('json', title, content).catch(() => err('ipc.fault'))
    if (!saved.ok) setTold({ words: text('health.support.failed', { reason: errorText(saved.error.code) }) })
    else if (saved.value !== null)
      setTold({
        words: text('health.support.saved', { file: saved.value.fileName }),
        file: saved.value.fileName,
      })
  }

  return (
    <section className={styles.support} aria-labelledby="health-support">
      <h3 id="health-support" className={styles.heading}>
        {text('health.support.title')}
      </h3>
      <p className={dialog.explain}>{text('health.support.explain')}</p>
      {shown === undefined ? (
        <button type="button" className={dialog.button} onClick={() => void show()}>
          {text('health.support.show')}
        </button>
      ) : (
        <>
          <textarea
            className={styles.file}
            dir="ltr"
            readOnly
            rows={12}
            aria-label={text('health.support.title')}
            value={shown}
          />
          <button type="button" className={dialog.button} onClick={() => void save(shown)}>
            {text('health.support.save')}
          </button>
        </>
      )}
      <SavedTold told={told} className={dialog.explain} />
    </section>
  )
}
