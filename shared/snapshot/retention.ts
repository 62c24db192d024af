import type { SnapshotReason } from './reasons'
import { isPinnedReason } from './reasons'

/** What snapshots are ordered by. */
interface SnapshotOrder {
  readonly id: string
  readonly generation: number
  readonly lastSeq: number
  /** When it was taken or, for `opened`, opened here; epoch ms by this machine's clock, which may have been wrong. */
  readonly at: number
}

/** What the choice needs to know of a snapshot. */
export interface KeptSnapshot extends SnapshotOrder {
  readonly reason: SnapshotReason
  /** Its ends could be read and agree. What cannot be read is never removed. */
  readonly isReadable: boolean
  /** The current generation was begun from it. */
  readonly isBase: boolean
}

/** How much is kept in a place. */
export interface RetentionRule {
  /** The newest ones, whatever their day. */
  readonly newest: number
  /** Days of which the last one is kept. */
  readonly days: number
  /** Whether what was taken before something big is kept for 30 days whatever comes after it. */
  readonly pins: boolean
}

const OWN_RULE: RetentionRule = { newest: 10, days: 30, pins: true }
/** Each file there is complete in itself, attachments inside, and a stick is small: three, and a week's days. */
export const SECOND_PLACE_RULE: RetentionRule = { newest: 3, days: 7, pins: false }
/** Never fewer verified ones than this. */
const FLOOR = 3
const DAY_MS = 86_400_000
const PIN_MS = 30 * DAY_MS

/**
 * Chooses the snapshots to remove. By the rule of the notebook's own folder kept are the newest ten, the last one of
 * each of the last thirty days on which any was taken, and for thirty days what was taken before something big or was
 * opened from elsewhere. "Newest" is
 * by generation and sequence; times only name the day, so that a wrong clock cannot push out what is good. Dates in
 * the future are judged among themselves. Never removed: the newest three, the base of the current generation, and
 * whatever cannot be read.
 */
export function snapshotsToRemove(
  all: readonly KeptSnapshot[],
  now: number,
  rule: RetentionRule = OWN_RULE,
): string[] {
  const readable = all.filter((snapshot) => snapshot.isReadable)
  const pinned = readable.filter((snapshot) => snapshot.isBase || (rule.pins && isPinned(snapshot, now)))
  // What was opened from elsewhere has the numbers of another history: it takes nobody's place here.
  const ours = readable.filter((snapshot) => snapshot.reason !== 'opened').sort(newestFirst)
  const inTurn = ours.filter((snapshot) => !pinned.includes(snapshot))
  const isFuture = (snapshot: KeptSnapshot) => snapshot.at > now + DAY_MS
  const kept = new Set([
    ...pinned,
    ...ours.slice(0, FLOOR),
    ...keptInTurn(
      inTurn.filter((snapshot) => !isFuture(snapshot)),
      rule,
    ),
    ...keptInTurn(inTurn.filter(isFuture), rule),
  ])
  return readable.filter((snapshot) => !kept.has(snapshot)).map(({ id }) => id)
}

/** The newest ones and the newest of each of the last days, out of what is sorted newest first. */
function keptInTurn(sorted: readonly KeptSnapshot[], { newest, days }: RetentionRule): KeptSnapshot[] {
  const lastOfDay = new Map<number, KeptSnapshot>()
  for (const snapshot of sorted) {
    const day = Math.floor(snapshot.at / DAY_MS)
    if (!lastOfDay.has(day) && lastOfDay.size < days) lastOfDay.set(day, snapshot)
  }
  return [...sorted.slice(0, newest), ...lastOfDay.values()]
}

function isPinned(snapshot: KeptSnapshot, now: number): boolean {
  return isPinnedReason(snapshot.reason) && now - snapshot.at < PIN_MS
}

/** Newest first: generation, then sequence; equals by time and name, so that the order is always the same. */
export function newestFirst(a: SnapshotOrder, b: SnapshotOrder): number {
  return (
    b.generation - a.generation ||
    b.lastSeq - a.lastSeq ||
    b.at - a.at ||
    (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
  )
}
