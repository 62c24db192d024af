import { hash } from 'node:crypto'
import { dirname } from 'node:path'
import { type FsPort, readFully, writeFully } from './fsPort'

/*
 * A slot: magic 8 | slot number u64 LE | content length u32 LE | sha256 of the 20 bytes before and the content 32 |
 * content. Of two slots the valid one with the higher number counts; only the other one is ever written.
 */
const MAGIC = Buffer.from('ORSLOT1\n', 'latin1')
const HEADER_BYTES = 52
const HASHED_HEADER_BYTES = 20

/** `absent` is no file, `damaged` a file without valid content: the two must never be taken for one another. */
export type SlotState = 'absent' | 'damaged' | 'valid'

/** A small value kept in two files, so that a write cut short leaves the value before. */
export interface SlotPair {
  readonly states: readonly [SlotState, SlotState]
  /** What each slot was found to hold, undefined for one that is not valid. */
  readonly contents: readonly [Uint8Array | undefined, Uint8Array | undefined]
  /** The value on the disk, undefined when neither slot holds one. */
  current(): SlotValue | undefined
  /**
   * Makes what was found durable. What an earlier process wrote may sit in the system's cache only; `write` does this
   * by itself, since a power cut during it could otherwise take both slots.
   */
  settle(): Promise<void>
  /** Durable when it resolves; rejects with an errno, and then `current` is what it was. One call at a time. */
  write(content: Uint8Array): Promise<void>
}

/** The value of a pair and the file that holds it. */
interface SlotValue {
  readonly slotSeq: number
  readonly content: Uint8Array
  readonly path: string
}

interface Slot {
  readonly path: string
  readonly state: SlotState
  readonly slotSeq: number
  readonly content: Uint8Array
}

/** Reads both slots; rejects when a slot exists and the disk refuses to read it. */
export async function openSlotPair(
  fs: FsPort,
  paths: readonly [string, string],
  minFileBytes = 0,
): Promise<SlotPair> {
  const first = await readSlot(fs, paths[0])
  const second = await readSlot(fs, paths[1])
  const valid = [first, second].filter((slot) => slot.state === 'valid')
  let newest = valid.sort((a, b) => b.slotSeq - a.slotSeq)[0]
  let isSettled = newest === undefined
  const isNamed = new Set<string>()

  async function put(path: string, slotSeq: number, content: Uint8Array): Promise<void> {
    await writeSlot(fs, path, encodeSlot(slotSeq, content, minFileBytes))
    // A kill may have come between creating a slot and making its name durable.
    if (!isNamed.has(path)) await fs.syncFolder(dirname(path))
    isNamed.add(path)
  }

  async function settle(): Promise<void> {
    if (newest && !isSettled) await put(newest.path, newest.slotSeq, newest.content)
    isSettled = true
  }

  return {
    states: [first.state, second.state],
    contents: [contentOf(first), contentOf(second)],
    current: () => newest,
    settle,
    write: async (content) => {
      await settle()
      const path = newest?.path === paths[0] ? paths[1] : paths[0]
      const slotSeq = (newest?.slotSeq ?? 0) + 1
      await put(path, slotSeq, content)
      newest = { path, state: 'valid', slotSeq, content: Uint8Array.from(content) }
    },
  }
}

function contentOf({ state, content }: Slot): Uint8Array | undefined {
  return state === 'valid' ? content : undefined
}

function encodeSlot(slotSeq: number, content: Uint8Array, minFileBytes: number): Buffer {
  const bytes = Buffer.alloc(Math.max(minFileBytes, HEADER_BYTES + content.length))
  MAGIC.copy(bytes, 0)
  bytes.writeBigUInt64LE(BigInt(slotSeq), 8)
  bytes.writeUInt32LE(content.length, 16)
  bytes.set(slotHash(bytes, content), HASHED_HEADER_BYTES)
  bytes.set(content, HEADER_BYTES)
  return bytes
}

function slotHash(header: Uint8Array, content: Uint8Array): Uint8Array {
  return hash('sha256', Buffer.concat([header.subarray(0, HASHED_HEADER_BYTES), content]), 'buffer')
}

async function writeSlot(fs: FsPort, path: string, bytes: Uint8Array): Promise<void> {
  const file = await fs.open(path, (await fs.stat(path)) ? 'write' : 'createNew')
  try {
    await writeFully(file, bytes, 0)
    await file.truncate(bytes.length)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function readSlot(fs: FsPort, path: string): Promise<Slot> {
  const damaged = { path, state: 'damaged' as const, slotSeq: 0, content: new Uint8Array(0) }
  if (!(await fs.stat(path))) return { ...damaged, state: 'absent' }
  const file = await fs.open(path, 'read')
  try {
    const bytes = Buffer.alloc(await file.sizeBytes())
    const length = await readFully(file, bytes, 0)
    if (length < HEADER_BYTES || bytes.compare(MAGIC, 0, MAGIC.length, 0, MAGIC.length) !== 0) return damaged
    const content = bytes.subarray(HEADER_BYTES, HEADER_BYTES + bytes.readUInt32LE(16))
    const isSound = slotHash(bytes, content).every((byte, at) => byte === bytes[HASHED_HEADER_BYTES + at])
    if (!isSound) return damaged
    return {
      path,
      state: 'valid',
      slotSeq: Number(bytes.readBigUInt64LE(8)),
      content: Uint8Array.from(content),
    }
  } finally {
    await file.close()
  }
}
