import { randomBytes } from 'node:crypto'

/** Documents that are there only while they are being printed, each under an address that nobody can guess. */
export interface HeldPages {
  /** Puts a document under a new path of our own origin. */
  hold(document: string): { readonly path: string; readonly release: () => void }
  /** The document under a path, as long as it is held. */
  read(path: string): string | undefined
}

/** Makes an empty shelf. */
export function createHeldPages(): HeldPages {
  const held = new Map<string, string>()
  return {
    hold: (document) => {
      const path = `/print/${randomBytes(16).toString('hex')}`
      held.set(path, document)
      return { path, release: () => held.delete(path) }
    },
    read: (path) => held.get(path),
  }
}
