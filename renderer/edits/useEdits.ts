import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import {
  createChange,
  deleteChange,
  type NewRecord,
  type Patch,
  updateChange,
} from '#shared/changes/buildChange'
import type { Change, ChangeLabel } from '#shared/changes/changeSet'
import type { TableName } from '#shared/records/tables'
import type { Result } from '#shared/result'
import { useErrorText, useText } from '../i18n/text'
import { currentRecord } from '../store/currentRecord'
import { useNotebook } from '../store/NotebookContext'
import type { BuildChanges, Saved } from '../store/notebook'

/** The usual edits of a page, each one change-set with a name; a failure is told and nothing is half-done. */
export interface Edits {
  /** Changes fields of a record as it is when its turn comes, not as it was on the screen. */
  readonly update: <T extends TableName>(
    table: T,
    id: string,
    patch: Patch<T>,
    label: ChangeLabel,
  ) => Promise<boolean>
  readonly create: <T extends TableName>(
    table: T,
    record: Omit<NewRecord<T>, 'id'>,
    label: ChangeLabel,
  ) => Promise<boolean>
  readonly remove: <T extends TableName>(table: T, id: string, label: ChangeLabel) => Promise<boolean>
  readonly commit: (label: ChangeLabel, build: BuildChanges) => Promise<boolean>
  /** The change of some fields of a record as it is now, for `commit`; none where it changes nothing. */
  readonly changeOf: <T extends TableName>(
    table: T,
    id: string,
    patch: Patch<T>,
    at: number,
  ) => Promise<Change[]>
}

/** Edits that tell the person when something could not be saved; each answers whether it was. */
export function useEdits(): Edits {
  const notebook = useNotebook()
  const text = useText()
  const errorText = useErrorText()
  return useMemo(() => {
    const told = (saved: Result<Saved | undefined>): boolean => {
      if (!saved.ok) {
        notifications.show({
          color: 'red',
          autoClose: false,
          message: text('edit.notSaved', { reason: errorText(saved.error.code) }),
        })
      }
      return saved.ok
    }
    const commit = async (label: ChangeLabel, build: BuildChanges) =>
      told(await notebook.commit({ label }, build))
    const changeOf: Edits['changeOf'] = async (table, id, patch, at) => {
      const current = await currentRecord(notebook.database(), table, id)
      const change = current === undefined ? undefined : updateChange(table, current, patch, at)
      return change === undefined ? [] : [change]
    }
    return {
      commit,
      changeOf,
      update: (table, id, patch, label) => commit(label, (at) => changeOf(table, id, patch, at)),
      create: (table, record, label) =>
        commit(label, (at): Change[] => [
          createChange(table, { ...record, id: notebook.sources.newId() } as NewRecord<typeof table>, at),
        ]),
      remove: (table, id, label) =>
        commit(label, async (at) => {
          const current = await currentRecord(notebook.database(), table, id)
          return current === undefined ? [] : [deleteChange(table, current, at)]
        }),
    }
  }, [notebook, text, errorText])
}
