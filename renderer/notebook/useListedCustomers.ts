import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { BootCustomer, BootSnapshot } from '#shared/ipc/boot'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { type CustomerLine, customerLines, recentCustomerIds } from '../store/queries/customerList'
import { useSegmentMembers } from '../store/segmentAnswers'
import { useFound } from '../store/useFound'

const SEARCH_LIMIT = 200
/** More than any notebook has customers. */
export const EVERYBODY = 1_000_000
/** Lines remembered beyond the ones in sight. */
const KEPT_LINES = 400
/** Lines are read by such blocks: few steps of scrolling read any. */
const BLOCK_ROWS = 32

/**
 * What the rows from `first` to `last` show. Those read before stay while the next are on their way, so that scrolling shows
 * no gaps; what is told of a customer is the same object until it is read anew.
 */
export function useListedLines(
  ids: readonly string[] | undefined,
  first: number,
  last: number,
): (id: string) => BootCustomer | undefined {
  const block = (row: number) => Math.floor(row / BLOCK_ROWS) * BLOCK_ROWS
  const wanted = ids?.slice(block(first), block(last) + BLOCK_ROWS) ?? []
  const read = useRead((db) => customerLines(db, wanted), [wanted.join()])
  const fresh = useMemo(() => new Map([...(read ?? [])].map(([id, line]) => [id, listed(line)])), [read])
  const [known, setKnown] = useState<ReadonlyMap<string, BootCustomer>>(new Map())
  useEffect(() => {
    setKnown((before) => new Map([...[...before].slice(-KEPT_LINES), ...fresh]))
  }, [fresh])
  return (id) => fresh.get(id) ?? known.get(id)
}

function listed({ customer, person }: CustomerLine): BootCustomer {
  return { ...customer, person: person?.fullName }
}

/**
 * All customers, or those that the words find, of them those in the segment that was chosen; refreshed when the notebook
 * changes. Until `isRead` the ids are the first rows as they were kept; until `isWhole` more may be found.
 */
export function useFoundIds(
  typed: string,
  boot: BootSnapshot | undefined,
  segmentId: string | undefined,
): { ids: readonly string[] | undefined; total: string; isRead: boolean; isWhole: boolean } {
  const text = useText()
  const query = useDeferredValue(typed.trim())
  const recent = useRead(recentCustomerIds, [])
  // The first of many may all be outside the segment: then everybody who is found is looked at.
  const found = useFound(query, segmentId === undefined ? SEARCH_LIMIT : EVERYBODY)
  const members = useSegmentMembers(segmentId)
  const isMember = useMemo(() => (members?.ok === true ? new Set(members.value) : undefined), [members])
  // While the next answer is on its way the last one stays, so that the list does not flicker.
  const listed = query === '' ? recent : found?.ids
  const narrowed = useMemo(
    () => (isMember === undefined ? undefined : listed?.filter((id) => isMember.has(id))),
    [listed, isMember],
  )
  // Without words everybody is there at once.
  const isWhole = query === '' || found?.isWhole === true
  const foundWord = isWhole ? 'notebook.found' : 'notebook.foundSoFar'
  if (segmentId !== undefined && members?.ok !== false)
    return {
      ids: narrowed,
      isRead: narrowed !== undefined,
      isWhole,
      total: narrowed === undefined ? '' : text(foundWord, { count: narrowed.length }),
    }
  if (query === '') {
    const known = recent?.length ?? boot?.customers
    return {
      ids: recent ?? boot?.rows.map(({ id }) => id),
      isRead: recent !== undefined,
      isWhole,
      total: known === undefined ? '' : text('notebook.count', { count: known }),
    }
  }
  if (found === undefined) return { ids: undefined, total: '', isRead: false, isWhole }
  return {
    ids: found.ids,
    isRead: true,
    isWhole,
    total:
      'totalAtLeast' in found
        ? text('notebook.foundAtLeast', { count: found.totalAtLeast })
        : text(foundWord, { count: found.total }),
  }
}
