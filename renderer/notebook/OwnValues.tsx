import { type OwnTable, shownFields } from '#shared/ownFields/ownField'
import type { Customer } from '#shared/records/customer'
import type { Person } from '#shared/records/person'
import { useOwnFieldName } from '../i18n/ownValues'
import { useRead } from '../store/NotebookContext'
import { ownFields } from '../store/queries/ownFields'
import { useView } from '../view/viewState'
import styles from './Notebook.module.css'
import { OwnValueField } from './OwnValueField'

/**
 * The values of the notebook's own fields for a customer or a person, each edited where it stands. They may say anything:
 * with the privacy key they are not drawn.
 */
export function OwnValues(props: {
  table: OwnTable
  record: Customer | Person
  /** Whose they are, for the name of a change. */
  name: string
}) {
  const { table, record, name } = props
  const nameOf = useOwnFieldName()
  const privacy = useView((view) => view.privacy)
  const fields = useRead(ownFields, [])
  const shown = fields === undefined || privacy ? [] : shownFields(fields, table, record.custom)
  if (shown.length === 0) return null
  return (
    <ul className={table === 'people' ? styles.ownOfPerson : styles.own}>
      {shown.map((field) => (
        <li key={field.id} className={styles.detail}>
          <OwnValueField table={table} record={record} name={name} field={field} />
          <small title={field.name}>
            <bdi>{nameOf(field)}</bdi>
          </small>
        </li>
      ))}
    </ul>
  )
}
