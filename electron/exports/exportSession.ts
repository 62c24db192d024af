import path from 'node:path'
import * as z from 'zod'
import { type ExportHead, type ExportPart, endingOf, exportPartSchema } from '#shared/exporting/exportFile'
import type { ExportedFile } from '#shared/ipc/exporting'
import { err, ok, type Result } from '#shared/result'
import type { DragOut } from '../dragging/dragOut'
import { durableWrite } from '../files/durableWrite'
import { fileNameOf } from '../files/fileName'
import type { FsPort } from '../files/fsPort'
import { PieceQueue } from '../files/pieceQueue'
import { type ExportSurroundings, exportBytes } from './exportBytes'

/** What the session works with. */
export interface ExportSessionParts extends ExportSurroundings {
  readonly fs: FsPort
  readonly dragOut: Pick<DragOut, 'place' | 'start'>
  /** Asks the person where to; null when they think better of it. */
  readonly choosePlace: (fileName: string, ending: string) => Promise<string | null>
  /** A file is where the person wanted it, whole. */
  readonly onSaved: (place: string) => void
  readonly newToken: () => string
}

/** Files on their way out, one at a time. The window gives what is in them, never where they go. */
export interface ExportSession {
  /**
   * Asks for a place and begins a file there; `null` when the person thinks better of it. One that was under way is
   * given up. `title` is the name that is offered, without its ending.
   */
  begin(head: ExportHead, title: string): Promise<Result<string | null>>
  /**
   * Begins a file that nobody is asked a place for: it lies in our own folder, and `finish` hands it to the pointer.
   * Errors: `export.ioFailed`.
   */
  beginDrag(head: ExportHead, title: string): Promise<Result<string>>
  /**
   * Adds parts, as UTF-8 JSON of a list of them; answers when they have been taken. Errors: `export.notBegun`,
   * `export.badPart`, and once the disk has refused what it said.
   */
  write(token: string, parts: Uint8Array): Promise<Result<null>>
  /**
   * Ends the file: it has its name only now, whole and read back. Errors: `export.notBegun`, `export.diskFull`,
   * `export.readOnly`, `export.missing`, `export.ioFailed`; of one that is dragged also those of `DragOut.start`.
   */
  finish(token: string): Promise<Result<ExportedFile>>
  /** Gives up whatever is under way, or the file of a token; nothing is left of it. */
  cancel(token?: string): Promise<void>
}

interface OpenExport {
  readonly token: string
  readonly queue: PieceQueue<ExportPart>
  readonly written: Promise<Result<ExportedFile>>
  /** What becomes of the file once it is there, whole. */
  readonly onWritten: () => Promise<Result<null>>
}

const partsSchema = z.array(exportPartSchema).max(100)
/** Failures of a durable write that the window has words of its own for. */
const CODES: Readonly<Record<string, string>> = {
  'file.diskFull': 'export.diskFull',
  'file.readOnly': 'export.readOnly',
  'file.missing': 'export.missing',
}

/** Makes the part of the main process that writes exports. */
export function createExportSession(parts: ExportSessionParts): ExportSession {
  let open: OpenExport | undefined

  async function giveUp(): Promise<void> {
    const given = open
    open = undefined
    given?.queue.end('failed')
    await given?.written
  }

  function beginAt(place: string, head: ExportHead, onWritten: OpenExport['onWritten']): string {
    const queue = new PieceQueue<ExportPart>()
    const fileName = path.basename(place)
    const bytes = exportBytes(head, queue, parts)
    // The dialog has asked before it let a name be taken again; in our own folder the newest is the one that counts.
    const options = { onExisting: 'replace' as const }
    const written = durableWrite(parts.fs, path.dirname(place), fileName, bytes, options).then((done) =>
      done.ok ? ok({ fileName, sizeBytes: done.value.sizeBytes }) : err(exportCode(done.error.code)),
    )
    open = { token: parts.newToken(), queue, written, onWritten }
    return open.token
  }

  return {
    async begin(head, title) {
      await giveUp()
      const ending = endingOf(head)
      const place = await parts.choosePlace(`${fileNameOf(title)}.${ending}`, ending)
      if (place === null) return ok(null)
      return ok(
        beginAt(place, head, async () => {
          parts.onSaved(place)
          return ok(null)
        }),
      )
    },

    async beginDrag(head, title) {
      await giveUp()
      const place = await parts.dragOut.place(`${fileNameOf(title)}.${endingOf(head)}`).catch(() => undefined)
      if (place === undefined) return err('export.ioFailed')
      return ok(beginAt(place, head, () => parts.dragOut.start(place)))
    },

    async write(token, bytes) {
      const current = open
      if (current?.token !== token) return err('export.notBegun')
      const given = parse(bytes)
      if (given === undefined) {
        await giveUp()
        return err('export.badPart')
      }
      for (const part of given) {
        // A writer that has failed takes nothing any more.
        const ended = await Promise.race([current.queue.push(part).then(() => undefined), current.written])
        if (ended === undefined) continue
        if (open === current) open = undefined
        return ended.ok ? err('export.notBegun') : ended
      }
      return ok(null)
    },

    async finish(token) {
      const current = open
      if (current?.token !== token) return err('export.notBegun')
      open = undefined
      current.queue.end()
      const written = await current.written
      const handedOn = written.ok ? await current.onWritten() : written
      return handedOn.ok ? written : handedOn
    },

    async cancel(token) {
      if (token === undefined || open?.token === token) await giveUp()
    },
  }
}

function parse(bytes: Uint8Array): ExportPart[] | undefined {
  try {
    const parsed = partsSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

function exportCode(code: string): string {
  return CODES[code] ?? 'export.ioFailed'
}
