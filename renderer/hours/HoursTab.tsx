import { useState } from 'react'
import { placeKeyOf } from '#shared/costs/costPlace'
import type { SavedReport } from '#shared/ipc/report'
import { priceOfMinutes } from '#shared/measures/acquisitionCost'
import type { Hours } from '#shared/records/hours'
import { hoursWorkbook } from '#shared/reporting/hoursWorkbook'
import type { Result } from '#shared/result'
import { dayIn } from '#shared/time/calendarDay'
import { useText } from '../i18n/text'
import { useReportWords } from '../i18n/useReportWords'
import { SavedReportFiles } from '../savedFiles/SavedReportFiles'
import { usePreferences } from '../settings/PreferencesContext'
import { useBridge } from '../shell/BridgeContext'
import { useNotebook, useRead } from '../store/NotebookContext'
import { type HoursBook, hoursBook } from '../store/queries/hours'
import { deviceZone } from '../store/TodayContext'
import link from '../ui/link.module.css'
import sheet from '../ui/sheet.module.css'
import { useView } from '../view/viewState'
import styles from './Hours.module.css'
import { HoursDialog } from './HoursDialog'
import { HoursTable } from './HoursTable'

/** The time log: what no talk stands for, and what it costs at the price of an hour. */
export function HoursTab() {
  const text = useText()
  const { language } = usePreferences()
  const words = useReportWords(language)
  const go = useView((view) => view.go)
  const book = useRead(hoursBook, [])
  const [editing, setEditing] = useState<Hours | 'new'>()
  const saving = useSaveHours()
  if (book === undefined) return null
  const minutes = book.lines.reduce((sum, line) => sum + line.minutes, 0)
  const cost = priceOfMinutes(minutes, book.hourMinor, book.base)
  return (
    <div className={`${sheet.ground} ${styles.page}`}>
      <header className={sheet.head}>
        <div className={styles.named}>
          <h1 className={sheet.heading}>{text('channels.tab.hours')}</h1>
          <span className={styles.quiet}>
            {text('hours.sum', { hours: words.number(minutes / 60, 1), count: book.lines.length })}
            {cost.value !== undefined && ` · ${words.money(cost.value)}`}
          </span>
        </div>
        <button
          type="button"
          className={sheet.secondary}
          disabled={saving.busy || book.lines.length === 0}
          onClick={() => void saving.save(book)}
        >
          {text('report.saveSpreadsheet')}
        </button>
        <button type="button" className={sheet.primary} onClick={() => setEditing('new')}>
          {text('hours.add')}
        </button>
      </header>
      <p className={styles.lead}>{text('hours.lead')}</p>
      {book.hourMinor === undefined && (
        <p className={styles.gap}>
          {text('insights.note.noHourRate')}{' '}
          <button type="button" className={link.link} onClick={() => go('settings')}>
            {text('place.settings')}
          </button>
        </p>
      )}
      <div aria-live="polite">
        {saving.result !== undefined && <SavedReportFiles result={saving.result} />}
      </div>
      {book.lines.length === 0 ? (
        <p className={styles.quiet}>{text('hours.none')}</p>
      ) : (
        <HoursTable book={book} words={words} onEdit={setEditing} />
      )}
      {editing !== undefined && (
        <HoursDialog
          book={book}
          line={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  )
}

/** Writes the time log as a spreadsheet, into the folder that reports go to. */
function useSaveHours() {
  const text = useText()
  const bridge = useBridge()
  const notebook = useNotebook()
  const { language } = usePreferences()
  const words = useReportWords(language)
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<Result<SavedReport | null>>()
  const save = async (book: HoursBook) => {
    setBusy(true)
    const today = dayIn(deviceZone(), notebook.sources.now())
    const places = new Map([
      ...book.channels.map(({ id, name }) => [placeKeyOf({ channelId: id }), name] as const),
      ...book.touchpoints.map(({ id, name }) => [placeKeyOf({ touchpointId: id }), name] as const),
    ])
    const nameOf = (line: Hours) => ({
      staff: book.staff.find(({ id }) => id === line.staffId)?.name,
      customer: book.customers.get(line.customerId ?? ''),
      place: places.get(placeKeyOf(line)),
    })
    const { lines, base, hourMinor } = book
    const workbook = hoursWorkbook({ lines, nameOf, base, hourMinor, today }, words)
    setResult(await bridge.call['report:saveWorkbook'](`${text('channels.tab.hours')} ${today}`, workbook))
    setBusy(false)
  }
  return { busy, result, save }
}
