import type { Inversion } from '#shared/changes/invert'
import type { NotebookDatabase } from './database'
import { loggedRows, type PlacedSet } from './loggedSets'
import { RowInverter } from './rowInverter'
import { UsedSince } from './usedSince'

/** What to take back. */
export interface Taken {
  readonly target: PlacedSet
  /** Records that later work stands on are kept. */
  readonly keepsUsed: boolean
}

/** What takes a logged set back, from its last row to its first, so that no more than a row is in memory. */
export async function* inverted(
  db: NotebookDatabase,
  { target, keepsUsed }: Taken,
  at: number,
): AsyncGenerator<Inversion> {
  const used = keepsUsed ? await UsedSince.after(db, target.lastSeq) : undefined
  const inverter = new RowInverter(db, used)
  for await (const row of loggedRows(db, target)) yield await inverter.invert(row, at)
}
