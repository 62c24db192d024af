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
