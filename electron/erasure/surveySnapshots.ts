import { addEarlierWords, type ErasureScope, scopeSize, widenScope } from '#shared/erasing/scope'
import type { OrchardError } from '#shared/result'
import { parseLine, type SnapshotLine } from '#shared/snapshot/lines'
import { readSnapshot } from '../backup/readSnapshot'
import { catchFault, refuse } from '../backup/snapshotFault'
import { splitLines } from '../backup/verifySnapshot'

/** Told how far a survey is. */
interface SurveyWatch {
  readonly onRound: () => void
  readonly onLines: (count: number) => void
}

const UNWATCHED: SurveyWatch = { onRound: () => undefined, onLines: () => undefined }

/** Lines parsed before other work gets its turn. */
const LINES_A_TURN = 50

/**
 * The lines of a snapshot one by one, other work getting its turn in between; `onLines` hears how many more were read.
 * Throws what `readSnapshot` throws, and `backup.tampered` for what is no line.
 */
export async function* snapshotLines(
  stream: AsyncIterable<Uint8Array>,
  onLines: (count: number) => void = () => undefined,
): AsyncGenerator<SnapshotLine> {
  let turn = 0
  for await (const part of readSnapshot(stream)) {
    if (part.type !== 'rows') continue
    for (const text of splitLines(part.lines)) {
      yield parseLine(text) ?? refuse('backup.tampered')
      turn += 1
      if (turn % LINES_A_TURN !== 0) continue
      onLines(LINES_A_TURN)
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
  }
  onLines(turn % LINES_A_TURN)
}

/**
 * Reads snapshots until a scope holds all that belongs to the erased in any of them. Records name each other in any
 * order, so each is read again as long as something is found. Answers with those that can't be read to their end, and
 * why. `onRound` hears when all are read from the beginning, `onLines` how many lines of them more.
 */
export async function surveySnapshots(
  scope: ErasureScope,
  streams: ReadonlyMap<string, () => AsyncIterable<Uint8Array>>,
  watch: SurveyWatch = UNWATCHED,
): Promise<ReadonlyMap<string, OrchardError>> {
  const faults = new Map<string, OrchardError>()
  for (;;) {
    const before = scopeSize(scope)
    watch.onRound()
    for (const [id, stream] of streams) {
      if (faults.has(id)) continue
      const surveyed = await catchFault(() => surveyOne(scope, stream, watch.onLines))
      if (!surveyed.ok) faults.set(id, surveyed.error)
    }
    // Of one alone the rounds within have been enough.
    if (scopeSize(scope) === before || streams.size === 1) return faults
  }
}

async function surveyOne(
  scope: ErasureScope,
  stream: () => AsyncIterable<Uint8Array>,
  onLines: SurveyWatch['onLines'],
): Promise<void> {
  for (;;) {
    const before = scopeSize(scope)
    for await (const line of snapshotLines(stream(), onLines)) {
      if (line.kind === 'record') widenScope(scope, line.table, line.record)
      else if (line.kind === 'log') for (const change of line.row.changes) addEarlierWords(scope, change)
    }
    if (scopeSize(scope) === before) return
  }
}
