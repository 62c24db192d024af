import { createHmac, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod'
import { ok, type Result } from '#shared/result'
import { durableWrite, readChunks } from '../files/durableWrite'
import { errnoOf, type FsPort, fsFailure } from '../files/fsPort'

const listSchema = z.strictObject({
  salt: z.string().regex(/^[0-9a-f]{64}$/),
  hashes: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
})

/** Keyed hashes of who was erased. With one key for all, an id is hashed once and looked up among any number. */
export type ErasedList = z.infer<typeof listSchema>

const FILE_NAME = 'erased.json'

/** Reads the list; one with a key and nobody in it where nobody was erased yet. Errors: `erasure.damaged`, `erasure.ioFailed`. */
export async function readErased(fs: FsPort, notebookFolder: string): Promise<Result<ErasedList>> {
  try {
    const chunks: Uint8Array[] = []
    for await (const chunk of readChunks(fs, join(notebookFolder, FILE_NAME))) chunks.push(chunk)
    const parsed = listSchema.safeParse(JSON.parse(Buffer.concat(chunks).toString()))
    return parsed.success ? ok(parsed.data) : { ok: false, error: { code: 'erasure.damaged' } }
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return ok({ salt: randomBytes(32).toString('hex'), hashes: [] })
    if (error instanceof SyntaxError) return { ok: false, error: { code: 'erasure.damaged' } }
    return fsFailure('erasure', error)
  }
}

/** Keeps the list. Errors: `erasure.diskFull`, `erasure.ioFailed` ... */
export async function writeErased(
  fs: FsPort,
  notebookFolder: string,
  list: ErasedList,
): Promise<Result<null>> {
  const bytes = Buffer.from(JSON.stringify(list))
  const written = await durableWrite(fs, notebookFolder, FILE_NAME, bytes, { onExisting: 'replace' })
  if (written.ok) return ok(null)
  const { code, params } = written.error
  return { ok: false, error: { code: code.replace(/^file\./, 'erasure.'), ...(params && { params }) } }
}

/** HMAC-SHA256 of a trace (see `ErasureScope.traces`) under the list's key, lower-case hex. */
export function traceHash({ salt }: Pick<ErasedList, 'salt'>, trace: string): string {
  return createHmac('sha256', Buffer.from(salt, 'hex')).update(trace).digest('hex')
}
