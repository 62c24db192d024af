import { deleteChange } from '#shared/changes/buildChange'
import type { ChangeLabel } from '#shared/changes/changeSet'
import type { TableName } from '#shared/records/tables'
import { type Edits, useEdits } from '../edits/useEdits'
import { useLabelText } from '../i18n/names'
import { useNamedCommit } from '../nurture/useNamedCommit'
import { currentRecord } from '../store/currentRecord'
import { useNotebook } from '../store/NotebookContext'

/** Rewriting and removing what stands on the timeline; a removal says so, with a way back. */
export interface Rewrite {
  readonly update: Edits['update']
  readonly remove: (table: TableName, id: string, label: ChangeLabel) => Promise<boolean>
}

/** The edits of the timeline's lines, each one change-set with a name that undo takes back. */
export function useRewrite(): Rewrite {
  const { update } = useEdits()
  const commit = useNamedCommit()
  const notebook = useNotebook()
  const labelText = useLabelText()
  return {
    update,
    remove: (table, id, label) =>
      commit(
        label,
        async (at) => {
          const current = await currentRecord(notebook.database(), table, id)
          return current === undefined ? [] : [deleteChange(table, current, at)]
        },
        { done: labelText(label) },
      ),
  }
}
