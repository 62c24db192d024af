import { useCallback } from 'react'
import type { Content } from '#shared/records/content'
import { useEdits } from '../edits/useEdits'

/** Puts a piece into another column; one change-set that is undone by name. */
export function useMovePiece(): (piece: Content, to: Content['status']) => Promise<boolean> {
  const edits = useEdits()
  return useCallback(
    (piece, to) =>
      edits.update(
        'content',
        piece.id,
        { status: to },
        {
          key: 'change.pieceStatus',
          params: { title: piece.title, status: to },
        },
      ),
    [edits],
  )
}
