import { updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import { readOwnValue } from '#shared/importing/values/own'
import {
  type OwnField,
  type OwnTable,
  type OwnValue,
  ownValueOf,
  withValue,
} from '#shared/ownFields/ownField'
import type { Customer } from '#shared/records/customer'
import type { Person } from '#shared/records/person'
import { KeptInlineText } from '../edits/KeptInlineText'
import { useEdits } from '../edits/useEdits'
import { useErrorText, useText } from '../i18n/text'
import { useDecimalMark } from '../i18n/useDecimalMark'
import { currentRecord } from '../store/currentRecord'
import { useNotebook } from '../store/NotebookContext'
import { showNotice } from '../ui/notice'
import styles from './Notebook.module.css'
import { OwnDayField } from './OwnDayField'

const NOTHING = '–'

/** One value of an own field, entered as its kind wants it. */
export function OwnValueField(props: {
  table: OwnTable
  record: Customer | Person
  name: string
  field: OwnField
}) {
  const { table, record, name, field } = props
  const text = useText()
  const errorText = useErrorText()
  const edits = useEdits()
  const notebook = useNotebook()
  const mark = useDecimalMark()
  const value = ownValueOf(record.custom, field)

  const save = (next: OwnValue | undefined) =>
    edits.commit(
      { key: 'change.field', params: { field: field.name, name } },
      async (at): Promise<Change[]> => {
        const current = await currentRecord(notebook.database(), table, record.id)
        if (current === undefined) return []
        // Upon the values as they are when its turn comes: another field may have been saved meanwhile.
        const custom = withValue(current.custom, field.id, next)
        const change =
          table === 'customers'
            ? updateChange('customers', current as Customer, { custom }, at)
            : updateChange('people', current as Person, { custom }, at)
        return change === undefined ? [] : [change]
      },
    )

  const type = async (typed: string) => {
    const read = readOwnValue(field, typed, { mark })
    if (read !== undefined || typed === '') return save(read)
    showNotice({
      bad: true,
      message: errorText(field.kind === 'number' ? 'field.notNumber' : 'field.tooLong'),
    })
    return false
  }

  switch (field.kind) {
    case 'text':
    case 'number':
      return (
        <KeptInlineText
          draftKey={`${record.id}-${field.id.slice(-12)}`}
          value={value === undefined ? '' : plainText(value, mark)}
          label={field.name}
          hint={NOTHING}
          dir={field.kind === 'number' ? 'ltr' : 'auto'}
          onSave={type}
        />
      )
    case 'date':
      return <OwnDayField label={field.name} value={String(value ?? '')} onSave={save} />
    case 'choice': {
      // One that is no longer offered stays with who has it.
      const options = [
        ...new Set([...(field.options ?? []), ...(value === undefined ? [] : [String(value)])]),
      ]
      return (
        <select
          className={styles.native}
          aria-label={field.name}
          value={String(value ?? '')}
          onChange={(event) => void save(event.currentTarget.value || undefined)}
        >
          <option value="">{NOTHING}</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      )
    }
    case 'yesNo':
      return (
        <select
          className={styles.native}
          aria-label={field.name}
          value={typeof value === 'boolean' ? String(value) : ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            void save(chosen === '' ? undefined : chosen === 'true')
          }}
        >
          <option value="">{NOTHING}</option>
          <option value="true">{text('ownFields.yes')}</option>
          <option value="false">{text('ownFields.no')}</option>
        </select>
      )
  }
}

/** A value as it is typed: a number without groups and with the mark of the language, so that it reads back. */
function plainText(value: OwnValue, mark: '.' | ','): string {
  return typeof value === 'number' ? String(value).replace('.', mark) : String(value)
}
