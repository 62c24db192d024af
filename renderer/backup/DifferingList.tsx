import { useText } from '../i18n/text'
import { COUNTED_TABLES, type CountedTable } from '../store/queries/liveCounts'
import type { DifferingCustomer, TableDifference } from '../workers/takeBackProtocol'
import styles from './Backups.module.css'

/** More than this nobody reads through; the rest is found by name. */
const SHOWN = 100

/** The customers that differ, each with what differs, to choose from. */
export function DifferingList(props: {
  customers: readonly DifferingCustomer[]
  query: string
  chosen: ReadonlySet<string>
  onToggle: (id: string) => void
}) {
  const { customers, query, chosen, onToggle } = props
  const text = useText()
  const words = useDifferenceWords()
  const wanted = query.trim().toLocaleLowerCase()
  const fitting = customers.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
  return (
    <>
      <ul className={styles.differing} aria-label={text('takeBack.list')}>
        {fitting.slice(0, SHOWN).map((customer) => (
          <li key={customer.id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(customer.id)}
                disabled={customer.isMerged}
                onChange={() => onToggle(customer.id)}
              />
              <bdi className={styles.when}>{customer.name || text('lead.unnamed')}</bdi>
              <span className={styles.note}>
                {customer.isMerged
                  ? text('takeBack.merged')
                  : words(customer.tables).map((part) => <span key={part}>{part}</span>)}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {fitting.length > SHOWN && (
        <p className={styles.note}>{text('takeBack.more', { count: fitting.length - SHOWN })}</p>
      )}
    </>
  )
}

/** What differs of a page, kind by kind; kinds that have no name of their own are counted together. */
function useDifferenceWords(): (tables: readonly TableDifference[]) => readonly string[] {
  const text = useText()
  return (tables) => {
    const named = tables.filter(({ table }) => isNamed(table))
    const others = tables.filter(({ table }) => !isNamed(table))
    const parts = named.map((each) => ({ ...each, name: nameOf(each.table as CountedTable) }))
    if (others.length > 0) {
      const missing = others.reduce((sum, each) => sum + each.missing, 0)
      const changed = others.reduce((sum, each) => sum + each.changed, 0)
      parts.push({ table: 'facts', missing, changed, name: text('takeBack.otherRecords') })
    }
    return parts.map(({ name, missing, changed }) =>
      text('takeBack.difference', {
        table: name,
        missing,
        changed,
        both: missing > 0 && changed > 0 ? 'yes' : 'no',
      }),
    )
  }

  function nameOf(table: CountedTable): string {
    return table === 'customers' ? text('takeBack.page') : text(`restore.table.${table}`)
  }
}

function isNamed(table: string): boolean {
  return COUNTED_TABLES.some((each) => each === table)
}
