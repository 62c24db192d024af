import { ok } from '#shared/result'
import type { ExportSession } from '../exports/exportSession'
import type { SaveText } from '../exports/saveText'
import type { SavedFiles } from '../savedFiles/savedFiles'
import type { Handlers } from './handle'

/** What the export channels are made of. */
export interface ExportHandlerParts {
  readonly exports: ExportSession
  readonly saveText: SaveText
  readonly savedFiles: SavedFiles
}

type ExportChannel = Extract<keyof Handlers, `export:${string}`>

/** The export channels, each a line over the session. */
export function createExportHandlers({
  exports,
  saveText,
  savedFiles,
}: ExportHandlerParts): Pick<Handlers, ExportChannel> {
  return {
    'export:saveText': saveText,
    'export:show': (name) => savedFiles.show(name),
    'export:begin': (head, title) => exports.begin(head, title),
    'export:write': (token, parts) => exports.write(token, parts),
    'export:finish': (token) => exports.finish(token),
    'export:cancel': async (token) => {
      await exports.cancel(token)
      return ok(null)
    },
  }
}
