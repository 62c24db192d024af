import type { Change, ChangeSet } from './changeSet'

/** One change as a part of `packParts`. */
export function packChange(change: Change): string {
  return JSON.stringify(change)
}

/**
 * A change-set as JSON text, of changes that `packChange` has packed one by one. Between processes its bytes are handed
 * on, where an object would be taken apart and copied.
 */
export function packParts(head: Omit<ChangeSet, 'changes'>, changes: readonly string[]): string {
  return `${JSON.stringify(head).slice(0, -1)},"changes":[${changes.join(',')}]}`
}
