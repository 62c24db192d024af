import * as z from 'zod'

/**
 * Why a snapshot was taken. `rest`: nothing had been saved for a while. `journalDamage`: the index held what the journal
 * could no longer give. `opened` is a file that came from elsewhere; `beforeRestore`, `beforeImport` and `beforeMerge` are
 * the ways back from something big and are kept for 30 days whatever comes after them.
 */
export const snapshotReasonSchema = z.enum([
  'quit',
  'rest',
  'manual',
  'beforeImport',
  'beforeMerge',
  'beforeRestore',
  'afterRestore',
  'journalDamage',
  'opened',
])
export type SnapshotReason = z.infer<typeof snapshotReasonSchema>

/** Whether snapshots of this kind are pinned for 30 days. */
export function isPinnedReason(reason: SnapshotReason): boolean {
  return (
    reason === 'beforeRestore' || reason === 'beforeImport' || reason === 'beforeMerge' || reason === 'opened'
  )
}
