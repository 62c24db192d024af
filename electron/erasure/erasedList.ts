import { createHmac, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod'
import { sha256Schema } from '#shared/records/sha256'
import { ok, type Result } from '#shared/result'
import { durableWrite, readWhole } from '../files/durableWrite'
import { errnoOf, type FsPort, fsFailure } from '../files/fsPort'
import type { Seal } from '../lock/sealBox'

const listSchema = z.strictObject({
  salt: sha256Schema,
  hashes: z.array(sha256Schema),
})

/** Keyed hashes of who was erased. With one key for all, an id is hashed once and looked up among any number. */
export type ErasedList = z.infer<typeof listSchema>

export const ERASED_FILE = 'erased.json'
const FILE_NAME = ERASED_FILE

/**
 * Reads the list; one with a key and nobody in it where nobody was erased yet. Under a lock it is sealed: its key lies
 * beside its hashes, so that whoever guesses an address could try it. Errors: `erasure.damaged`, `erasure.ioFailed`.
 */
export async function readErased(
  fs: FsPort,
  notebookFolder: string,
  seal?: Seal | undefined,
): Promise<Result<ErasedList>> {
  try {
    const kept = await readWhole(fs, join(notebookFolder, FILE_NAME))
    const plain = seal === undefined ? kept : seal.open(kept, FILE_NAME)
    if (plain === undefined) return { ok: false, error: { code: 'erasure.damaged' } }
    const parsed = listSchema.safeParse(JSON.parse(Buffer.from(plain).toString()))
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
  seal?: Seal | undefined,
): Promise<Result<null>> {
  const plain = Buffer.from(JSON.stringify(list))
  const bytes = seal === undefined ? plain : seal.seal(plain, FILE_NAME)
  const written = await durableWrite(fs, notebookFolder, FILE_NAME, bytes, { onExisting: 'replace' })
  if (written.ok) return ok(null)
  const { code, params } = written.error
  return { ok: false, error: { code: code.replace(/^file\./, 'erasure.'), ...(params && { params }) } }
}

/** HMAC-SHA256 of a trace (see `ErasureScope.traces`) under the list's key, lower-case hex. */
export function traceHash({ salt }: Pick<ErasedList, 'salt'>, trace: string): string {
  return createHmac('sha256', Buffer.from(salt, 'hex')).update(trace).digest('hex')
}
