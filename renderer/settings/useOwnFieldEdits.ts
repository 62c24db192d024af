import type { MessageKey } from '#shared/i18n/catalogues'
import { OWN_ID_HEADER } from '#shared/importing/ownIds'
import { OWN_COLUMNS, type OwnColumn } from '#shared/importing/presets/ownContacts'
import {
  addField,
  bringBackField,
  changeKind,
  moveField,
  type NewField,
  renameField,
  retireField,
  setOptions,
  showInBrief,
} from '#shared/ownFields/declareFields'
import { OWN_TABLES, type OwnField, type OwnKind } from '#shared/ownFields/ownField'
import { type OrchardError, ok, type Result } from '#shared/result'
import { useEdits } from '../edits/useEdits'
import { useText } from '../i18n/text'
import { useNotebook } from '../store/NotebookContext'
import { ownFields, valuesOfField } from '../store/queries/ownFields'
import { settingsChange } from './settingsChange'

type What = 'added' | 'renamed' | 'moved' | 'retired' | 'back' | 'kind' | 'options' | 'brief'
type Build = (fields: readonly OwnField[], at: number) => Result<OwnField[]> | Promise<Result<OwnField[]>>

/** What can be done to the notebook's own fields. Each is one change-set; it answers why it could not be done. */
export interface OwnFieldEdits {
  readonly add: (field: Omit<NewField, 'id'>) => Promise<OrchardError | undefined>
  readonly rename: (field: OwnField, name: string) => Promise<OrchardError | undefined>
  readonly move: (field: OwnField, by: -1 | 1) => Promise<OrchardError | undefined>
  readonly retire: (field: OwnField) => Promise<OrchardError | undefined>
  readonly bringBack: (field: OwnField) => Promise<OrchardError | undefined>
  readonly setKind: (field: OwnField, kind: OwnKind) => Promise<OrchardError | undefined>
  readonly setOptions: (field: OwnField, options: readonly string[]) => Promise<OrchardError | undefined>
  readonly setInBrief: (field: OwnField, isShown: boolean) => Promise<OrchardError | undefined>
}

/** The edits of own fields, by the rules of `declareFields`, upon the fields as they are when their turn comes. */
export function useOwnFieldEdits(): OwnFieldEdits {
  const edits = useEdits()
  const notebook = useNotebook()
  const text = useText()
  // A column of our own tables is called so already: one file can't have two of a name.
  const columns = Object.keys(OWN_COLUMNS) as OwnColumn[]
  const taken = [OWN_ID_HEADER, ...columns.map((key: MessageKey) => text(key))]

  const edit = async (what: What, name: string, build: Build): Promise<OrchardError | undefined> => {
    let fault: OrchardError | undefined
    await edits.commit({ key: 'change.ownField', params: { what, field: name } }, async (at) => {
      const db = notebook.database()
      const next = await build(db === undefined ? [] : await ownFields(db), at)
      if (next.ok) return settingsChange(notebook, { customFields: next.value }, at)
      fault = next.error
      return []
    })
    return fault
  }

  return {
    add: (field) =>
      edit('added', field.name.trim(), (fields) =>
        addField(fields, { ...field, id: notebook.sources.newId() }, taken),
      ),
    rename: ({ id }, name) => edit('renamed', name, (fields) => renameField(fields, id, name, taken)),
    move: ({ id, name }, by) => edit('moved', name, (fields) => ok(moveField(fields, id, by))),
    retire: ({ id, name }) => edit('retired', name, (fields, at) => ok(retireField(fields, id, at))),
    bringBack: ({ id, name }) => edit('back', name, (fields) => ok(bringBackField(fields, id))),
    setKind: ({ id, name, table }, kind) =>
      edit('kind', name, async (fields) => {
        const db = notebook.database()
        const ofTable = OWN_TABLES.find((one) => one === table)
        const values = db === undefined || ofTable === undefined ? [] : await valuesOfField(db, ofTable, id)
        return changeKind(fields, id, kind, values)
      }),
    setOptions: ({ id, name }, options) => edit('options', name, (fields) => setOptions(fields, id, options)),
    setInBrief: ({ id, name }, isShown) =>
      edit('brief', name, (fields) => ok(showInBrief(fields, id, isShown))),
  }
}
