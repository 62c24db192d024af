import type { NotebookDatabase } from '../store/database'
import { type Standing, standingOf } from './recordsByCustomer'

/** Customers read at a time: an edit waits for no more than this. */
const BLOCK = 500

/** Reads some customers, the ids in their order. */
export type ReadBlock = (ids: readonly string[], standing: Standing) => Promise<void>

/**
 * Customers whom the parts of a long change-set have touched, read once its last part is in: the store would let them
 * wait for the rows that are being written, and these for them.
 */
export class NotedCustomers {
  private readonly ids = new Set<string>()
  private reading: Promise<void> | undefined

  constructor(
    /** Lets go first whoever is waited for. */
    private readonly giveWay: () => Promise<void>,
  ) {}

  /** Whether nobody is noted and nobody is being read. */
  get isDone(): boolean {
    return this.ids.size === 0 && this.reading === undefined
  }

  /** Whether somebody is noted whom nobody reads yet. */
  get isWaiting(): boolean {
    return this.ids.size > 0 && this.reading === undefined
  }

  /** Whether there are so few that one reading brings all of them. */
  get areFew(): boolean {
    return this.ids.size <= BLOCK
  }

  note(ids: Iterable<string>): void {
    for (const id of ids) this.ids.add(id)
  }

  /** Reads everybody who is noted, whoever is noted meanwhile too. After a failure whoever was not read stays noted. */
  read(db: NotebookDatabase, readBlock: ReadBlock): Promise<void> {
    this.reading ??= this.readAll(db, readBlock).finally(() => {
      this.reading = undefined
    })
    return this.reading
  }

  private async readAll(db: NotebookDatabase, readBlock: ReadBlock): Promise<void> {
    while (this.ids.size > 0) {
      const sorted = [...this.ids].sort()
      for (let start = 0; start < sorted.length; start += BLOCK) {
        const block = sorted.slice(start, start + BLOCK)
        // Before they are read: whoever is noted again meanwhile is read again.
        for (const id of block) this.ids.delete(id)
        try {
          await readBlock(block, await standingOf(db, block))
        } catch (fault) {
          this.note(block)
          throw fault
        }
        await this.giveWay()
      }
    }
  }
}
