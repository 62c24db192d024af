import type { DragOut } from '../dragging/dragOut'
import type { ExportSession } from '../exports/exportSession'
import type { Handlers } from './handle'

/** What the drag channels are made of. */
export interface DragHandlerParts {
  readonly exports: ExportSession
  readonly dragOut: Pick<DragOut, 'startSaved'>
}

type DragChannel = Extract<keyof Handlers, `drag:${string}`>

/** The drag channels, each a line over what they are made of. */
export function createDragHandlers({ exports, dragOut }: DragHandlerParts): Pick<Handlers, DragChannel> {
  return {
    'drag:begin': (head, title) => exports.beginDrag(head, title),
    'drag:saved': (fileName) => dragOut.startSaved(fileName),
  }
}
