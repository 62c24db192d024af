import { useMemo } from 'react'
import type { SpanKind } from '#shared/timeline/nurtureSpan'
import { useRead } from '../store/NotebookContext'
import { customerNames } from '../store/queries/customerPage'
import { linesAround, namedCustomers, type TimelineLine } from './lines'

/**
 * Names for the lines in sight and those around them, read a block of lines at a time: a scroll step that reads the
 * database, and draws again when the answer comes, is a step that is felt. Undefined until the first answer.
 */
export function useLineNames(
  lines: readonly TimelineLine[],
  firstInSight: number,
  kind: SpanKind,
): ReadonlyMap<string, string> | undefined {
  const { from, to } = linesAround(firstInSight)
  const named = useMemo(() => namedCustomers(lines.slice(from, to), kind), [lines, from, to, kind])
  return useRead((db) => customerNames(db, named), [named.join()])
}
