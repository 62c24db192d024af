import { NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type NewField, optionsOfLine } from '#shared/ownFields/declareFields'
import { OWN_KINDS, OWN_TABLES } from '#shared/ownFields/ownField'
import { useText } from '../i18n/text'
import styles from './Money.module.css'

const EMPTY = { name: '', kind: 'text', table: 'customers', options: '' } as const

/** The line in which a field is added; what could not be added stays to be corrected. */
export function NewOwnField({ onAdd }: { onAdd: (field: Omit<NewField, 'id'>) => Promise<boolean> }) {
  const text = useText()
  const [form, setForm] = useState<{
    readonly name: string
    readonly kind: NewField['kind']
    readonly table: NewField['table']
    readonly options: string
  }>(EMPTY)
  const { name, kind, table, options } = form
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const isAdded = await onAdd({ name, kind, table, options: optionsOfLine(options) })
    // The next one is likely to be of the same.
    if (isAdded) setForm({ ...form, name: '', options: '' })
  }
  return (
    <form className={styles.entry} onSubmit={(event) => void add(event)}>
      <TextInput
        label={text('ownFields.name')}
        value={name}
        maxLength={200}
        onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
      />
      <NativeSelect
        label={text('ownFields.of')}
        value={table}
        data={OWN_TABLES.map((one) => ({ value: one, label: text(`ownFields.of.${one}`) }))}
        onChange={(event) =>
          setForm({
            ...form,
            table: OWN_TABLES.find((one) => one === event.currentTarget.value) ?? table,
          })
        }
      />
      <NativeSelect
        label={text('ownFields.kind')}
        value={kind}
        data={OWN_KINDS.map((one) => ({ value: one, label: text(`ownFields.kind.${one}`) }))}
        onChange={(event) =>
          setForm({ ...form, kind: OWN_KINDS.find((one) => one === event.currentTarget.value) ?? kind })
        }
      />
      {kind === 'choice' && (
        <TextInput
          label={text('ownFields.options')}
          placeholder={text('ownFields.optionsHint')}
          value={options}
          w={300}
          maw="100%"
          onChange={(event) => setForm({ ...form, options: event.currentTarget.value })}
        />
      )}
      <button type="submit" className={styles.add}>
        {text('settings.shutdownAdd')}
      </button>
    </form>
  )
}
