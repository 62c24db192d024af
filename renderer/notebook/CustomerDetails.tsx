import { tagsLine, tagsOfLine } from '#shared/capture/typedTags'
import type { Patch } from '#shared/changes/buildChange'
import { fieldLabel } from '#shared/changes/labelWords'
import type { MessageKey } from '#shared/i18n/catalogues'
import type { Customer } from '#shared/records/customer'
import { KeptInlineText } from '../edits/KeptInlineText'
import { useEdits } from '../edits/useEdits'
import { useText } from '../i18n/text'
import styles from './Notebook.module.css'

const NOTHING = '–'

/** Where they are on the web and on the map, and what we call them among ourselves: each edited where it stands. */
export function CustomerDetails({ customer }: { customer: Customer }) {
  const text = useText()
  const edits = useEdits()
  const detail = (field: MessageKey, value: string, patchOf: (typed: string) => Patch<'customers'>) => (
    <li className={styles.detail}>
      <KeptInlineText
        draftKey={`${customer.id}-${field.split('.')[1]}`}
        value={value}
        label={text(field)}
        hint={NOTHING}
        dir={field === 'customer.website' ? 'ltr' : 'auto'}
        onSave={(typed) =>
          edits.update(
            'customers',
            customer.id,
            patchOf(typed),
            fieldLabel('change.field', field, customer.name),
          )
        }
      />
      <small>{text(field)}</small>
    </li>
  )
  return (
    <ul className={styles.own}>
      {detail('customer.website', customer.website ?? '', (typed) => ({ website: typed || undefined }))}
      {detail('customer.address', inOneLine(customer.address ?? ''), (typed) => ({
        address: typed || undefined,
      }))}
      {detail('customer.tags', tagsLine(customer.tags), (typed) => ({ tags: tagsOfLine(typed) }))}
    </ul>
  )
}

/** An address of several lines as it fits a field of one; it stays as it is kept until it is edited. */
function inOneLine(address: string): string {
  return address.replaceAll(/\s*\n\s*/g, ', ')
}
