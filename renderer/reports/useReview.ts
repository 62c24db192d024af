import { useMemo } from 'react'
import { reviewPeriods } from '#shared/reporting/review/reviewPeriod'
import type { ReviewRequest, ReviewScope } from '#shared/reporting/review/reviewRequest'
import { isComplete, type ReviewChoice } from '#shared/reporting/review/savedReview'
import type { Result } from '#shared/result'
import { dayIn } from '#shared/time/calendarDay'
import { usePreferences } from '../settings/PreferencesContext'
import { useNotebook, useRead } from '../store/NotebookContext'
import { customerNames } from '../store/queries/customerPage'
import { useSegmentMembers } from '../store/segmentAnswers'
import { deviceZone } from '../store/TodayContext'
import { useNow } from '../store/useNow'

/** A review that is asked for; `error` where its segment can't be asked, neither while something is still read. */
interface AskedReview {
  readonly request?: ReviewRequest
  readonly error?: string
}

/** Turns what was chosen into a request, as of this moment. */
export function useReview(choice: ReviewChoice, scopeName: string | undefined): AskedReview {
  const notebook = useNotebook()
  const { language } = usePreferences()
  const zone = deviceZone()
  const today = dayIn(zone, useNow())
  const { scopeKind, scopeId } = choice
  const members = useSegmentMembers(scopeKind === 'segment' ? scopeId : undefined)
  const customerId = scopeKind === 'customer' ? (scopeId ?? '') : ''
  const names = useRead((db) => customerNames(db, customerId === '' ? [] : [customerId]), [customerId])
  const name = customerId === '' ? scopeName : names?.get(customerId)
  return useMemo(() => {
    if (!isComplete(choice)) return {}
    const scope = scopeOf(choice, name, members)
    if (scope === undefined) return members?.ok === false ? { error: members.error.code } : {}
    const { kind, unit, back, model, view, currency } = choice
    const { period, before } = reviewPeriods(unit, back, today)
    const now = notebook.sources.now()
    const of = { kind, period, before, scope, language, today, now, model, view, zone }
    return { request: currency === undefined ? of : { ...of, currency } }
  }, [choice, name, members, today, language, zone, notebook])
}

function scopeOf(
  { scopeKind, scopeId }: ReviewChoice,
  name: string | undefined,
  members: Result<readonly string[]> | undefined,
): ReviewScope | undefined {
  if (scopeKind === 'whole') return {}
  // A file that does not say whose it is could be anybody's.
  if (name === undefined) return undefined
  if (scopeKind === 'channel') return { channelId: scopeId, name }
  if (scopeKind === 'touchpoint') return { touchpointId: scopeId, name }
  if (scopeKind === 'customer') return { customerId: scopeId, name }
  return members?.ok === true ? { memberIds: members.value, name } : undefined
}
