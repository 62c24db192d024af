import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react'
import { addDays, compareDays, daysBetween } from '#shared/time/calendarDay'
import type { Span } from '#shared/timeline/nurtureSpan'
import type { Cell } from '#shared/timeline/spanLanes'
import { workOfMark } from './workOfMark'

/** A hand that trembles while it clicks drags nothing. */
const DRAG_FROM_PX = 5

/** The dragging of marks to another day. */
export interface CellDrag {
  /** The day on which the mark would land; undefined while none is dragged, or over a day that has passed. */
  readonly over: string | undefined
  /** The line in which it is dragged. */
  readonly line: string | undefined
  readonly grab: (event: PointerEvent<HTMLElement>, cell: Cell, line: string) => void
}

interface Held {
  readonly cell: Cell
  readonly line: string
  readonly fromX: number
  readonly over: string | undefined
  readonly isMoving: boolean
}

/** Whether a cell holds only what is still to be done, so that it can be put on another day. */
export function isMovable(cell: Cell): boolean {
  return cell.kind !== 'movedFrom' && cell.marks.every((mark) => workOfMark(mark) !== undefined)
}

/**
 * Lets a mark be dragged along its line, to today or later; Escape lets go. The click that ends a drag chooses nothing.
 * Whoever uses no pointer moves a mark with the key of the touch card.
 */
export function useCellDrag(span: Span, today: string, onDrop: (cell: Cell, day: string) => void): CellDrag {
  const [held, setHeld] = useState<Held>()
  const latest = useRef({ held, onDrop })
  latest.current = { held, onDrop }
  const isHeld = held !== undefined

  useEffect(() => {
    if (!isHeld) return
    const onMove = (event: globalThis.PointerEvent) => {
      const now = latest.current.held
      if (now === undefined) return
      const isMoving = now.isMoving || Math.abs(event.clientX - now.fromX) >= DRAG_FROM_PX
      const over = isMoving ? dayAt(event.clientX, span, today) : undefined
      if (isMoving !== now.isMoving || over !== now.over) setHeld({ ...now, isMoving, over })
    }
    const onUp = () => {
      const now = latest.current.held
      setHeld(undefined)
      if (now === undefined || !now.isMoving) return
      window.addEventListener('click', swallow, { capture: true, once: true })
      // Without a click, as after letting go outside the mark, the next one must count.
      requestAnimationFrame(() => window.removeEventListener('click', swallow, { capture: true }))
      if (now.over !== undefined && now.over !== now.cell.day) latest.current.onDrop(now.cell, now.over)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      setHeld(undefined)
    }
    const letGo = () => setHeld(undefined)
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', letGo)
    window.addEventListener('keydown', onKey, true)
    return () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', letGo)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [isHeld, span, today])

  // The same function at every drawing: no line is drawn again for it.
  const grab = useCallback((event: PointerEvent<HTMLElement>, cell: Cell, line: string) => {
    if (event.button !== 0 || !isMovable(cell)) return
    setHeld({ cell, line, fromX: event.clientX, over: undefined, isMoving: false })
  }, [])
  return { over: held?.over, line: held?.line, grab }
}

function swallow(event: Event): void {
  event.stopPropagation()
  event.preventDefault()
}

/** The day under a place of the window, by any line's track: all are as wide. None before today. */
function dayAt(x: number, span: Span, today: string): string | undefined {
  const track = document.querySelector('[data-track]')?.getBoundingClientRect()
  if (track === undefined || track.width === 0) return undefined
  const isMirrored = document.documentElement.dir === 'rtl'
  const share = (isMirrored ? track.right - x : x - track.left) / track.width
  const days = daysBetween(span.from, span.to) + 1
  const place = Math.floor(share * days)
  if (place < 0 || place >= days) return undefined
  const day = addDays(span.from, place)
  return compareDays(day, today) < 0 ? undefined : day
}
