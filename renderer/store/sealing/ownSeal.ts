import { createRowSeal, type RowSeal } from './rowSeal'

let own: RowSeal | undefined

/**
 * Takes the key that every index opened from now on seals its rows with, or null for a notebook without a lock. Window
 * and worker each have it in their memory only, until the page is loaded anew.
 */
export function takeRowKey(key: Uint8Array | null): void {
  own = key === null ? undefined : createRowSeal(key)
}

/** What rows are sealed with; undefined for a notebook without a lock. */
export function ownSeal(): RowSeal | undefined {
  return own
}
