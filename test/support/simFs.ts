import { posix } from 'node:path'
import type { FileStat, FsFile, FsPort, OpenMode } from '../../electron/files/fsPort'
import { applyEdit, type Edit, type Inode, newInode, Rng, survivingContent } from './simFsInode'

/** The operations that can be counted, failed or used as the moment of a crash. */
export type SimOp =
  | 'open'
  | 'read'
  | 'write'
  | 'sync'
  | 'dataSync'
  | 'truncate'
  | 'close'
  | 'rename'
  | 'unlink'
  | 'list'
  | 'makeFolder'
  | 'removeFolder'
  | 'stat'
  | 'syncFolder'

/** An operation that is about to happen. */
export interface SimCall {
  /** Counts from 1 over all operations of this file system. */
  readonly index: number
  readonly op: SimOp
  readonly path: string
}

/** What a fault does to an operation: an errno, or for writes how many bytes get through. */
export type SimFault = { readonly errno: string } | { readonly writeOnly: number }

/** How a simulated file system behaves. */
interface SimOptions {
  /** Called before each operation; a test forks crash states here. */
  readonly before?: (call: SimCall) => Promise<void> | void
  /** Answers with the fault for an operation, if any. */
  readonly fault?: (call: SimCall) => SimFault | undefined
  /** Bytes that fit; unlimited when absent. */
  readonly capacityBytes?: () => number
}

type FolderEdit =
  | { readonly type: 'set'; readonly name: string; readonly node: Node }
  | { readonly type: 'remove'; readonly name: string }
  | { readonly type: 'move'; readonly from: string; readonly to: string; readonly node: Node }

interface Folder {
  readonly kind: 'folder'
  readonly entries: Map<string, Node>
  readonly durable: Map<string, Node>
  pending: FolderEdit[]
}

type Node = Folder | Inode

/**
 * A file system in memory that keeps what programs see and what the disk holds apart. `crash` answers with what a
 * power cut may leave: a random part of what was not synced, in sectors, in any order; names that were not synced
 * come, go or stay on their own.
 */
export class SimFs implements FsPort {
  private calls = 0
  private readonly root: Folder
  private options: SimOptions

  constructor(options: SimOptions = {}, root: Folder = newFolder()) {
    this.options = options
    this.root = root
  }

  /** Replaces the behaviour, for instance to end a fault. */
  configure(options: SimOptions): void {
    this.options = options
  }

  /** How many operations have happened. */
  get operations(): number {
    return this.calls
  }

  /** The file system after a power cut, one of many possible; this one goes on unharmed. */
  crash(seed: number): SimFs {
    return new SimFs({}, crashFolder(this.root, new Rng(seed)))
  }

  /** What another process sees after this one was killed: everything, but nothing more became durable. */
  clone(): SimFs {
    return new SimFs({}, cloneFolder(this.root, new Map()))
  }

  /** The bytes that programs see, for damage done by a test. */
  peek(path: string): Uint8Array | undefined {
    const node = this.find(path)
    return node?.kind === 'file' ? node.content : undefined
  }

  /** Puts bytes on the disk behind the program's back, durable at once. */
  poke(path: string, content: Uint8Array): void {
    const parent = this.folder(posix.dirname(path))
    const inode = newInode(Uint8Array.from(content))
    parent.entries.set(posix.basename(path), inode)
    parent.durable.set(posix.basename(path), inode)
  }

  /** Takes a name off the disk behind the program's back. */
  drop(path: string): void {
    const parent = this.folder(posix.dirname(path))
    parent.entries.delete(posix.basename(path))
    parent.durable.delete(posix.basename(path))
  }

  async open(path: string, mode: OpenMode): Promise<FsFile> {
    await this.step('open', path)
    const parent = this.folder(posix.dirname(path))
    const name = posix.basename(path)
    let node = parent.entries.get(name)
    if (mode === 'createNew') {
      if (node) throw errno('EEXIST')
      if (this.freeNow() < 512) throw errno('ENOSPC')
      node = newInode()
      editFolder(parent, { type: 'set', name, node })
    }
    if (!node) throw errno('ENOENT')
    if (node.kind !== 'file') throw errno('EISDIR')
    return this.handle(path, node, mode)
  }

  async rename(from: string, to: string): Promise<void> {
    await this.step('rename', to)
    const source = this.folder(posix.dirname(from))
    const node = source.entries.get(posix.basename(from))
    if (!node) throw errno('ENOENT')
    if (posix.dirname(from) !== posix.dirname(to)) throw errno('EXDEV')
    editFolder(source, { type: 'move', from: posix.basename(from), to: posix.basename(to), node })
  }

  async unlink(path: string): Promise<void> {
    await this.step('unlink', path)
    const parent = this.folder(posix.dirname(path))
    if (parent.entries.get(posix.basename(path))?.kind !== 'file') throw errno('ENOENT')
    editFolder(parent, { type: 'remove', name: posix.basename(path) })
  }

  async list(folder: string): Promise<readonly string[]> {
    await this.step('list', folder)
    return [...this.folder(folder).entries.keys()].sort()
  }

  async makeFolder(folder: string): Promise<void> {
    await this.step('makeFolder', folder)
    const parent = this.folder(posix.dirname(folder))
    if (parent.entries.has(posix.basename(folder))) return
    editFolder(parent, { type: 'set', name: posix.basename(folder), node: newFolder() })
  }

