import { DEFAULT_SETTINGS } from '#shared/records/settings'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'

/** The currencies that figures can be told in: the notebook's own, and those that its rate table knows. */
export async function currenciesInUse(db: NotebookDatabase): Promise<readonly string[]> {
  const [settings] = liveRecords('settings', await db.rows('settings').toArray())
  const rates = liveRecords('rates', await db.rows('rates').toArray())
  const base = settings?.baseCurrency ?? DEFAULT_SETTINGS.baseCurrency
  const others = new Set(rates.flatMap(({ from, to }) => [from, to]))
  others.delete(base)
  return [base, ...[...others].sort()]
}

/** The notebook's own currency and after it those in which something was quoted, ordered, paid or kept as a rate. */
export async function amountCurrencies(db: NotebookDatabase): Promise<readonly string[]> {
  const [known, quotes, orders, costs] = await Promise.all([
    currenciesInUse(db),
    db.rows('quotes').toArray(),
    db.rows('orders').toArray(),
    db.rows('costs').toArray(),
  ])
  return [
    ...new Set([
      ...known,
      ...liveRecords('quotes', quotes).map(({ currency }) => currency),
      ...liveRecords('orders', orders).map(({ currency }) => currency),
      ...liveRecords('costs', costs).map(({ amount }) => amount.currency),
    ]),
  ]
}
