import {
  BOOT_NAME_CHARS,
  BOOT_ROWS,
  type BootCustomer,
  type BootSnapshot,
  type BootWork,
} from '#shared/ipc/boot'
import type { NotebookDatabase } from './database'
import type { Notebook } from './notebook'
import { type CustomerLine, customerLines, latestCustomerIds } from './queries/customerList'
import { countCustomers } from './queries/customers'
import { type TodayLine, todayLines } from './queries/today'

/**
 * What the next start may paint at once, as the index has it now. `undefined` when the index is not at rest or something
 * was saved while it was read: then there will be a better moment.
 */
export async function readBootSnapshot(notebook: Notebook, today: string): Promise<BootSnapshot | undefined> {
  const db = notebook.database()
  const before = notebook.state.getState()
  if (db === undefined || !isAtRest(notebook)) return undefined
  const due = await notebook.today({ today, now: notebook.sources.now() })
  if (!due.ok) return undefined
  const snapshot: BootSnapshot = {
    generation: notebook.generation,
    lastSeq: before.appliedSeq,
    customers: await countCustomers(db),
    rows: await firstRows(db),
    today: {
      day: today,
      due: due.value.rows.length,
      rows: await firstWork(db, due.value.rows.slice(0, BOOT_ROWS)),
    },
  }
  const isSame = isAtRest(notebook) && notebook.state.getState().appliedSeq === before.appliedSeq
  return isSame ? snapshot : undefined
}

function isAtRest({ state }: Notebook): boolean {
  const { phase, saving, bulk } = state.getState()
  return phase === 'ready' && !saving && bulk === undefined
}

async function firstRows(db: NotebookDatabase): Promise<BootCustomer[]> {
  const ids = await latestCustomerIds(db, BOOT_ROWS)
  const lines = await customerLines(db, ids)
  return ids.flatMap((id) => {
    const line = lines.get(id)
    return line === undefined ? [] : [bootCustomer(line)]
  })
}

function bootCustomer({ customer, person }: CustomerLine): BootCustomer {
  const { id, name, country, grade, updatedAt } = customer
  return { id, name: shown(name), country, grade, updatedAt, person: person && shown(person.fullName) }
}

async function firstWork(db: NotebookDatabase, rows: Parameters<typeof todayLines>[1]): Promise<BootWork[]> {
  const lines = await todayLines(db, rows)
  return rows.flatMap(({ key }) => {
    const line = lines.get(key)
    return line === undefined ? [] : [bootWork(line)]
  })
}

function bootWork({ customer, person }: TodayLine): BootWork {
  const where = customer.city ?? customer.country
  const name = person?.fullName ?? ''
  const whereabouts = [name === '' ? undefined : customer.name, where].flatMap((part) => part || [])
  return { who: shown(name || customer.name), whereabouts: whereabouts.map(shown) }
}

function shown(text: string): string {
  return text.slice(0, BOOT_NAME_CHARS)
}
