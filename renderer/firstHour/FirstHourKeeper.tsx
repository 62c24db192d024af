import { useEffect } from 'react'
import { useText } from '../i18n/text'
import { usePreferences } from '../settings/PreferencesContext'
import { useRead } from '../store/NotebookContext'
import { countCustomers } from '../store/queries/customers'
import { showNotice } from '../ui/notice'
import { FIRST_HOUR_STEPS } from './firstHourSteps'
import { useFirstHour } from './useFirstHour'

/** Begins the first hour where a notebook is empty, and ends it for good when every step is done. Draws nothing. */
export function FirstHourKeeper() {
  const text = useText()
  const { preferences, change } = usePreferences()
  const isNew = preferences.firstHour === undefined
  const customers = useRead(async (db) => (isNew ? countCustomers(db) : undefined), [isNew])
  useEffect(() => {
    if (isNew && customers === 0) void change({ firstHour: 'begun' })
  }, [isNew, customers, change])
  const isDone = useFirstHour()?.length === FIRST_HOUR_STEPS.length
  useEffect(() => {
    if (!isDone) return
    void change({ firstHour: 'over' })
    showNotice({ message: text('firstHour.over') })
  }, [isDone, change, text])
  return null
}
