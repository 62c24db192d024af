import type { ImportSummary } from '#shared/ipc/importing'
import type { DeskFile } from '../store/deskState'

/** What a file's columns are chosen by: nothing that changes with each step of a reading or a writing. */
export interface ColumnChoices extends Pick<DeskFile, 'token' | 'overrides' | 'rules'> {
  readonly summary: ImportSummary
  readonly isBusy: boolean
}
