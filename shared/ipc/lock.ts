import type { LanguageChoice } from '../i18n/languages'

/** The lock of the notebook, as the window may know it. */
export interface LockState {
  /** There is one: what lies on the disk is sealed. */
  readonly isOn: boolean
  /** Nothing of the notebook can be read until it is unlocked. */
  readonly isLocked: boolean
  /** The whole notebook is being written anew. */
  readonly work: 'sealing' | 'opening' | null
  /** Why the last work failed, or why the notebook can't be unlocked at all; a code. */
  readonly problem?: string | undefined
  /** The language of the person, before any notebook is open. */
  readonly language: LanguageChoice
}

/** What a new lock comes with: the code that opens it when the passphrase is forgotten. It is given once. */
export interface NewLock {
  readonly recoveryCode: string
}

/** Minutes without a key or a hand at Orchard after which it locks itself. */
export const LOCK_MINUTES = [1, 5, 15, 30, 60] as const
/** Where nobody has chosen. */
export const LOCK_MINUTES_DEFAULT = 15
