import { useMemo } from 'react'
import type { KnownToSteps } from '#shared/nurture/stepDraft'
import type { Content } from '#shared/records/content'
import type { RecordOf } from '#shared/records/tables'
import type { Staff } from '#shared/records/touchpoint'
import { useRead } from '../store/NotebookContext'
import { allContent, allTemplates } from '../store/queries/library'
import { notebookSettings } from '../store/queries/nurture'
import { allStaff } from '../store/queries/staff'

/** What steps can name, and the notebook's rules over all plans. */
export interface PlanLists {
  /** Letters of the notebook's own that are in use. */
  readonly templates: readonly RecordOf<'templates'>[]
  /** Pieces that may go out: ready or published, and not retired. */
  readonly pieces: readonly Content[]
  readonly staff: readonly Staff[]
  readonly known: KnownToSteps
  readonly frequencyCapDays: number
  readonly giveAskRatio: number | undefined
}

/** What steps can name; undefined until it is read. */
export function usePlanLists(): PlanLists | undefined {
  const templates = useRead(allTemplates, [])
  const content = useRead(allContent, [])
  const staff = useRead(allStaff, [])
  const settings = useRead(notebookSettings, [])
  return useMemo(() => {
    if (templates === undefined || content === undefined || staff === undefined) return undefined
    const inUse = templates.filter(({ retiredAt }) => retiredAt === undefined)
    const pieces = content.filter(
      ({ status, retiredAt }) => retiredAt === undefined && (status === 'ready' || status === 'published'),
    )
    return {
      templates: inUse,
      pieces,
      staff,
      known: { templateIds: idsOf(inUse), contentIds: idsOf(pieces), staffIds: idsOf(staff) },
      frequencyCapDays: settings?.frequencyCapDays ?? 0,
      giveAskRatio: settings?.giveAskRatio,
    }
  }, [templates, content, staff, settings])
}

function idsOf(records: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(records.map(({ id }) => id))
}