  async removeFolder(folder: string): Promise<void> {
    await this.step('removeFolder', folder)
    if (this.folder(folder).entries.size > 0) throw errno('ENOTEMPTY')
    editFolder(this.folder(posix.dirname(folder)), { type: 'remove', name: posix.basename(folder) })
  }

  async stat(path: string): Promise<FileStat | null> {
    await this.step('stat', path)
    const node = this.find(path)
    if (!node) return null
    return { kind: node.kind, sizeBytes: node.kind === 'file' ? node.content.length : 0 }
  }

  async syncFolder(path: string): Promise<void> {
    await this.step('syncFolder', path)
    const folder = this.folder(path)
    for (const edit of folder.pending) applyFolderEdit(folder.durable, edit)
    folder.pending = []
  }

  freeBytes(): Promise<number> {
    return Promise.resolve(this.freeNow())
  }

  private handle(path: string, inode: Inode, mode: OpenMode): FsFile {
    const edit = (change: Edit): void => {
      if (mode === 'read') throw errno('EBADF')
      inode.content = applyEdit(inode.content, change)
      inode.pending.push(change)
    }
    const sync = async (op: 'sync' | 'dataSync'): Promise<void> => {
      try {
        await this.step(op, path)
      } catch (error) {
        // As Linux does: the pages count as clean now, later syncs succeed without them.
        inode.pending = []
        throw error
      }
      for (const change of inode.pending) inode.durable = applyEdit(inode.durable, change)
      inode.pending = []
    }
    return {
      read: async (target, position) => {
        await this.step('read', path)
        const part = inode.content.subarray(position, position + target.length)
        target.set(part)
        return part.length
      },
      write: async (bytes, position) => {
        const fault = await this.step('write', path)
        const grown = Math.max(0, position + bytes.length - inode.content.length)
        const room = grown <= this.freeNow() ? bytes.length : bytes.length - (grown - this.freeNow())
        const length = Math.min(room, fault?.writeOnly ?? bytes.length)
        if (length <= 0 && bytes.length > 0) throw errno('ENOSPC')
        edit({ position, bytes: Uint8Array.from(bytes.subarray(0, length)) })
        return length
      },
      sync: () => sync('sync'),
      dataSync: () => sync('dataSync'),
      truncate: async (sizeBytes) => {
        await this.step('truncate', path)
        edit({ sizeBytes })
      },
      sizeBytes: () => Promise.resolve(inode.content.length),
      close: async () => {
        await this.step('close', path)
      },
    }
  }

  /** Counts an operation and lets the test act before it. */
  private async step(op: SimOp, path: string): Promise<{ readonly writeOnly: number } | undefined> {
    const call = { index: ++this.calls, op, path }
    await this.options.before?.(call)
    const fault = this.options.fault?.(call)
    if (fault && 'errno' in fault) throw errno(fault.errno)
    return fault
  }

  private freeNow(): number {
    return (this.options.capacityBytes?.() ?? Number.POSITIVE_INFINITY) - usedBytes(this.root)
  }

  private find(path: string): Node | undefined {
    let node: Node | undefined = this.root
    for (const name of path.split('/').filter((part) => part !== '')) {
      if (node?.kind !== 'folder') return undefined
      node = node.entries.get(name)
    }
    return node
  }

  private folder(path: string): Folder {
    const node = this.find(path)
    if (node?.kind !== 'folder') throw errno('ENOENT')
    return node
  }
}

/** An `Error` as the file system throws it. */
export function errno(code: string): Error {
  return Object.assign(new Error(code), { code })
}

function newFolder(): Folder {
  return { kind: 'folder', entries: new Map(), durable: new Map(), pending: [] }
}

function editFolder(folder: Folder, edit: FolderEdit): void {
  applyFolderEdit(folder.entries, edit)
  folder.pending.push(edit)
}

function applyFolderEdit(names: Map<string, Node>, edit: FolderEdit): void {
  if (edit.type === 'set') names.set(edit.name, edit.node)
  else if (edit.type === 'remove') names.delete(edit.name)
  else {
    names.delete(edit.from)
    names.set(edit.to, edit.node)
  }
}

function usedBytes(folder: Folder): number {
  let sum = 0
  for (const node of folder.entries.values())
    sum += node.kind === 'file' ? node.content.length : usedBytes(node)
  return sum
}

/** Each pending edit of the names survives on its own and in any order; a rename is one edit. */
function crashFolder(folder: Folder, rng: Rng): Folder {
  const names = new Map(folder.durable)
  for (const edit of rng.shuffledSubset(folder.pending)) applyFolderEdit(names, edit)
  const after = newFolder()
  for (const [name, node] of names) {
    const survivor = node.kind === 'folder' ? crashFolder(node, rng) : newInode(survivingContent(node, rng))
    after.entries.set(name, survivor)
    after.durable.set(name, survivor)
  }
  return after
}

function cloneFolder(folder: Folder, known: Map<Node, Node>): Folder {
  const copy = <T extends Node>(node: T): Node => {
    const existing = known.get(node)
    if (existing) return existing
    const made: Node =
      node.kind === 'folder' ? cloneFolder(node, known) : { ...node, pending: [...node.pending] }
    known.set(node, made)
    return made
  }
  const after = newFolder()
  for (const [name, node] of folder.entries) after.entries.set(name, copy(node))
  for (const [name, node] of folder.durable) after.durable.set(name, copy(node))
  after.pending = folder.pending.map((edit) => ('node' in edit ? { ...edit, node: copy(edit.node) } : edit))
  return after
}
