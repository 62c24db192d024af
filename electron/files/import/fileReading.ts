import type { Decision, ReadHints, ReadResult } from '#shared/importing/reading'
import type { OrchardError, Result } from '#shared/result'
import { ENCODING_CHOICES } from './charset'
import type { SheetSummary } from './chooseSheet'
import type { Container } from './sniff'

/** What a reader makes of a file: the table or cards, and what the bytes were. */
export interface ContentReading extends ReadResult {
  readonly fileName: string
  /** Our name of the encoding; absent for workbooks. */
  readonly encoding?: string
  readonly bom?: boolean
  /** null: one column. Absent for workbooks and cards. */
  readonly delimiter?: string | null
  readonly sheet?: string
  readonly sheets?: readonly SheetSummary[]
}

/** A file as the importer sees it. */
export interface FileReading extends ContentReading {
  /** SHA-256 of the bytes, lower-case hex; of an archive's member those of the member. */
  readonly fileHash: string
}

/** Errors carry the container where it was recognised, so that support sees what the file really is. */
export type FileResult = Result<FileReading, OrchardError & { readonly container?: Container }>

/** What is known about a file besides its bytes. */
export type FileHints = ReadHints & {
  readonly fileName: string
  /** No file at all: somebody pasted the text, so that even one line of words may say who it is about. */
  readonly pasted?: boolean
}

/** The line about the encoding, for the preview. */
export function encodingDecision(found: { readonly encoding: string; readonly why: string }): Decision {
  return {
    what: 'encoding',
    chosen: found.encoding,
    why: found.why,
    alternatives: ENCODING_CHOICES.filter((name) => name !== found.encoding),
  }
}
