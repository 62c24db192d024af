import type { Decision, ReadHints, ReadResult } from '#shared/importing/reading'
import type { OrchardError, Result } from '#shared/result'
import { ENCODING_CHOICES } from './charset'
import type { SheetSummary } from './chooseSheet'
import type { PackedPage } from './recordPages'
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
  /** SHA-1 over the sorted, normalised headings, lower-case hex. */
  readonly fingerprint: string
}

/** Carries the container where it was recognised, so that support sees what the file really is. */
type ReadError = OrchardError & { readonly container?: Container }

export type FileResult = Result<FileReading, ReadError>

/** A file as the reading thread hands it over: its records are packed, since all of them as objects fill a memory. */
export interface PackedReading extends Omit<FileReading, 'records'> {
  readonly pages: readonly PackedPage[]
}

export type PackedResult = Result<PackedReading, ReadError>

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
