import type { SupportFacts } from '../ipc/health'
import type { HealthFinding } from './finding'

/** What the window knows of the notebook without reading a record's content. */
export interface SupportState {
  readonly language: string
  readonly schema: number
  readonly generation: number
  readonly appliedSeq: number
  readonly phase: string
  /** Codes of errors that this session has shown, without their parameters. */
  readonly errors: readonly string[]
  /** Rows of each table, deleted ones included. */
  readonly rows: Readonly<Record<string, number>>
  /** How many customers are at rest for longer than the term, and how many of them are kept; absent when not counted. */
  readonly atRest?: { readonly months: number; readonly due: number; readonly kept: number } | undefined
}

/**
 * The file for whoever helps: versions, machine, counts, codes and our own log lines as JSON. It is put together from
 * numbers and words of our own making; no text of the notebook goes in, so that none can come out.
 */
export function supportFile(
  facts: SupportFacts,
  state: SupportState,
  findings: readonly HealthFinding[] | undefined,
  at: number,
): string {
  const check = findings?.map(({ step, state: found, code, counts, error }) => ({
    step,
    state: found,
    code,
    counts,
    ...(error === undefined ? {} : { error }),
  }))
  const { log, ...machine } = facts
  const file = {
    made: new Date(at).toISOString(),
    machine,
    notebook: state,
    selfCheck: check ?? 'not run',
    log,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
