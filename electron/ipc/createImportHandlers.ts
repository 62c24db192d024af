import { ok, type Result } from '#shared/result'
import type { PickTables } from '../dialogs/pickTables'
import type { ImportSession } from '../import/importSession'
import type { SaveRejected } from '../import/saveRejected'
import type { NotebookLog } from '../notebook/notebookLog'
import type { Handlers } from './handle'

/** What the import channels are made of. */
export interface ImportHandlerParts {
  readonly imports: ImportSession
  readonly pickTables: PickTables
  readonly saveRejected: SaveRejected
  readonly notebook: Result<NotebookLog>
}

type ImportChannel = Extract<keyof Handlers, `import:${string}`>

/** The import channels: reading through the session, writing through the notebook's journal. */
export function createImportHandlers(parts: ImportHandlerParts): Pick<Handlers, ImportChannel> {
  const { imports, notebook } = parts
  return {
    'import:pick': async () => ok(await imports.pick(await parts.pickTables())),
    'import:offer': async (fileName, sizeBytes, firstBytes) => imports.offer(fileName, sizeBytes, firstBytes),
    'import:paste': async (fileName, text) => imports.paste(fileName, text),
    'import:offerChunk': async (token, bytes) => imports.offerChunk(token, bytes),
    'import:unpack': (token) => imports.unpack(token),
    'import:read': (token, overrides) => imports.read(token, overrides),
    'import:saveRejected': async (token, overrides) => {
      const reading = await imports.reading(token, overrides)
      return reading.ok ? parts.saveRejected(reading.value) : reading
    },
    'import:records': async (token, from) => imports.records(token, from),
    'import:rates': (token) => imports.rates(token),
    'import:cancel': async (token) => {
      imports.cancel(token)
      return ok(null)
    },
    'import:begin': async (id) => (notebook.ok ? notebook.value.beginBulk(id) : notebook),
    'import:chunk': async (set) => (notebook.ok ? notebook.value.appendChunk(jsonOf(set)) : notebook),
    'import:commit': async (id, chunks) => (notebook.ok ? notebook.value.commitBulk(id, chunks) : notebook),
    'import:abandon': async (id) => {
      if (notebook.ok) notebook.value.abandonBulk(id)
      return ok(null)
    },
  }
}

/** What bytes of JSON say, to be checked like anything that comes from outside; undefined where they are none. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
