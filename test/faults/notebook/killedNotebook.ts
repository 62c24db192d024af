import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LooseRecord } from '#shared/changes/changeSet'
import type { Result } from '#shared/result'
import { nodeFs } from '../../../electron/files/fsPort'
import type { NotebookHandlers } from '../../../electron/ipc/handle'
import { openHead } from '../../../electron/journal/head'
import { openMainProcess } from '../../support/mainProcess'
import type { LifeTask } from './lifeChild'
import type { KnownBackup, Model, Step } from './operations'

/** How a life ended: what it said before it died. */
export interface LifeEnd {
  readonly wasKilled: boolean
  readonly hasOpened: boolean
  /** What each acknowledged operation answered, in order. */
  readonly acks: readonly string[]
  /** The operation under way, undefined between two and during the start. */
  readonly tried: number | undefined
}

/** Runs one life of the main process to its death or its end; the task goes by a file beside the notebook. */
export async function runLife(program: string, task: LifeTask, killAfterMs?: number): Promise<LifeEnd> {
  const file = join(task.userData, '..', 'task.json')
  await writeFile(file, JSON.stringify(task))
  const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let complaint = ''
  let timer: NodeJS.Timeout | undefined
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    if (killAfterMs !== undefined) timer ??= setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  })
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      const wasKilled = signal === 'SIGKILL'
      if (!wasKilled && code !== 0) return reject(new Error(`the main process failed: ${complaint}`))
      // A last line without its end was cut by the kill.
      const lines = output.slice(0, output.lastIndexOf('\n') + 1).split('\n')
      const acks = lines.filter((line) => line.startsWith('ack ')).map((line) => line.split(' ')[2] ?? '')
      const tries = lines.filter((line) => line.startsWith('try ')).length
      resolve({
        wasKilled,
        hasOpened: lines.includes('open'),
        acks,
        tried: tries > acks.length ? acks.length : undefined,
      })
    })
  })
}

/** Makes HEAD say that an older version wrote the notebook last, so that the next start has to raise it. */
export async function makeOlder(userData: string): Promise<void> {
  const head = await openHead(nodeFs, join(userData, 'notebook'))
  const current = head.ok ? head.value.current() : undefined
  if (!head.ok || current === undefined) return
  const { slotSeq: _slotSeq, ...fields } = current
  await head.value.write({ ...fields, schema: 1 })
}

/** A new, empty place for one notebook. */
export async function newUserData(parent: string, number: number): Promise<string> {
  const userData = join(parent, `notebook-${number}`, 'data')
  await mkdir(userData, { recursive: true })
  return userData
}

/** What was found after a kill. */
export interface Finding {
  readonly broken: readonly string[]
  /** What the notebook holds; only where nothing is broken is it one of the states that may be. */
  readonly model: Model
  readonly isInFlightThere: boolean
}

/**
 * Opens what a killed main process left, reads it in two ways with code of this file alone (from the oldest base on and
 * from the newest), and names everything that breaks a promise: the records must be those after the last acknowledged
 * operation or, if one was under way, those after it, whole.
 */
export async function checkNotebook(
  userData: string,
  before: Model,
  inFlight: Step | undefined,
  known: KnownBackup | undefined,
): Promise<Finding> {
  const broken: string[] = []
  const main = await openMainProcess(nodeFs, userData, { folder: null, asked: [], opened: [] })
  const { handlers: call } = main
  try {
    const { notebook } = valueIn(await call['app:start']())
    if (notebook.lostEntries.length > 0) broken.push('entries are said to be lost')
    const { bases, fromStart } = notebook.rebuild
    const oldest = await fold(call, fromStart ? undefined : bases.at(-1))
    const newest = await fold(call, bases[0])
    const verified = valueIn(await call['journal:verify']())
    if (verified.length > 0) broken.push('entries can’t be read')
    if (!isSame(oldest, newest))
      broken.push('the newest backup and the journal behind it tell something else')
    const isBefore = isSame(oldest, before)
    const isAfter = inFlight !== undefined && isSame(oldest, inFlight.after)
    if (!isBefore && !isAfter) broken.push(differenceOf(oldest, before, inFlight))
    const listed = valueIn(await call['backup:list']())
    if (listed.unreadable.length > 0) broken.push('a backup under its name can’t be read')
    for (const { id } of listed.backups)
      if (!(await call['backup:check'](id)).ok) broken.push('a backup under its name is not whole')
    const isKept = known === undefined || listed.backups.some(({ id }) => id === known.id)
    if (!isKept) broken.push('lost: the newest acknowledged backup')
    return { broken, model: isBefore ? before : oldest, isInFlightThere: isAfter && !isBefore }
  } finally {
    await main.close()
  }
}

function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** Every record as the last word on it says: the base's lines, then the journal's change-sets. */
async function fold(
  call: NotebookHandlers,
  base: { readonly id: string; readonly lastSeq: number } | undefined,
): Promise<Model> {
  const model = new Map<string, LooseRecord>()
  if (base !== undefined) {
    let text = ''
    for (let cursor: number | null = 0; cursor !== null; ) {
      const page: { lines: Uint8Array; next: number | null } = valueIn(
        await call['backup:read'](base.id, cursor),
      )
      text += Buffer.from(page.lines).toString()
      cursor = page.next
    }
    for (const line of text.split('\n').filter((each) => each !== '')) {
      const { r: record } = JSON.parse(line) as { readonly r: LooseRecord }
      model.set(record.id, record)
    }
  }
  for (let next = (base?.lastSeq ?? 0) + 1; ; ) {
    const page = valueIn(await call['journal:read'](next))
    for (const entry of page.entries) {
      if (entry.kind !== 'change') continue
      const { changes } = JSON.parse(new TextDecoder().decode(entry.set)) as {
        readonly changes: { id: string; after: LooseRecord }[]
      }
      for (const { id, after } of changes) model.set(id, after)
    }
    if (page.nextSeq <= next || page.nextSeq > page.lastSeq) return model
    next = page.nextSeq
  }
}

function isSame(one: Model, other: Model): boolean {
  return one.size === other.size && [...one].every(([id, record]) => textOf(record) === textOf(other.get(id)))
}

function textOf(record: LooseRecord | undefined): string {
  return JSON.stringify(Object.entries(record ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Lost: something acknowledged is not there or as it was before. Half: a part of what was under way is. */
function differenceOf(found: Model, before: Model, inFlight: Step | undefined): string {
  const changed = (id: string) =>
    inFlight !== undefined && textOf(inFlight?.after.get(id)) !== textOf(before.get(id))
  const lost = [...before].filter(([id, record]) => textOf(found.get(id)) !== textOf(record) && !changed(id))
  if (lost.length > 0) return `lost: ${lost.length} acknowledged records`
  const extra = [...found.keys()].filter((id) => !before.has(id) && inFlight?.after.has(id) !== true)
  return extra.length > 0 ? `${extra.length} records from nowhere` : 'half-applied'
}
