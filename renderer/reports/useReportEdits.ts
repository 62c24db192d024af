import { createChange, deleteChange, updateChange } from '#shared/changes/buildChange'
import type { SavedReport } from '#shared/records/savedReport'
import { type ReviewChoice, savedOptions } from '#shared/reporting/review/savedReview'
import { useEdits } from '../edits/useEdits'
import { currentRecord } from '../store/currentRecord'
import { useNotebook } from '../store/NotebookContext'

/** The edits of saved reports, each one change-set. */
export function useReportEdits() {
  const edits = useEdits()
  const notebook = useNotebook()
  return {
    /** Keeps a report under a name; gives the id of its record, undefined when it was not saved. */
    keep: async (name: string, choice: ReviewChoice): Promise<string | undefined> => {
      const id = notebook.sources.newId()
      const record = { id, name, kind: choice.kind, options: savedOptions(choice) }
      const saved = await edits.commit({ key: 'change.report', params: { name } }, (at) => [
        createChange('reports', record, at),
      ])
      return saved ? id : undefined
    },
    /** Replaces the options of a saved report by what is chosen now. */
    change: ({ id, name }: SavedReport, choice: ReviewChoice): Promise<boolean> =>
      edits.commit({ key: 'change.reportChanged', params: { name } }, async (at) => {
        const current = await currentRecord(notebook.database(), 'reports', id)
        if (current === undefined) return []
        const patch = { kind: choice.kind, options: savedOptions(choice) }
        const change = updateChange('reports', current, patch, at)
        return change === undefined ? [] : [change]
      }),
    remove: ({ id, name }: SavedReport): Promise<boolean> =>
      edits.commit({ key: 'change.reportRemoved', params: { name } }, async (at) => {
        const current = await currentRecord(notebook.database(), 'reports', id)
        return current === undefined ? [] : [deleteChange('reports', current, at)]
      }),
  }
}
