import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDraftStore } from '../../../electron/drafts/draftStore'
import { nodeFs } from '../../../electron/files/fsPort'
import { openHead } from '../../../electron/journal/head'
import { EntryKind } from '../../../electron/journal/journal'
import { openJournal } from '../../../electron/journal/openJournal'
import { bundleChild } from '../bundleChild'
import type { WriterTask } from './writerChild'
import { draftText, entryText } from './writtenContent'

/** The parent's own record of what a folder's writers have acknowledged. */
export interface Ledger {
  readonly folder: string
  /** Number -> id. */
  readonly entries: Map<number, string>
  draft: number
  head: number
}

/** How a writer's life ended. */
export interface LifeEnd {
  readonly wasKilled: boolean
  readonly acks: number
  /** Calls and writes of a life that came to its end. */
  readonly calls: number
  readonly writes: number
}

/** A folder for the tests of one file; remove it at the end. */
export function makeWorkFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'orchard-faults-'))
}

/** Removes it with everything in it. */
export function removeWorkFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true })
}

/** A ledger over a new, empty notebook folder below `parent`. */
export async function newLedger(parent: string): Promise<Ledger> {
  return { folder: await mkdtemp(join(parent, 'notebook-')), entries: new Map(), draft: 0, head: 0 }
}

/** Bundles the writer that `writerChild.ts` is. */
export function bundleWriter(folder: string): Promise<string> {
  return bundleChild(new URL('./writerChild.ts', import.meta.url), folder)
}

/** Runs a writer to its end or its death, taking down each acknowledgement; kills it after `killAfterMs` if given. */
export function runWriter(
  ledger: Ledger,
  command: readonly string[],
  task: Omit<WriterTask, 'folder'>,
  killAfterMs?: number,
): Promise<LifeEnd> {
  const [program = process.execPath, ...rest] = command
  const child = spawn(program, [...rest, JSON.stringify({ ...task, folder: ledger.folder })], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
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
      // strace answers with 137 when the program under it was killed.
      const wasKilled = signal === 'SIGKILL' || code === 137
      if (!wasKilled && code !== 0) return reject(new Error(`writer failed: ${complaint}`))
      resolve({ wasKilled, ...takeDown(ledger, output) })
    })
  })
}

function takeDown(ledger: Ledger, output: string): Omit<LifeEnd, 'wasKilled'> {
  let acks = 0
  let calls = 0
  let writes = 0
  // A last line without its end was cut by the kill: its number may be cut too.
  for (const line of output.slice(0, output.lastIndexOf('\n') + 1).split('\n')) {
    const [word, first, second] = line.split(' ')
    if (word === 'entry' && second) ledger.entries.set(Number(first), second)
    if (word === 'draft') ledger.draft = Number(first)
    if (word === 'head') ledger.head = Number(first)
    if (word === 'entry' || word === 'draft' || word === 'head') acks++
    if (word === 'done') [calls, writes] = [Number(first), Number(second)]
  }
  return { acks, calls, writes }
}

/**
 * Opens what a killed writer left and names everything that breaks a promise; what it finds beyond the ledger
 * (written, not acknowledged) is taken into it, since it has been seen now. Adds one entry of its own.
 */
export async function checkFolder(ledger: Ledger): Promise<string[]> {
  const { folder } = ledger
  const journal = await openJournal({ fs: nodeFs, folder, segmentBytes: 4096, verifyAll: true })
  if (!journal.ok) return [`journal does not open: ${journal.error.code}`]
  const broken: string[] = []
  if (journal.value.report.gaps.length > 0) broken.push('gap')
  const found = new Map<number, string>()
  for await (const entry of journal.value.read(1)) {
    if (!entry.ok) {
      broken.push(`reading ends: ${entry.error.code}`)
      break
    }
    const { seq, id, payload } = entry.value
    if (seq !== found.size + 1) broken.push(`number ${seq} after ${found.size}`)
    if (Buffer.from(payload).toString() !== entryText(id)) broken.push(`half or wrong entry ${seq}`)
    found.set(seq, id)
  }
  for (const [seq, id] of ledger.entries) if (found.get(seq) !== id) broken.push(`lost entry ${seq}`)
  for (const [seq, id] of found) ledger.entries.set(seq, id)
  broken.push(...(await checkSlots(ledger)))
  const id = `ffffffff-0000-7000-8000-${found.size.toString(16).padStart(12, '0')}`
  const next = await journal.value.append(EntryKind.change, id, Buffer.from(entryText(id)))
  if (next.ok && next.value.seq === found.size + 1) ledger.entries.set(next.value.seq, id)
  else broken.push('does not go on')
  await journal.value.close()
  return broken
}

async function checkSlots(ledger: Ledger): Promise<string[]> {
  const broken: string[] = []
  const head = await openHead(nodeFs, ledger.folder)
  if (!head.ok || (head.value.current()?.generation ?? 0) < ledger.head) broken.push('lost HEAD')
  const drafts = await openDraftStore(nodeFs, join(ledger.folder, 'drafts'))
  const draft = drafts.ok ? await drafts.value.load('note') : drafts
  const text = draft.ok && draft.value ? Buffer.from(draft.value).toString() : ''
  const count = Number(text.split(' ')[1] ?? 0)
  if (!draft.ok && ledger.draft > 0) broken.push(`draft: ${draft.error.code}`)
  if (count < ledger.draft || (text !== '' && text !== draftText(count))) broken.push('lost or half draft')
  return broken
}
