import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import { toLoggedChange } from '#shared/changes/changeLog'
import type { LooseRecord } from '#shared/changes/changeSet'
import type { TableName } from '#shared/records/tables'
import type { Result } from '#shared/result'
import type { SnapshotSummary } from '#shared/snapshot/format'
import { logLine, recordLine } from '#shared/snapshot/lines'
import type { CustomerPage } from '#shared/takeAlong/customerPage'
import { type FsPort, nodeFs } from '../../../electron/files/fsPort'
import {
  createTakeAlongSession,
  type TakeAlongParts,
  type TakeAlongSession,
} from '../../../electron/takeAlong/takeAlongSession'
import { AT, idOf, NOTEBOOK_ID, product } from '../../support/snapshotFiles'

export const MOMENT = { language: 'en', zone: 'Asia/Shanghai', today: '2026-11-28' } as const

/** A place on the disk, and a session that writes there. */
export function takeAlongDesk(more: Partial<TakeAlongParts> = {}) {
  const place = mkdtempSync(path.join(os.tmpdir(), 'orchard-along-'))
  const saved: string[] = []
  const session = createTakeAlongSession({
    fs: nodeFs,
    choosePlace: async () => place,
    notebook: () => ({ notebookId: NOTEBOOK_ID, generation: 1 }),
    readPhoto: async () => undefined,
    delimiter: () => ',',
    onSaved: (folder) => saved.push(folder),
    version: '0.1.0',
    newToken: uuidV7,
    now: () => AT,
    ...more,
  })
  return {
    place,
    session,
    /** Which folders the session says are there, whole. */
    saved,
    names: () => readdirSync(place).sort(),
    read: (...parts: string[]) => readFileSync(path.join(place, ...parts), 'utf8'),
    remove: () => rmSync(place, { recursive: true, force: true }),
  }
}

/** A customer's page with nothing on it. */
export function emptyPage(name: string, more: Partial<CustomerPage> = {}): CustomerPage {
  return { id: uuidV7(), name, detail: '', search: '', sections: [], files: [], ...more }
}

/** A row of the log about a product's creation. */
export function creation(seq: number): string {
  return logLine({
    key: `${String(seq).padStart(12, '0')}-000000`,
    recordIds: [idOf(seq)],
    seq,
    id: idOf(9_000 + seq),
    label: { key: 'change.import' },
    origin: 'person',
    deviceId: NOTEBOOK_ID,
    at: AT,
    changes: [toLoggedChange({ table: 'products', id: idOf(seq), after: product(seq) })],
  })
}

/** Lines of a snapshot in the order in which the window sends them, and what they add up to. */
export interface Content {
  readonly lines: readonly string[]
  readonly counts: SnapshotSummary['counts']
  readonly logRows: number
}

export function products(count: number): Content {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  return {
    lines: [...numbers.map((number) => recordLine('products', product(number))), ...numbers.map(creation)],
    counts: { products: { rows: count, live: count } },
    logRows: count,
  }
}

export function withRecord(content: Content, table: TableName, record: LooseRecord): Content {
  // Tables come in the order of their names, and before the log.
  return {
    ...content,
    lines: [recordLine(table, record), ...content.lines],
    counts: { ...content.counts, [table]: { rows: 1, live: 1 } },
  }
}

/** Sends everything as the window does; the first failure is the answer. */
export async function sendAll(
  session: TakeAlongSession,
  content: Content,
  pages: readonly CustomerPage[] = [],
) {
  const token = valueIn(await session.begin(MOMENT)) ?? ''
  const steps: (() => Promise<Result<unknown>>)[] = [
    () => session.open(token, { kind: 'data' }),
    ...content.lines.map((line) => () => session.write(token, Buffer.from(line))),
    () => session.open(token, { kind: 'pages' }),
    () => session.write(token, Buffer.from(JSON.stringify(pages))),
  ]
  for (const step of steps) {
    const done = await step()
    if (!done.ok) return done
  }
  const { counts, logRows, lines } = content
  return session.finish(token, { lastSeq: logRows, counts, logRows, lines: lines.length })
}

export function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.code
}

/** A disk on which files of a certain name can't be written any more. */
export function fullFor(isFull: (file: string) => boolean): FsPort {
  return {
    ...nodeFs,
    open: async (file, mode) => {
      const opened = await nodeFs.open(file, mode)
      if (mode !== 'createNew' || !isFull(file)) return opened
      return {
        ...opened,
        write: async () => {
          throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        },
      }
    },
  }
}
