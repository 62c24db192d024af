import { Menu } from '@mantine/core'
import { Ellipsis, UserPlus } from 'lucide-react'
import { useCopyLink } from '../edits/useCopyLink'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import type { CustomerPageData } from '../store/queries/customerPage'
import styles from './Notebook.module.css'
import type { PageDialog } from './pageDialog'
import { useAddPerson } from './useAddPerson'

const ICON_PX = 16

/**
 * What can be done from a customer's page: what a call needs stands beside the name, what is asked for more seldom behind
 * one button, so that a low window keeps its room for what was said.
 */
export function PageActs(props: { data: CustomerPageData; onDialog: (dialog: PageDialog) => void }) {
  const { data, onDialog } = props
  const { customer } = data
  const text = useText()
  const nameOf = useCustomerName()
  const copyLink = useCopyLink()
  const addPerson = useAddPerson(data)
  const wholeHistory = () => ({
    kind: 'history' as const,
    what: nameOf(customer),
    ids: everythingOn(data).map((record) => record.id),
  })
  return (
    <span className={styles.nameEnd}>
      {data.people.length > 0 && (
        <button
          type="button"
          className={styles.quiet}
          data-sign="true"
          aria-label={text('person.add')}
          title={text('person.add')}
          onClick={addPerson}
        >
          <UserPlus size={ICON_PX} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
      <button type="button" className={styles.quiet} onClick={() => onDialog('gift')}>
        {text('gift.choose')}
      </button>
      <button type="button" className={styles.quiet} onClick={() => onDialog('prices')}>
        {text('prices.open')}
      </button>
      <Menu position="bottom-end">
        <Menu.Target>
          <button
            type="button"
            className={styles.quiet}
            data-sign="true"
            aria-label={text('customer.more')}
            title={text('customer.more')}
          >
            <Ellipsis size={ICON_PX} strokeWidth={1.75} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onDialog('relation')}>{text('customer.relate')}</Menu.Item>
          <Menu.Item onClick={() => onDialog(wholeHistory())}>{text('customer.history')}</Menu.Item>
          <Menu.Item onClick={() => void copyLink({ kind: 'customer', customerId: customer.id })}>
            {text('link.copy')}
          </Menu.Item>
          <Menu.Item onClick={() => onDialog('access')}>{text('access.open')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => onDialog('erase')}>{text('erase.open')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}

/** Every record that can be changed on the page. */
function everythingOn(data: CustomerPageData): readonly { readonly id: string }[] {
  const { customer, people, facts, interactions, promises, quotes, orders, samples, relations } = data
  return [
    customer,
    ...[people, facts, interactions, promises, quotes, orders, samples, relations].flatMap<{
      readonly id: string
    }>((records) => [...records]),
  ]
}
