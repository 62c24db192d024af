import { tagsLine, tagsOfLine } from '#shared/capture/typedTags'
import type { Patch } from '#shared/changes/buildChange'
import { fieldLabel } from '#shared/changes/labelWords'
import type { Customer } from '#shared/records/customer'
import { useEdits } from '../edits/useEdits'
import { useText } from '../i18n/text'
import { InlineText } from '../ui/InlineText'
import styles from './Notebook.module.css'

const NOTHING = '–'

/** Where they are on the web and on the map, and what we call them among ourselves: each edited where it stands. */
export function CustomerDetails({ customer }: { customer: Customer }) {
  const text = useText()
  const edits = useEdits()
  const detail = (
    field: 'website' | 'address' | 'tags',
    value: string,
    patchOf: (typed: string) => Patch<'customers'>,
  ) => (
    <span className={styles.detail}>
      <InlineText
        value={value}
        label={text(`customer.${field}`)}
        hint={NOTHING}
        dir={field === 'website' ? 'ltr' : 'auto'}
        onSave={(typed) =>
          void edits.update(
            'customers',
            customer.id,
            patchOf(typed),
            fieldLabel('change.field', `customer.${field}`, customer.name),
          )
        }
      />
      <small>{text(`customer.${field}`)}</small>
    </span>
  )
  return (
    <>
      {detail('website', customer.website ?? '', (typed) => ({ website: typed || undefined }))}
      {detail('address', customer.address ?? '', (typed) => ({ address: typed || undefined }))}
      {detail('tags', tagsLine(customer.tags), (typed) => ({ tags: tagsOfLine(typed) }))}
    </>
  )
}
