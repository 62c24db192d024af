import { useState } from 'react'
import type { MessageValues } from '#shared/i18n/translator'
import { fieldsInUse, OWN_TABLES } from '#shared/ownFields/ownField'
import type { OrchardError } from '#shared/result'
import { useErrorText, useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { ownFields } from '../store/queries/ownFields'
import styles from './Money.module.css'
import { NewOwnField } from './NewOwnField'
import { OwnFieldRow } from './OwnFieldRow'
import own from './OwnFields.module.css'
import { useOwnFieldEdits } from './useOwnFieldEdits'

/** The notebook's own fields of customers and people: added, renamed, ordered, taken out of use and brought back. */
export function OwnFieldsSection() {
  const text = useText()
  const errorText = useErrorText()
  const edits = useOwnFieldEdits()
  const fields = useRead(ownFields, [])
  const [fault, setFault] = useState<OrchardError>()
  if (fields === undefined) return null
  const run = async (doing: Promise<OrchardError | undefined>) => {
    const failed = await doing
    setFault(failed)
    return failed === undefined
  }
  const retired = fields.filter(({ retiredAt, table }) => retiredAt !== undefined && table !== 'products')
  return (
    <section className={styles.section} aria-labelledby="settings-own-fields">
      <h2 id="settings-own-fields" className={styles.heading}>
        {text('ownFields.title')}
      </h2>
      <p className={styles.hint}>{text('ownFields.hint')}</p>
      {OWN_TABLES.map((table) => {
        const inUse = fieldsInUse(fields, table)
        if (inUse.length === 0) return null
        const title = text(`ownFields.of.${table}`)
        return (
          <div key={table} className={own.group}>
            <h3 className={styles.listTitle}>{title}</h3>
            <ol className={own.list} aria-label={title}>
              {inUse.map((field, place) => (
                <OwnFieldRow
                  key={field.id}
                  field={field}
                  place={place}
                  isLast={place === inUse.length - 1}
                  edits={edits}
                  run={run}
                />
              ))}
            </ol>
          </div>
        )
      })}
      {retired.length > 0 && (
        <div className={own.group}>
          <h3 className={styles.listTitle}>{text('ownFields.retired')}</h3>
          <p className={styles.hint}>{text('ownFields.retiredHint')}</p>
          <ul className={own.list} aria-label={text('ownFields.retired')}>
            {retired.map((field) => (
              <li key={field.id} className={own.retired}>
                <bdi>{field.name}</bdi>
                <span className={own.kind}>{text(`ownFields.kind.${field.kind}`)}</span>
                <button
                  type="button"
                  className={styles.add}
                  aria-label={text('ownFields.bringBackOne', { name: field.name })}
                  onClick={() => void run(edits.bringBack(field))}
                >
                  {text('ownFields.bringBack')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <NewOwnField onAdd={(field) => run(edits.add(field))} />
      {fault !== undefined && (
        <p className={styles.fault} role="alert">
          {errorText(fault.code, fault.params as MessageValues)}
        </p>
      )}
    </section>
  )
}
